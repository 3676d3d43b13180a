// One payment: how much of it settles what, what is still open credit, and applying or un-applying that.
import type { Metadata } from "next";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Attachments } from "../../_attachments/attachments.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { ReversedNotice } from "../../_corrections/reversed-notice.tsx";
import { currencyHref, toCustomer, toDeposit, toEvent } from "../../_shell/links.ts";
import { listedAccount } from "../../_apply/listed-account.ts";
import { Actions } from "./actions.tsx";
import { ApplyCredit } from "./apply-credit.tsx";
import { readPayment, type Payment } from "./read-payment.ts";
import { SplitParts } from "./split-parts.tsx";
import { SettledInvoices } from "./settled-invoices.tsx";

type Props = PageProps<"/[org]/payments/[payment]">;

const nameOf = ({ number, eventId }: Payment) => number ?? `of event ${eventId}`;
const titleOf = (payment: Payment) => `Payment ${nameOf(payment)}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, payment } = await params;
  return { title: titleOf(await readPayment(org, payment)) };
}

export default async function PaymentPage({ params }: Props) {
  const { org, payment: paymentId } = await params;
  const [here, payment] = await Promise.all([readCurrentMember(org), readPayment(org, paymentId)]);
  const { locale, today } = here.org;
  const mayApply = here.permissions.includes("credit:apply");
  const account = listedAccount(payment.account, locale);
  const { customerId, openCents } = payment;
  const posted = postedWords(payment.receivedOn, payment.period, locale);
  return (
    <Screen
      title={titleOf(payment)}
      about={
        <p>
          <Link
            href={toCustomer(org, customerId, currencyHref(account.currency, here.org.currency))}
            className="text-link"
          >
            {payment.customerName}
          </Link>{" "}
          · {payment.type} · received {formatDay(payment.receivedOn, locale)} ·{" "}
          <Link href={toEvent(org, payment.eventId)} className="text-link">
            event {payment.eventId}
          </Link>
          {posted ? ` · ${posted}` : null}
          {payment.toAccount ? ` · to ${payment.toAccount.name}` : null}
          {payment.deposit ? (
            <>
              {payment.toAccount ? " in " : " · in "}
              <Link href={toDeposit(org, payment.deposit.depositId)} className="text-link">
                deposit {payment.deposit.number}
              </Link>
            </>
          ) : null}
        </p>
      }
      actions={<Actions here={here} payment={payment} title={`payment ${nameOf(payment)}`} />}
    >
      {payment.reversed ? <ReversedNote org={org} back={payment.reversed} locale={locale} /> : null}
      <Figures payment={payment} locale={locale} />
      {payment.split ? (
        <SplitParts org={org} payment={payment} split={payment.split} locale={locale} />
      ) : null}
      {payment.memo ? <p className="mt-3 text-soft wrap-anywhere">{payment.memo}</p> : null}
      {payment.customerNote ? (
        <p className="mt-3 wrap-anywhere">
          <span className="text-soft">To the customer: </span>
          {payment.customerNote}
        </p>
      ) : null}
      <SettledInvoices
        org={org}
        payment={payment}
        account={account}
        place={{ locale, today }}
        mayUnApply={mayApply}
      />
      {mayApply && openCents > 0 && account.debts.length > 0 ? (
        <ApplyCredit
          org={org}
          paymentId={paymentId}
          openCents={openCents}
          account={account}
          place={{ locale, today }}
        />
      ) : null}
      <Attachments org={org} subject={{ kind: "payment", id: payment.paymentId }} />
    </Screen>
  );
}

type BackProps = { org: string; back: NonNullable<Payment["reversed"]>; locale: string };

function ReversedNote({ org, back, locale }: BackProps) {
  const how = back.kind === "reversal" ? "This payment was reversed" : "The bank returned this payment";
  const why = back.reason ? `: ${back.reason}` : "";
  return <ReversedNotice org={org} title={`${how} on ${formatDay(back.on, locale)}${why}`} by={back} />;
}

function Figures({ payment, locale }: { payment: Payment; locale: string }) {
  const figures: [string, Cents][] = [
    ["Paid", payment.amountCents],
    ["Applied", payment.appliedCents],
    ["Open credit", payment.openCents],
  ];
  if (payment.goneCents > 0) figures.push(["Given back", payment.goneCents]);
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px bg-line max-desk:[&>div:last-child:nth-child(odd)]:col-span-2 desk:flex">
        {figures.map(([name, amount]) => (
          <div key={name} className="bg-card px-4 py-3 desk:flex-1">
            <dt className="text-13 text-soft">{name}</dt>
            <dd
              className={`text-20 font-semibold ${payment.reversed && name === "Paid" ? "text-soft line-through" : ""}`}
            >
              {formatAmount(amount, payment.currency, locale)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
