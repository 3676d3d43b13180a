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

/** "due 12 Dec 2026", or "partly overdue since 4 Oct 2026": the same words wherever a due date is told. */
export function dueWords(ask: Extract<Ask, { kind: "pay" }>, date: (day: Day) => string): string {
  return `${DUE[ask.overdue]} ${date(ask.dueOn)}`;
}

const DUE = { no: "due", partly: "partly overdue since", all: "overdue since" } as const;
