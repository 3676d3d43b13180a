// What a statement asks of its customer, decided once for the paper and the mail: pay this much by then, or
// nothing, because the account is settled or in credit.
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { negative, type Cents } from "@/domain/values/money.ts";
import { amountDue, nextDueOn, type Statement } from "@/domain/statements/statement.ts";

export type Ask =
  | { kind: "pay"; amountCents: Cents; dueOn: Day; overdue: "no" | "partly" | "all" }
  | { kind: "settled" }
  | { kind: "credit"; creditCents: Cents };

export function askOf(statement: Statement): Ask {
  const amountCents = amountDue(statement);
  if (amountCents > 0) {
    const dueOn = present(nextDueOn(statement), "money that is owed is owed on open items");
    const late = statement.aging.current > 0 ? ("partly" as const) : ("all" as const);
    return { kind: "pay", amountCents, dueOn, overdue: dueOn < statement.asOf ? late : "no" };
  }
  if (statement.closingCents < 0) return { kind: "credit", creditCents: negative(statement.closingCents) };
  return { kind: "settled" };
}

/** "Due 12 Dec 2026", at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
