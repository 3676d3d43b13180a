// What a receipt is elsewhere: the invoice of its house charge, its payments, its credit memo with their events, the
// receipt it brings back, and what was brought back of it.
import type { Route } from "next";
import type { ReactNode } from "react";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { PaperLink, ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toCreditMemo, toEvent, toInvoice, toPayment, toReceipt } from "../../_shell/links.ts";

type Props = { org: string; receipt: ReceiptPage; locale: string };

const LINK = "text-link";

export function RelatedDocuments({ org, receipt, locale }: Props) {
  const posted = receipt.tenders.flatMap((tender) => {
    const { paper, eventId, onAccountCents, amountCents, reversed } = tender;
    if (!paper || eventId === null) return [];
    return [{ paper, eventId, reversed, cents: onAccountCents > 0 ? onAccountCents : amountCents }];
  });
  const { original, returns, currency } = receipt;
  if (posted.length === 0 && !original && returns.length === 0) return null;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  return (
    <Section id="became" title="What it became" note={`in ${currency}`}>
      <Card>
        <ul className="divide-y divide-line">
          {posted.map(({ paper, eventId, reversed, cents }) => (
            <Line key={eventId} value={write(cents)}>
              <Paper org={org} paper={paper} />{" "}
              <span className="text-13 text-soft">
                <Link href={toEvent(org, eventId)} className={LINK}>
                  event {eventId}
                </Link>
                {reversed ? <Reversed /> : null}
                {paper.kind === "invoice" ? <Standing receipt={receipt} locale={locale} /> : null}
              </span>
            </Line>
          ))}
          {original ? (
            <Line value="">
              Brought back from{" "}
              <Link href={toReceipt(org, original.receiptId)} className={LINK}>
                {original.number}
              </Link>
            </Line>
          ) : null}
          {returns.map((back) => (
            <Line key={back.receiptId} value={write(back.totalCents)}>
              Return{" "}
              <Link href={toReceipt(org, back.receiptId)} className={LINK}>
                {back.number}
              </Link>{" "}
              <span className="text-13 text-soft">{formatDay(back.issuedOn, locale)}</span>
              {back.reversed ? <Reversed /> : null}
            </Line>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Standing({ receipt: { invoice, currency }, locale }: { receipt: ReceiptPage; locale: string }) {
  if (!invoice || invoice.reversed) return null;
  const open = formatAmount(invoice.openCents, currency, locale);
  const told = invoice.openCents > 0 ? `${open} left, due ${formatDay(invoice.dueOn, locale)}` : "paid";
  return <> · {told}</>;
}

function Reversed() {
  return (
    <span className="ml-2">
      <Tag tone="held">Reversed</Tag>
    </span>
  );
}

const NAMES: Record<PaperLink["kind"], string> = {
  invoice: "Invoice",
  payment: "Payment",
  "credit-memo": "Credit memo",
};

function Paper({ org, paper }: { org: string; paper: PaperLink }) {
  const links: Record<PaperLink["kind"], Route> = {
    invoice: toInvoice(org, paper.id),
    payment: toPayment(org, paper.id),
    "credit-memo": toCreditMemo(org, paper.id),
  };
  return (
    <>
      {NAMES[paper.kind]}{" "}
      <Link href={links[paper.kind]} className={LINK}>
        {paper.number}
      </Link>
    </>
  );
}

function Line({ value, children }: { value: string; children: ReactNode }) {
  return (
    <li className="flex items-baseline justify-between gap-4 px-4 py-2.5">
      <span className="min-w-0">{children}</span>
      <span className="whitespace-nowrap tabular-nums">{value}</span>
    </li>
  );
}
