// What each of the five figures is made of, in a sentence, as a sum with its numbers, and as a way to the rows below.
import type { ReactNode } from "react";
import { countingCreditOf, usedOfLimit, type AccountPage } from "@/domain/account.ts";
import { canChargeWords } from "@/domain/account-words.ts";
import { BUCKETS, BUCKET_LABELS } from "@/domain/aging.ts";
import { minus, type Cents } from "@/domain/money.ts";
import type { Reading } from "@/ui/amount.tsx";
import { Explain, SumOf } from "@/ui/explain.tsx";
import { ExplainLink } from "@/ui/explain-link.tsx";

type Props = Reading & { account: AccountPage };

export function BalanceExplained({ account, ...reading }: Props) {
  const { aging } = account;
  const parts = BUCKETS.filter((bucket) => aging[bucket] > 0).map((bucket) => ({
    name: bucket === "current" ? "Not due yet" : `${BUCKET_LABELS[bucket]} days late`,
    cents: aging[bucket],
    sign: "+" as const,
  }));
  return (
    <Explain of="Account balance">
      <p>Everything that is owed and not paid yet: the open part of each invoice, charge and fee.</p>
      <SumOf parts={parts} result={{ name: "Account balance", cents: aging.totalCents }} {...reading} />
      <ExplainLink to="#unpaid">The unpaid invoices that add up to it</ExplainLink>
    </Explain>
  );
}

/** The credit that widens what can be charged: the free part, or all of it where the business counts earmarks. */
const counting = (figures: AccountPage["figures"]) => ({
  name: figures.countEarmarked ? "Open credit, earmarks included" : "Free credit",
  cents: countingCreditOf(figures),
});

const freeCredit = ({ figures }: AccountPage): Cents =>
  minus(figures.openCreditCents, figures.earmarkedCents);

export function CreditExplained({ account, ...reading }: Props) {
  const { earmarkedCents, openCreditCents } = account.figures;
  return (
    <Explain of="Open credit">
      <p>Payments and credits that haven’t been applied to an invoice, refunded or taken back.</p>
      <SumOf
        parts={[
          { name: "Free", cents: freeCredit(account), sign: "+" },
          { name: account.isToday ? "Earmarked" : "Earmarked (today)", cents: earmarkedCents, sign: "+" },
        ]}
        result={{ name: "Open credit", cents: openCreditCents }}
        {...reading}
      />
      <ExplainLink to="#history">The payments and credits in the history</ExplainLink>
    </Explain>
  );
}

export function NetExplained({ account, ...reading }: Props) {
  const { balanceCents, openCreditCents, netCents } = account.figures;
  return (
    <Explain of="Net receivable">
      <p>What would be left to collect if the open credit were applied. It is the balance of the history.</p>
      <SumOf
        parts={[
          { name: "Account balance", cents: balanceCents },
          { name: "Open credit", cents: openCreditCents, sign: "−" },
        ]}
        result={{ name: "Net receivable", cents: netCents }}
        {...reading}
      />
      <ExplainLink to="#history">Every event that led to it</ExplainLink>
    </Explain>
  );
}

export function ChargeExplained({
  account,
  write,
  ...reading
}: Props & { write: (amount: Cents) => string }) {
  const { figures, limit, canCharge } = account;
  const why = canChargeWords(figures, limit, canCharge, write);
  return (
    <Explain of="Can charge">
      <p>
        <strong className="font-semibold">{why.claim}</strong>: {why.because}
      </p>
      {canCharge.kind === "amount" && limit.kind === "limit" ? (
        <SumOf
          parts={[
            { name: "Credit limit", cents: limit.limitCents },
            { name: "Account balance", cents: figures.balanceCents, sign: "−" },
            { ...counting(figures), sign: "+" },
            { name: "Reserved", cents: figures.reservedCents, sign: "−" },
          ]}
          result={{ name: "Can charge, never below zero", cents: canCharge.amountCents }}
          {...reading}
        />
      ) : null}
      <Todays account={account} />
      <ExplainLink to="#unpaid">The unpaid invoices that use the limit</ExplainLink>
    </Explain>
  );
}

export function LimitExplained({ account, ...reading }: Props) {
  const { figures, limit } = account;
  return (
    <Explain of="Credit limit">
      <p>{LIMITS[limit.kind]}</p>
      {limit.kind === "limit" ? (
        <SumOf
          parts={[
            { name: "Account balance", cents: figures.balanceCents },
            { ...counting(figures), sign: "−" },
            { name: "Reserved", cents: figures.reservedCents, sign: "+" },
          ]}
          result={{ name: "In use", cents: usedOfLimit(figures) }}
          {...reading}
        />
      ) : null}
      <Todays account={account} />
      <ExplainLink to="#unpaid">The unpaid invoices that use it</ExplainLink>
    </Explain>
  );
}

const LIMITS: Record<AccountPage["limit"]["kind"], ReactNode> = {
  limit:
    "The most that may be charged to the account before something is paid. People set it; payments don’t change it.",
  none: "No limit is set, so nothing can be charged at the counter. Invoices on terms don’t need one.",
  unlimited: "The account may be charged without an upper limit.",
};

function Todays({ account }: { account: AccountPage }) {
  return account.isToday ? null : (
    <p className="text-soon">The limit, earmarks and reservations in this sum are today’s.</p>
  );
}
