"use client";
// What the books said no to, in the words that the screen has for it, and what has changed since the screen was drawn.
import { canCharge } from "@/domain/ledger/account.ts";
import { canChargeWords } from "@/domain/ledger/account-words.ts";
import { cantChargeWords, overLimitWords } from "@/domain/credit/charging-words.ts";
import type { WhyNot } from "@/domain/ledger/account.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { Notice } from "@/ui/notice.tsx";
import type { Counting } from "./use-counter.ts";
import type { Customer } from "./use-customer.ts";

const TITLES: Readonly<Record<string, string>> = {
  unknown: "We don’t know whether this was recorded",
  "sent-before": "This was recorded before",
  "key-reused": "This may have been recorded before",
};

export function Refused({ counting }: { counting: Counting }) {
  const { fault, whose, write } = counting;
  if (!fault) return null;
  const { customer, before } = whose;
  return (
    <Notice tone="late" title={TITLES[fault.code ?? ""] ?? "Nothing was recorded"}>
      <p>{refusalWords(counting)}</p>
      {customer && before ? (
        <p>
          {chargeWords(before, write)} before; now: {uncapitalized(chargeWords(customer, write))}.
        </p>
      ) : null}
      {Object.entries(fault.fields).map(([field, words]) => (
        <p key={field}>{words}</p>
      ))}
    </Notice>
  );
}

function refusalWords({ fault, sale, whose, write }: Counting): string {
  if (!fault) return "";
  const { because, about, canChargeCents } = fault.details;
  const bound = fault.code === "over-shared-limit" ? whose.customer?.credit.shared : undefined;
  if (fault.code === "charging-refused" && typeof because === "string" && whose.customer)
    return cantChargeWords(
      { kind: "refused", because: because as WhyNot, about: about ?? {} },
      whose.customer.figures,
      write,
    );
  if (
    (fault.code === "over-limit" || fault.code === "over-shared-limit") &&
    typeof canChargeCents === "number" &&
    sale.houseChargeCents > canChargeCents
  )
    return overLimitWords(sale.houseChargeCents, { amountCents: cents(canChargeCents), bound }, write);
  if (fault.code === "over-job-limit" && typeof canChargeCents === "number")
    return `${fault.message} ${write(cents(canChargeCents))} is left.`;
  if (fault.code === "key-reused")
    return "This sale was sent before, as it stood then, and may be recorded. Press Complete again to look.";
  if (fault.code === "not-what-is-due")
    return `${fault.message} The tax may have changed; what is to pay is worked out anew.`;
  return fault.message;
}

const uncapitalized = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

const chargeWords = ({ figures, credit }: Customer, write: (amount: Cents) => string) =>
  canChargeWords(figures, credit.limit, canCharge(figures, credit), write).claim;
