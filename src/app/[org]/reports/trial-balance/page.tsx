// The trial balance of the accounts that receivables post to, at any day: what each comes to, in debit or in credit, each a
// link to the lines that it is made of, and whether it agrees with the aging.
import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { trialBalanceList } from "@/domain/receivables/trial-balance.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { ListScreen } from "../../_lists/list-screen.tsx";
import { trialColumns } from "../../_lists/trial-columns.tsx";
import { AsOfChip, momentWords } from "../../_moment/as-of-chip.tsx";
import { momentHref, momentInput, readMoment } from "../../_moment/moment.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toCustomers, toTrialBalance } from "../../_shell/links.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { ReportTabs } from "../report-tabs.tsx";
import { AgreesWithAging } from "./agrees.tsx";

export const metadata: Metadata = { title: "Trial balance" };

export default async function TrialBalancePage({
  params,
  searchParams,
}: PageProps<"/[org]/reports/trial-balance">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read"))
    return <NotAllowed title="Trial balance" to="reports" permission="report:read" />;
  const { locale, currency, today, zone } = here.org;
  const wanted = readMoment(asked, zone);
  const trial = await api.reports.trialBalance(momentInput(wanted));
  const { asOf, lines } = trial;
  const known = { typed: wanted.known?.typed, at: wanted.known?.at ?? null, zone };
  const account = { asOf, isToday: asOf === today && !wanted.known };
  const when = account.isToday ? {} : { ...momentHref(wanted), asOf };
  const moment = momentWords({ account, known, locale });
  return (
    <ListScreen
      here={here}
      links={listLinks(trialBalanceList, {}, (rest) => toTrialBalance(org, { ...when, ...rest }))}
      title="Trial balance"
      what="the trial balance"
      page={{ rows: lines, next: null }}
      caption={`Trial balance at ${moment}, in ${currency}`}
      columns={trialColumns({ org: here.org, trial })}
      rowKey={(row) => row.code}
      rowLinks={false}
      totalName="Total"
      about={`${moment}, by posting period, in ${currency}`}
      before={
        <AsOfChip
          account={account}
          asked={wanted}
          known={known}
          locale={locale}
          today={today}
          to={(query) => toTrialBalance(org, query)}
        />
      }
      filters={
        <>
          <ReportTabs org={org} />
          <p className="mb-3 text-13 text-soft">
            <Suspense fallback="Comparing it with the aging…">
              <AgreesWithAging
                org={org}
                at={{ ...momentInput(wanted), asOf }}
                lines={lines}
                currency={currency}
                locale={locale}
              />
            </Suspense>
          </p>
        </>
      }
      none={
        <Empty
          icon={<Scale />}
          title="Nothing is posted yet"
          action={<ButtonLink href={toCustomers(org)}>Customers</ButtonLink>}
        >
          On {formatDay(asOf, locale)} no invoice, payment or credit was in the books.
        </Empty>
      }
    />
  );
}
