// The runs of statements that there were, newest first, and the way to a new one.
import { Layers } from "lucide-react";
import type { Metadata } from "next";
import { KIND_LABELS } from "@/domain/statements/kind-words.ts";
import { RUN_DELIVERIES, RUN_STATES } from "@/domain/statements/run.ts";
import { runList } from "@/domain/statements/run-list.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { DayText } from "@/ui/day.tsx";
import { Empty } from "@/ui/empty.tsx";
import { InstantText } from "@/ui/instant.tsx";
import type { Column } from "@/ui/table.tsx";
import { RowLink } from "../../../_lists/cells.tsx";
import { listLinks } from "../../../_lists/list-links.ts";
import { EmptyList, ListScreen } from "../../../_lists/list-screen.tsx";
import { readCurrentMember, type CurrentMember } from "../../../_shell/current-member.ts";
import { toStatements } from "../../../_shell/links.ts";
import { toNewRun, toRun, toRuns } from "../../../_shell/run-links.ts";

import { Schedules } from "./schedules.tsx";

export const metadata: Metadata = { title: "Statement runs" };

type Row = RouterOutputs["statementRuns"]["list"]["rows"][number];

export default async function RunsPage({ params, searchParams }: PageProps<"/[org]/statements/runs">) {
  const { org } = await params;
  const query = runList.read(await searchParams);
  const links = listLinks(runList, query, (asked) => toRuns(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const [page, schedules] = await Promise.all([
    api.statementRuns.list(query),
    api.statementRuns.schedules({}),
  ]);
  const mayRun = here.permissions.includes("statement:issue");
  const begin = mayRun ? (
    <ButtonLink variant="primary" href={toNewRun(org)}>
      New run
    </ButtonLink>
  ) : null;
  const none = (
    <Empty icon={<Layers />} title="No run yet" action={begin}>
      A run draws up the statements of all customers at once, shows what to look at before anything goes out,
      and then makes each of them once.
    </Empty>
  );
  const coming =
    schedules.length > 0 ? <Schedules org={here.org} schedules={schedules} mayEnd={mayRun} /> : null;
  if (page.rows.length === 0 && query.cursor === undefined)
    return (
      <EmptyList title="Statement runs" before={coming}>
        {none}
      </EmptyList>
    );
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Statement runs"
      what="runs"
      caption="Runs of statements"
      columns={columns(here.org)}
      rowKey={(row) => row.runId}
      before={<ButtonLink href={toStatements(org)}>All statements</ButtonLink>}
      action={begin}
      filters={coming}
      turns={{ first: "Newest", next: "Older" }}
      none={none}
    />
  );
}

function columns({ slug, locale, zone }: CurrentMember["org"]): Column<Row>[] {
  return [
    {
      key: "begun",
      head: "Begun",
      place: "lead",
      rowHead: true,
      cell: (row) => (
        <RowLink href={toRun(slug, row.runId)}>
          <InstantText at={row.createdAt} locale={locale} zone={zone} />
        </RowLink>
      ),
    },
    { key: "kind", head: "Kind", place: "sub", cell: (row) => KIND_LABELS[row.kind] },
    {
      key: "asOf",
      head: "As of",
      place: "sub",
      label: "as of",
      cell: (row) => <DayText day={row.asOf} locale={locale} />,
    },
    { key: "deliver", head: "Delivery", place: "off", cell: (row) => RUN_DELIVERIES[row.deliver] },
    { key: "by", head: "By", place: "off", wraps: true, cell: (row) => row.askedBy },
    { key: "state", head: "State", place: "lead-end", cell: (row) => RUN_STATES[row.state] },
  ];
}
