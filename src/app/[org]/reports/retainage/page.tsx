// What customers hold back at any day, by customer, job and invoice: how long ago it was invoiced, when its release is
// expected, and whether it agrees with the trial balance.
import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { countOf } from "@/domain/count-of.ts";
import { EXPECTED_WHEN, HELD_AGES, agedRetainageList } from "@/domain/invoices/aged-retainage.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { retainageColumns } from "../../_lists/retainage-columns.tsx";
import { AsOfChip, momentWords } from "../../_moment/as-of-chip.tsx";
import { momentHref, momentInput, readMoment } from "../../_moment/moment.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toNewInvoice, toRetainageReport, toTrialBalance } from "../../_shell/links.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { ReportTabs } from "../report-tabs.tsx";
import { AgreesWithTrial } from "./agrees.tsx";
import { HeldFigures } from "./held-figures.tsx";

export const metadata: Metadata = { title: "Retainage" };

export default async function RetainageReportPage({
  params,
  searchParams,
}: PageProps<"/[org]/reports/retainage">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read"))
    return <NotAllowed title="Retainage" to="reports" permission="report:read" />;
  const { locale, currency, today, zone } = here.org;
  const wanted = readMoment(asked, zone);
  const query = agedRetainageList.read(asked);
  const report = await api.reports.retainage({ ...momentInput(wanted), ...query });
  const { asOf, rows, sums } = report;
  const known = { typed: wanted.known?.typed, at: wanted.known?.at ?? null, zone };
  const account = { asOf, isToday: asOf === today && !wanted.known };
  const when = account.isToday ? {} : { ...momentHref(wanted), asOf };
  const links = listLinks(agedRetainageList, query, (rest) => toRetainageReport(org, { ...when, ...rest }));
  const moment = momentWords({ account, known, locale });
  const reading = { currency, locale };
  const narrowed = [
    query.age && `Invoiced: ${HELD_AGES[query.age]}`,
    query.expected && `Release expected: ${EXPECTED_WHEN[query.expected]}`,
  ].filter(Boolean);
  return (
    <ListScreen
      here={here}
      links={links}
      title="Retainage"
      what="retainage"
      page={{ rows, next: null }}
      caption={`Retainage held back at ${moment}, in ${currency}`}
      columns={retainageColumns(here.org, report)}
      rowKey={(row) => `${row.customerId} ${row.invoiceId}`}
      rowLinks={false}
      wide
      totalName={`Total of ${countOf(rows.length, "invoice")}`}
      about={`${moment}, by customer, job and invoice, in ${currency}`}
      before={
        <AsOfChip
          account={account}
          asked={wanted}
          known={known}
          locale={locale}
          today={today}
          to={(rest) => toRetainageReport(org, rest)}
          kept={agedRetainageList.write(query)}
        />
      }
      filters={
        <>
          <ReportTabs org={org} />
          <HeldFigures
            sums={sums}
            {...reading}
            ageWay={(age) => links.to({ age })}
            expectedWay={(expected) => links.to({ expected })}
          />
          <p className="my-3 text-13 text-soft">
            <Suspense fallback="Comparing it with the trial balance…">
              <AgreesWithTrial
                org={org}
                trialWay={toTrialBalance(org, when)}
                at={{ ...momentInput(wanted), asOf }}
                heldCents={sums.heldCents}
                {...reading}
              />
            </Suspense>
            {account.isToday ? null : " Expected days are those that are said now."}
          </p>
          {narrowed.length > 0 ? <Filtered all={links.all}>{narrowed.join(", ")}</Filtered> : null}
        </>
      }
      none={
        <Empty
          icon={<ShieldCheck />}
          title={narrowed.length > 0 ? "Nothing of that kind is held back" : "Nothing is held back"}
          action={
            narrowed.length > 0 ? (
              <ButtonLink href={links.all}>Show all</ButtonLink>
            ) : (
              <ButtonLink href={toNewInvoice(org)}>New invoice</ButtonLink>
            )
          }
        >
          On {formatDay(asOf, locale)} no customer held such retainage back.
        </Empty>
      }
    />
  );
}
