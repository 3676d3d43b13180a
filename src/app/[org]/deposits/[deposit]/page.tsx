// One deposit: what was taken to the bank, what came back of it since, its slip, and its reversal.
import type { Metadata } from "next";
import { FileText } from "lucide-react";
import { countOf } from "@/domain/count-of.ts";
import { slipSums } from "@/domain/payments/deposit.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Amount } from "@/ui/amount.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { DownloadLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { Table } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import { RowLink } from "../../_lists/cells.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toDepositPdf, toNewDeposit, toPayment } from "../../_shell/links.ts";
import { Printed } from "../../_shell/printed.tsx";
import { readDeposit, type Deposit } from "./read-deposit.ts";
import { ReverseDeposit } from "./reverse-deposit.tsx";

type Props = PageProps<"/[org]/deposits/[deposit]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, deposit } = await params;
  return { title: `Deposit ${(await readDeposit(org, deposit)).number}` };
}

export default async function DepositPage({ params }: Props) {
  const { org, deposit: depositId } = await params;
  const [here, deposit] = await Promise.all([readCurrentMember(org), readDeposit(org, depositId)]);
  const { locale } = here.org;
  const { reversed, number, toAccount, depositedOn, madeBy, memo } = deposit;
  return (
    <Screen
      title={`Deposit ${number}`}
      about={
        <p>
          to {toAccount.name} · {formatDay(depositedOn, locale)} · by {madeBy}
        </p>
      }
      actions={<Actions here={here} deposit={deposit} />}
    >
      <Printed org={org} />
      {reversed ? (
        <div className="mb-4">
          <Notice tone="soon" title={`Reversed on ${formatDay(reversed.on, locale)} by ${reversed.by}`}>
            {reversed.because}. Its payments wait in Undeposited Funds again, or are in another deposit.
          </Notice>
        </div>
      ) : null}
      <Figures deposit={deposit} locale={locale} />
      {memo ? <p className="mt-3 text-soft wrap-anywhere">{memo}</p> : null}
      <h2 className="mt-6 mb-2 text-16 font-semibold">{countOf(deposit.payments.length, "payment")}</h2>
      <Payments org={org} deposit={deposit} locale={locale} />
    </Screen>
  );
}

function Actions({ here, deposit }: { here: CurrentMember; deposit: Deposit }) {
  const { slug: org, locale, today } = here.org;
  const { depositId, number, depositedOn, reversed, payments, months } = deposit;
  const cameBack = payments.some((payment) => payment.cameBack);
  return (
    <>
      <DownloadLink href={toDepositPdf(org, depositId)}>
        <FileText aria-hidden="true" />
        Slip
      </DownloadLink>
      {here.permissions.includes("event:reverse") && !reversed && !cameBack ? (
        <ReverseDeposit where={{ org, locale, today }} deposit={{ depositId, number, depositedOn, months }} />
      ) : null}
      {here.permissions.includes("payment:record") ? (
        <ButtonLink href={toNewDeposit(org)}>New deposit</ButtonLink>
      ) : null}
    </>
  );
}

function Figures({ deposit, locale }: { deposit: Deposit; locale: string }) {
  const { cashCents, checksCents, othersCents, checks } = slipSums(deposit.payments);
  const parts: [string, Cents][] = [
    ["Cash", cashCents],
    [checks === 0 ? "Checks" : countOf(checks, "check"), checksCents],
    ["Other", othersCents],
  ];
  const figures = [
    ["Deposited", deposit.amountCents] as const,
    ...parts.filter(([, amount]) => amount > 0 && amount < deposit.amountCents),
  ];
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px bg-line max-desk:[&>div:last-child:nth-child(odd)]:col-span-2 desk:flex">
        {figures.map(([name, amount]) => (
          <div key={name} className="bg-card px-4 py-3 desk:flex-1">
            <dt className="text-13 text-soft">{name}</dt>
            <dd
              className={`text-20 font-semibold ${deposit.reversed && name === "Deposited" ? "text-soft line-through" : ""}`}
            >
              {formatAmount(amount, deposit.currency, locale)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Payments({ org, deposit, locale }: { org: string; deposit: Deposit; locale: string }) {
  const { currency } = deposit;
  return (
    <Card>
      <Table
        caption={`Payments of deposit ${deposit.number}, in ${currency}`}
        rows={deposit.payments}
        rowKey={(row) => row.paymentId}
        rowLinks
        totalName="Deposited"
        columns={[
          {
            key: "number",
            head: "Payment",
            place: "sub",
            rowHead: true,
            cell: (row) => <RowLink href={toPayment(org, row.paymentId)}>{row.number ?? "Imported"}</RowLink>,
          },
          { key: "customer", head: "Customer", place: "lead", wraps: true, cell: (row) => row.customerName },
          {
            key: "received",
            head: "Received",
            place: "sub",
            cell: (row) => <DayText day={row.receivedOn} locale={locale} />,
          },
          { key: "type", head: "Method and reference", place: "sub", wraps: true, cell: (row) => row.type },
          {
            key: "state",
            head: "State",
            place: "sub-end",
            quiet: (row) => !row.cameBack,
            cell: (row) => (row.cameBack ? <Tag tone="late">Returned</Tag> : null),
          },
          {
            key: "amount",
            head: "Amount",
            place: "lead-end",
            numeric: true,
            cell: (row) => <Amount cents={row.amountCents} currency={currency} locale={locale} />,
          },
        ]}
      />
    </Card>
  );
}
