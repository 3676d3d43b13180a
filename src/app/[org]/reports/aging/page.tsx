// Aging of every customer at any day: the business's figures, a row per account with the largest debt first, and
// whether they agree with the ledger.
import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { countOf } from "@/domain/count-of.ts";
import { formatDay } from "@/domain/values/day.ts";
import { apiFor } from "@/server/api.ts";
import { AgingFigures } from "@/ui/aging-figures.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { AsOfChip, momentWords } from "../../_moment/as-of-chip.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { momentInput, momentHref, readMoment } from "../../_moment/moment.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { asked, toAging, toCsv, toCustomers } from "../../_shell/links.ts";
import { agingAsked } from "./asked.ts";
import { agingColumns } from "./columns.tsx";
import { TieOut } from "./tie-out.tsx";

export const metadata: Metadata = { title: "Aging" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AgingPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const cursor = asked(query, "cursor");
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) {
    return <NotAllowed title="Aging" to="reports" permission="report:read" />;
  }
  const { locale, currency, today, zone } = here.org;
  const wanted = readMoment(query, zone);
  const { search, ...sorting } = agingAsked(query);
  const question = { ...momentInput(wanted), ...sorting, ...(search && { search }) };
  const report = await api.reports.aging({ ...question, ...(cursor && { cursor }) });
  const reading = { currency, locale };
  const known = { typed: wanted.known?.typed, at: wanted.known?.at ?? null, zone };
  const account = { asOf: report.asOf, isToday: report.asOf === today && !wanted.known };
  const when = account.isToday ? {} : { ...momentHref(wanted), asOf: report.asOf };
  const order = { sort: asked(query, "sort"), direction: asked(query, "direction") };
  const kept = { ...when, search, ...order };
  const moment = momentWords({ account, known, locale });
  return (
    <Screen
      title="Aging"
      about={`${moment}, by due date, in ${currency}`}
      actions={
        <>
          <AsOfChip
            account={account}
            known={known}
            locale={locale}
            today={today}
            back={toAging(org, { search, ...order })}
            kept={{ search, ...order }}
          />
          <CsvLink permissions={here.permissions} href={toCsv(toAging(org), kept)} />
        </>
      }
    >
      <Card>
        <AgingFigures aging={report.totals} {...reading} />
      </Card>
      <p className="my-3 text-13 text-soft">
        {report.accounts === 0
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
          kept={{ ...when, ...order }}
        />
      </div>
      <Card>
        {report.rows.length === 0 && search ? (
          <Empty
            icon={<ChartNoAxesColumn />}
            title={`Nobody who matches “${search}” owes anything`}
            action={<ButtonLink href={toAging(org, { ...when, ...order })}>Show everybody</ButtonLink>}
          >
            Names, companies, numbers, phones and mail addresses are searched.
          </Empty>
        ) : report.rows.length === 0 ? (
          <Empty
            icon={<ChartNoAxesColumn />}
            title="Nobody owes anything"
            action={<ButtonLink href={toCustomers(org)}>Customers</ButtonLink>}
          >
            On {formatDay(report.asOf, locale)} there was no open invoice and no open credit.
          </Empty>
        ) : (
          <Table
            caption={`Aging at ${moment}, in ${currency}`}
            columns={agingColumns({ here, totals: report.found, when, search, sorting })}
            rows={report.rows}
            rowKey={(row) => row.customerId}
            rowLinks
            wide
            totalName={`Total of ${countOf(report.accounts, "customer")}`}
          />
        )}
      </Card>
      <Pager
        label="Pages of the aging"
        count={
          report.rows.length < report.accounts
            ? `Showing ${report.rows.length} of ${countOf(report.accounts, "customer")}`
            : null
        }
        first={cursor ? { href: toAging(org, kept), label: "First" } : null}
        next={report.next ? { href: toAging(org, { ...kept, cursor: report.next }), label: "Next" } : null}
      />
    </Screen>
  );
}
