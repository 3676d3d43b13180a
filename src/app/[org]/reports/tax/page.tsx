// The tax of a period by agency, when invoiced or when paid, and whether it agrees with the journal.
import { Landmark } from "lucide-react";
import type { Metadata } from "next";
import { TAX_BASES, taxReportList } from "@/domain/receivables/tax-report.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { tieWords } from "@/domain/receivables/tax-report-words.ts";
import { REFUSALS } from "@/domain/refusal.ts";
import { formatGross } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Notice } from "@/ui/notice.tsx";
import { DayBox, FilterSelect } from "../../_lists/filter-form.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { ListScreen } from "../../_lists/list-screen.tsx";
import { taxColumns } from "../../_lists/tax-columns.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toTaxReport } from "../../_shell/links.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { ReportTabs } from "../report-tabs.tsx";

export const metadata: Metadata = { title: "Tax" };

export default async function TaxPage({ params, searchParams }: PageProps<"/[org]/reports/tax">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read"))
    return <NotAllowed title="Tax" to="reports" permission="report:read" />;
  const { locale, currency } = here.org;
  const { fromOn, throughOn, basis } = taxReportList.read(asked);
  const unread = taxReportList.unreadDays(asked);
  const isBackwards = fromOn !== undefined && throughOn !== undefined && throughOn < fromOn;
  const query = isBackwards ? { basis } : { fromOn, throughOn, basis };
  const report = await api.reports.tax(query);
  const days = `${formatDay(report.fromOn, locale)} to ${formatDay(report.throughOn, locale)}`;
  const links = listLinks(taxReportList, query, (rest) => toTaxReport(org, rest));
  return (
    <ListScreen
      here={here}
      links={links}
      page={{ rows: report.rows, next: null }}
      title="Tax"
      what="the tax report"
      caption={`Tax by agency, ${days}, in ${currency}`}
      columns={taxColumns({ org: here.org, report })}
      rowKey={(row) => row.agencyId}
      rowLinks={false}
      totalName="Total"
      about={`${days}, ${report.basis === "paid" ? "when paid" : "when invoiced"}, in ${currency}`}
      filters={
        <>
          <ReportTabs org={org} />
          <form
            key={JSON.stringify([report.fromOn, report.throughOn, report.basis, unread])}
            action={links.all}
            method="get"
            className="mb-3 flex flex-wrap items-end gap-2 print:hidden"
          >
            <div className="flex gap-2 max-desk:w-full">
              <DayBox label="From" name="from" value={report.fromOn} unread={unread["fromOn"]} />
              <DayBox label="To" name="through" value={report.throughOn} unread={unread["throughOn"]} />
            </div>
            <FilterSelect label="Basis" name="basis" value={report.basis}>
              {Object.entries(TAX_BASES).map(([each, words]) => (
                <option key={each} value={each}>
                  {words}
                </option>
              ))}
            </FilterSelect>
            <Button type="submit">Show</Button>
          </form>
          {isBackwards ? <Notice tone="late">{REFUSALS["range-backwards"]}</Notice> : null}
          <p className="mb-3 text-13 text-soft">
            {tieWords(report, (amount) => formatGross(amount, currency, locale))}
          </p>
        </>
      }
      none={
        <Empty icon={<Landmark />} title="No agency yet">
          Agencies and their rates are kept in the settings.
        </Empty>
      }
    />
  );
}
