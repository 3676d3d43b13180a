"use client";
// What else is touched when an event is reversed: invoices that are owed again, credit that is open again, and the
// earmarks that are released.
import type { LiveEarmark } from "@/domain/ledger/released-earmarks.ts";
import { formatAmount, negative, sum, type Cents } from "@/domain/values/money.ts";
import { Notice } from "@/ui/notice.tsx";
import type { ReversalEffects } from "./reversal-effects.ts";

type Move = ReversalEffects["owedAgain"][number];
/** A payment may have settled hundreds; so many are named. */
const NAMED = 8;

type Props = { preview: Pick<ReversalEffects, "owedAgain" | "openAgain" | "account">; locale: string };

export function WhatMoves({ preview, locale }: Props) {
  const { owedAgain, openAgain, account } = preview;
  if (owedAgain.length === 0 && openAgain.length === 0) return null;
  const write = (amount: Cents) => formatAmount(amount, account.currency, locale);
  return (
    <ul className="grid gap-1">
      <Moves moves={owedAgain} words={["owed again", "settled again"]} write={write} />
      <Moves moves={openAgain} words={["open credit again", "used again"]} write={write} />
    </ul>
  );
}

type MovesProps = {
  moves: readonly Move[];
  words: readonly [string, string];
  write: (amount: Cents) => string;
};

/** What isn't named is counted, and added up. */
function Moves({ moves, words, write }: MovesProps) {
  const named = moves.length > NAMED + 1 ? moves.slice(0, NAMED) : moves;
  const others = moves.slice(named.length);
  const rest = sum(others.map((move) => move.amountCents));
  return (
    <>
      {named.map((move) => (
        <Moved key={move.eventId} move={move} words={words} write={write} />
      ))}
      {others.length > 0 ? (
        <Moved
          move={{ eventId: 0, name: `and ${others.length} more`, amountCents: rest }}
          words={words}
          write={write}
        />
      ) : null}
    </>
  );
}

type MovedProps = { move: Move; words: readonly [string, string]; write: (amount: Cents) => string };

function Moved({ move, words: [again, instead], write }: MovedProps) {
  const { name, amountCents } = move;
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <span className="whitespace-nowrap text-soft">
        {write(amountCents < 0 ? negative(amountCents) : amountCents)} {amountCents < 0 ? instead : again}
      </span>
    </li>
  );
}

/** Credit that was set aside may not outlast the credit that it was set aside from. */
export function ReleasedEarmarks({
  earmarks,
  write,
}: {
  earmarks: readonly LiveEarmark[];
  write: (amount: Cents) => string;
}) {
  if (earmarks.length === 0) return null;
  return (
    <Notice tone="soon" title={earmarks.length === 1 ? "An earmark is released" : "Earmarks are released"}>
      <ul>
        {earmarks.map((earmark) => (
          <li key={earmark.id} className="wrap-anywhere">
            {write(earmark.amountCents)} for “{earmark.note}” is released.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
