// The journal: every line of every event, for a period or one account, and as a file for a general ledger.
import { BookText } from "lucide-react";
import type { Metadata } from "next";
import { journalList } from "@/domain/receivables/journal-list.ts";
import { apiFor } from "@/server/api.ts";
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { DayBox, FilterSelect } from "../../_lists/filter-form.tsx";
import { journalColumns } from "../../_lists/journal-columns.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toJournal } from "../../_shell/links.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { ReportTabs } from "../report-tabs.tsx";

export const metadata: Metadata = { title: "Journal" };

export default async function JournalPage({ params, searchParams }: PageProps<"/[org]/reports/journal">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read"))
    return <NotAllowed title="Journal" to="reports" permission="report:read" />;
  const { currency } = here.org;
  const query = journalList.read(asked);
  const unread = journalList.unreadDays(asked);
  const links = listLinks(journalList, query, (rest) => toJournal(org, rest));
  const [page, chart] = await Promise.all([api.reports.journal(query), api.chart.list({})]);
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Journal"
      what="the journal"
      caption={`Journal, in ${currency}`}
      columns={journalColumns(here.org)}
      rowKey={(row) => `${row.eventId} ${row.line}`}
      rowLinks={false}
      about={`Debit and credit, in ${currency}`}
      filters={
        <>
          <ReportTabs org={org} />
          <form
            key={JSON.stringify([query, unread])}
            action={links.all}
            method="get"
            className="mb-3 flex flex-wrap items-end gap-2 print:hidden"
          >
            <div className="flex gap-2 max-desk:w-full">
              <DayBox label="From" name="from" value={query.fromOn} unread={unread["fromOn"]} />
              <DayBox label="To" name="through" value={query.throughOn} unread={unread["throughOn"]} />
            </div>
            <FilterSelect label="Account" name="account" value={query.account}>
              <option value="">Any account</option>
              {chart.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} {name}
                </option>
              ))}
            </FilterSelect>
            <Button type="submit">Show</Button>
          </form>
          {links.isFiltered ? <Filtered all={links.all}>Only the lines that match</Filtered> : null}
        </>
      }
      none={
        <Empty icon={<BookText />} title={links.isFiltered ? "No line matches" : "Nothing is posted yet"}>
          Every invoice, payment and correction writes its lines here.
        </Empty>
      }
    />
  );
}
