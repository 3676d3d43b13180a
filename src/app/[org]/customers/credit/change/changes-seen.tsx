"use client";
// What a change makes of each account: the terms that change, and what could be charged then.
import { canCharge } from "@/domain/ledger/account.ts";
import { withDecided, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { chargeableWords, termChanges } from "@/domain/credit/credit-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Table, type Column } from "@/ui/table.tsx";

export type Chosen = RouterOutputs["credit"]["chosen"]["accounts"][number];
type Seen = { account: Chosen; terms: DecidedTerms };
type Props = { after: readonly Seen[]; today: Day; locale: string; write: (amount: Cents) => string };

export function ChangesSeen({ after, ...how }: Props) {
  return (
    <Table
      caption="What the change makes of each"
      columns={columns(how)}
      rows={after}
      rowKey={({ account }) => account.accountId}
    />
  );
}

function columns({ today, locale, write }: Omit<Props, "after">): Column<Seen>[] {
  const writeDay = (day: Day) => formatDay(day, locale);
  const chargeable = (account: Chosen, terms: Chosen["terms"]) =>
    chargeableWords(canCharge(account.figures, terms), write);
  return [
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ account }) => account.name,
    },
    {
      key: "what",
      head: "What changes",
      place: "under",
      wraps: true,
      cell: ({ account: { decided }, terms }) => {
        const changes = termChanges(decided, terms, { write, writeDay });
        return changes.length === 0 ? (
          <span className="text-soft">Nothing</span>
        ) : (
          changes.map(({ what, before, after }) => (
            <span key={what} className="block">
              {what}: <Became now={before} then={after} />
            </span>
          ))
        );
      },
    },
    {
      key: "charge",
      head: "Can charge",
      place: "lead-end",
      label: "can charge",
      numeric: true,
      cell: ({ account, terms }) => (
        <Became
          now={chargeable(account, account.terms)}
          then={chargeable(account, withDecided(account.terms, terms, today))}
        />
      ),
    },
  ];
}

function Became({ now, then }: { now: string; then: string }) {
  if (now === then) return now;
  return (
    <>
      <span className="text-soft">{now}</span> <span aria-hidden="true">→</span>
      <span className="sr-only">becomes</span> <span className="font-medium">{then}</span>
    </>
  );
}
