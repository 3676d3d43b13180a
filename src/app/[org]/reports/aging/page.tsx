// Aging of every customer at any day: the business's figures, a row per account with the largest debt first, and
// whether they agree with the ledger.
import { ChartNoAxesColumn, FileText } from "lucide-react";
import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { countOf } from "@/domain/count-of.ts";
import { bucketWords, type Bucket } from "@/domain/ledger/aging.ts";
import { agingList } from "@/domain/receivables/aging-list.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { apiFor } from "@/server/api.ts";
import { AgingFigures } from "@/ui/aging-figures.tsx";
import { NewTabLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { agingColumns } from "../../_lists/aging-columns.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { AsOfChip, momentWords } from "../../_moment/as-of-chip.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { momentInput, momentHref, readMoment } from "../../_moment/moment.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { toAging, toCustomers } from "../../_shell/links.ts";
import { toAgingPdf } from "../../_shell/report-links.ts";
import { ReportTabs } from "../report-tabs.tsx";
import { TieOut } from "./tie-out.tsx";

export const metadata: Metadata = { title: "Aging" };

export default async function AgingPage({ params, searchParams }: PageProps<"/[org]/reports/aging">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) {
    return <NotAllowed title="Aging" to="reports" permission="report:read" />;
  }
  const { locale, currency, today, zone } = here.org;
  const wanted = readMoment(asked, zone);
  const query = agingList.read(asked);
  const { search, bucket } = query;
  const report = await api.reports.aging({ ...momentInput(wanted), ...query });
  const reading = { currency, locale };
  const known = { typed: wanted.known?.typed, at: wanted.known?.at ?? null, zone };
  const account = { asOf: report.asOf, isToday: report.asOf === today && !wanted.known };
  const when = account.isToday ? {} : { ...momentHref(wanted), asOf: report.asOf };
  const links = listLinks(agingList, query, (rest) => toAging(org, { ...when, ...rest }));
  const moment = momentWords({ account, known, locale });
  const order = agingList.write({ ...query, cursor: undefined });
  return (
    <ListScreen
      here={here}
      links={links}
      title="Aging"
      what="the aging"
      page={report}
      caption={`Aging at ${moment}, in ${currency}`}
      columns={agingColumns({
        org: here.org,
        totals: report.found,
        when,
        sortBy: links.sortBy,
        shown: bucket,
        bucketWay: (bucket) => links.to({ bucket }),
      })}
      rowKey={(row) => row.customerId}
      wide
      rowLinks={false}
      totalName={`Total of ${countOf(report.accounts, "customer")}`}
      about={`${moment}, by due date, in ${currency}`}
      before={
        <>
          <NewTabLink href={toAgingPdf(org, { ...when, ...order })}>
            <FileText aria-hidden="true" />
            PDF
          </NewTabLink>
          <AsOfChip
            account={account}
            asked={wanted}
            known={known}
            locale={locale}
            today={today}
            to={(query) => toAging(org, query)}
            kept={order}
          />
        </>
      }
      count={
        report.rows.length < report.accounts
          ? `Showing ${report.rows.length} of ${countOf(report.accounts, "customer")}`
          : null
      }
      filters={
        <>
          <ReportTabs org={org} />
          <Card>
            <AgingFigures
              aging={report.totals}
              bucketWay={(bucket) => toAging(org, { ...when, bucket })}
              {...reading}
            />
          </Card>
          <p className="my-3 text-13 text-soft">
            {report.accounts === 0 || links.isFiltered
              ? null
              : `${countOf(report.totals.openInvoices, "open item")} of ${countOf(report.accounts, "customer")}. `}
            <Suspense fallback="Adding up the ledger…">
              <TieOut
                org={org}
                at={{ ...momentInput(wanted), asOf: report.asOf }}
                netCents={report.totals.netCents}
                {...reading}
              />
            </Suspense>
          </p>
          <div className="mb-3">
            <FindBox
              action={toAging(org)}
              label="Find a customer in the aging"
              hint="Name, number, phone"
              search={search ?? ""}
              kept={{ ...when, ...links.kept("search") }}
            />
          </div>
          {bucket ? (
            <Filtered all={links.to({ bucket: undefined })}>
              Customers with something {bucketWords(bucket)}
            </Filtered>
          ) : null}
        </>
      }
      none={<Nobody {...query} asOf={formatDay(report.asOf, locale)} org={org} links={links} />}
    />
  );
}

type NobodyProps = {
  org: string;
  search?: string | undefined;
  bucket?: Bucket | undefined;
  asOf: string;
  links: { to: (change: { search?: undefined; bucket?: undefined }) => Route };
};

function Nobody({ org, search, bucket, asOf, links }: NobodyProps) {
  const icon = <ChartNoAxesColumn />;
  const everybody = (
    <ButtonLink href={links.to({ search: undefined, bucket: undefined })}>Show everybody</ButtonLink>
  );
  if (search)
    return (
      <Empty icon={icon} title={`Nobody who matches “${search}” owes anything`} action={everybody}>
        Names, companies, numbers, phones and mail addresses are searched.
      </Empty>
    );
  if (bucket)
    return (
      <Empty icon={icon} title={`Nobody has anything ${bucketWords(bucket)}`} action={everybody}>
        On {asOf} there was no such invoice.
      </Empty>
    );
  return (
    <Empty
      icon={icon}
      title="Nobody owes anything"
      action={<ButtonLink href={toCustomers(org)}>Customers</ButtonLink>}
    >
      On {asOf} there was no open invoice and no open credit.
    </Empty>
  );
}
