"use client";
// The receipt is recorded: its number, the change to give back large enough to read across a counter, the copies, and
// the next customer one key away.
import { useEffect, useRef } from "react";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Button, NewTabLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toReceipt, toReceiptPdf } from "../../_shell/links.ts";
import type { CounterPlace } from "./use-counter.ts";
import type { Done } from "./record-sale.ts";

type Props = { org: string; done: Done; place: CounterPlace; onNext: () => void };

export function Completed({ org, done, place: { locale, proof }, onNext }: Props) {
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => next.current?.querySelector("button")?.focus(), []);
  const write = (amount: Cents) => formatAmount(amount, done.currency, locale);
  const posted = done.period && postedWords(done.today, done.period, locale);
  const pdf = (copy: string) => toReceiptPdf(org, done.receiptId, { paper: "80mm", copy });
  return (
    <div className="grid max-w-2xl gap-5">
      <Notice tone="good" title={`Receipt ${done.number} recorded`}>
        {toldOf(done, write)}
        {posted ? ` It is ${posted}.` : ""}
      </Notice>
      {done.changeCents > 0 ? (
        <p className="grid gap-1 rounded-card border border-line bg-card p-5">
          <span className="text-soft">Change, {done.currency}</span>
          <span className="text-28 font-semibold">{write(done.changeCents)}</span>
        </p>
      ) : null}
      <div ref={next} className="flex flex-wrap gap-2 max-desk:[&>*]:flex-auto">
        <Button variant="primary" onClick={onNext}>
          Next customer
        </Button>
        {proof === "copies" && done.houseCharge ? (
          <NewTabLink href={pdf("both")}>Both copies, one to be signed</NewTabLink>
        ) : (
          <>
            <NewTabLink href={pdf("customer")}>Customer copy</NewTabLink>
            <NewTabLink href={pdf("merchant")}>Merchant copy</NewTabLink>
          </>
        )}
        <ButtonLink href={toReceipt(org, done.receiptId)}>Open the receipt</ButtonLink>
      </div>
    </div>
  );
}

function toldOf(
  { dueCents, currency, customer, houseChargeCents, onAccountCents, houseCharge }: Done,
  write: (amount: Cents) => string,
) {
  const parts = [`${write(dueCents)} ${currency}${customer ? ` from ${customer.name}` : ""}`];
  if (onAccountCents > 0) parts.push(`${write(onAccountCents)} paid on account`);
  if (houseCharge) parts.push(`${write(houseChargeCents)} charged as invoice ${houseCharge.number}`);
  return `${parts.join("; ")}.`;
}
