// What a statement asks of its customer, decided once for the paper and the mail: pay this much by then, or
// nothing, because the account is settled or in credit.
import { known } from "@/domain/assert.ts";
import { daysBetween, type Day } from "@/domain/day.ts";
import { negative, type Cents } from "@/domain/money.ts";
import { amountDue, nextDueOn, type Statement } from "@/domain/statement.ts";

export type Ask =
  | { kind: "pay"; amountCents: Cents; dueOn: Day; daysLate: number }
  | { kind: "settled" }
  | { kind: "credit"; creditCents: Cents };

export function askOf(statement: Statement): Ask {
  const amountCents = amountDue(statement);
  if (amountCents > 0) {
    const dueOn = known(nextDueOn(statement), "money that is owed is owed on open items");
    return { kind: "pay", amountCents, dueOn, daysLate: Math.max(0, daysBetween(dueOn, statement.asOf)) };
  }
  if (statement.closingCents < 0) return { kind: "credit", creditCents: negative(statement.closingCents) };
  return { kind: "settled" };
}

/** "due 12 Dec 2026", or "overdue since 4 Oct 2026": the same words wherever a due date is told. */
export function dueWords(ask: Extract<Ask, { kind: "pay" }>, date: (day: Day) => string): string {
  return ask.daysLate > 0 ? `overdue since ${date(ask.dueOn)}` : `due ${date(ask.dueOn)}`;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
