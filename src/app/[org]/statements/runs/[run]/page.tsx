// One run: what was chosen, how far it is, what to look at before it goes out, and each customer with what became of them.
import { Users } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { KIND_LABELS } from "@/domain/statements/kind-words.ts";
import { RUN_EXCEPTIONS, RUN_STATES } from "@/domain/statements/run.ts";
import { runEntryList } from "@/domain/statements/run-list.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { listLinks } from "../../../_lists/list-links.ts";
import { ListScreen } from "../../../_lists/list-screen.tsx";
import { runEntryColumns } from "../../../_lists/run-entry-columns.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toRun, toRunProgress, toRuns } from "../../../_shell/run-links.ts";
import { ChangeEntry } from "./change-entry.tsx";
import { RunActions } from "./run-actions.tsx";
import { RunFigures } from "./run-figures.tsx";
import type { ShownRun } from "./shown-run.ts";
import { WatchRun } from "./watch-run.tsx";

export const metadata: Metadata = { title: "Statement run" };

export default async function RunPage({ params, searchParams }: PageProps<"/[org]/statements/runs/[run]">) {
  const { org, run: runId } = await params;
  const query = runEntryList.read(await searchParams);
  const links = listLinks(runEntryList, query, (asked) => toRun(org, runId, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const [run, page] = await Promise.all([
    api.statementRuns.read({ runId }),
    api.statementRuns.entries({ ...query, runId }),
  ]);
  const mayRun = here.permissions.includes("statement:issue");
  const isUnderWay = run.state === "rehearsing" || run.state === "running";
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Statement run"
      about={<About run={run} locale={here.org.locale} />}
      what="customers"
      caption={`Customers of the run, in ${here.org.currency}`}
      columns={runEntryColumns({
        org: here.org,
        sortBy: links.sortBy,
        change:
          mayRun && run.state === "rehearsed"
            ? (row) => <ChangeEntry org={org} runId={runId} entry={row} />
            : null,
      })}
      rowKey={(row) => row.accountId}
      rowLinks={false}
      before={<ButtonLink href={toRuns(org)}>All runs</ButtonLink>}
      action={mayRun ? <RunActions org={org} run={run} /> : null}
      count={`Amounts in ${here.org.currency} unless said otherwise`}
      filters={
        <>
          <WatchRun progress={toRunProgress(org, runId)} waiting={isUnderWay} />
          <RunFigures run={run} org={here.org} />
          <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <FindBox
              action={links.all}
              label="Find a customer"
              hint="Name or number"
              search={query.search ?? ""}
              kept={links.kept("search")}
            />
            <FilterLinks
              label="Customers of the run"
              links={FILTERS.map(({ words, ...filter }) => ({
                words,
                href: links.to(filter),
                on: query.state === filter.state && query.exception === filter.exception,
              }))}
            />
          </div>
        </>
      }
      none={<NoCustomer isFiltered={links.isFiltered} isUnderWay={isUnderWay} all={links.all} />}
    />
  );
}

const FILTERS = [
  { words: "All", state: undefined, exception: undefined },
  { words: "To look at", state: undefined, exception: "any" },
  { words: "In it", state: "ready", exception: undefined },
  { words: "Made", state: "made", exception: undefined },
  { words: "Not in it", state: "skipped", exception: undefined },
  { words: "Failed", state: "failed", exception: undefined },
] as const;

function About({ run, locale }: { run: ShownRun; locale: string }) {
  const { kind, asOf, selection } = run;
  const chosen = [
    selection.minCents === null ? null : "from a minimum on",
    selection.pastDueOnly ? "only who is past due" : null,
    selection.activeOnly ? "only who had activity" : null,
    selection.reachedBy === "mail"
      ? "reached by e-mail"
      : selection.reachedBy === "letter"
        ? "only by letter"
        : null,
    selection.classId === null ? null : "of one discount class",
    selection.labelId === null ? null : "with one label",
    selection.terms === null ? null : `on ${codeWords(selection.terms)}`,
    selection.families ? "one for a parent and its branches" : null,
  ].filter((words) => words !== null);
  return (
    <p>
      {KIND_LABELS[kind]} statements as of {formatDay(asOf, locale)}
      {chosen.length > 0 ? `, ${chosen.join(", ")}` : ""} ·{" "}
      <span className="font-medium text-ink">{RUN_STATES[run.state]}</span> · begun by {run.askedBy}
      {run.approvedBy ? `, approved by ${run.approvedBy}` : ""}
    </p>
  );
}

type NoCustomerProps = {
  isFiltered: boolean;
  isUnderWay: boolean;
  all: Parameters<typeof ButtonLink>[0]["href"];
};

function NoCustomer({ isFiltered, isUnderWay, all }: NoCustomerProps): ReactNode {
  if (isFiltered)
    return (
      <Empty
        icon={<Users />}
        title="No customer matches"
        action={<ButtonLink href={all}>Show all customers of the run</ButtonLink>}
      >
        {Object.values(RUN_EXCEPTIONS).length} things are looked for in a rehearsal.
      </Empty>
    );
  return (
    <Empty
      icon={<Users />}
      title={isUnderWay ? "Nobody was looked at yet" : "Nobody is in this run"}
      action={null}
    >
      {isUnderWay
        ? "They appear here as the rehearsal goes on."
        : "No customer has anything to be told on that day."}
    </Empty>
  );
}
