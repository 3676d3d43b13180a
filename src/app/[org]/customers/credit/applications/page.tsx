// Applications for credit: the link by which they come, and those that came, with how each scores.
import { ClipboardList } from "lucide-react";
import type { Metadata, Route } from "next";
import { APPLICATION_FILTERS, applicationList } from "@/domain/credit/application-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { Link } from "@/ui/link.tsx";
import { applicationColumns } from "../../../_lists/application-columns.tsx";
import { listLinks } from "../../../_lists/list-links.ts";
import { ListScreen } from "../../../_lists/list-screen.tsx";
import { toApplications } from "../../../_shell/credit-links.ts";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toCreditCustomers } from "../../../_shell/links.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { ApplyLink } from "./apply-link.tsx";

const TITLE = "Applications for credit";

export const metadata: Metadata = { title: TITLE };

type Show = keyof typeof APPLICATION_FILTERS | undefined;

export default async function ApplicationsPage({
  params,
  searchParams,
}: PageProps<"/[org]/customers/credit/applications">) {
  const { org } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("limit:change"))
    return <NotAllowed title={TITLE} to="applications for credit" permission="limit:change" />;
  const query = applicationList.read(await searchParams);
  const links = listLinks(applicationList, query, (asked) => toApplications(org, asked));
  const api = await apiFor(org);
  const [{ url }, page] = await Promise.all([api.applications.link({}), api.applications.list(query)]);
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title={TITLE}
      what="applications"
      caption={TITLE}
      columns={applicationColumns({ org: here.org, sortBy: links.sortBy })}
      rowKey={({ applicationId }) => applicationId}
      about={
        <Link href={toCreditCustomers(org)} className="text-link">
          All credit customers
        </Link>
      }
      filters={
        <>
          <div className="mb-4 print:hidden">
            <Card padded>
              <ApplyLink org={org} url={url} />
            </Card>
          </div>
          <Shown show={query.show} to={(show) => links.to({ show })} />
        </>
      }
      none={
        links.isFiltered ? (
          <Empty
            icon={<ClipboardList />}
            title="No such application"
            action={<ButtonLink href={links.all}>Show all of them</ButtonLink>}
          />
        ) : (
          <Empty icon={<ClipboardList />} title="Nobody has applied yet">
            {url
              ? "Give the link above to whoever asks for credit. What they send waits here for your answer."
              : "Make a link above, and give it to whoever asks for credit. What they send waits here for your answer."}
          </Empty>
        )
      }
    />
  );
}

function Shown({ show, to }: { show: Show; to: (show: Show) => Route }) {
  const each = Object.entries(APPLICATION_FILTERS) as [NonNullable<Show>, string][];
  return (
    <div className="mb-3">
      <FilterLinks
        label="Show"
        links={[
          { words: "All", href: to(undefined), on: show === undefined },
          ...each.map(([key, words]) => ({ words, href: to(key), on: show === key })),
        ]}
      />
    </div>
  );
}
