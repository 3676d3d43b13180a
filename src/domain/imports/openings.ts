// What customers owe, and what is theirs, on the day before the books start: one amount for each, without documents.
import { Refusal } from "../refusal.ts";
import { ZERO, cents, negative, type Cents } from "../values/money.ts";
import type { Day } from "../values/day.ts";
import type { Entry, FileCustomer } from "./entries.ts";

/** Refuses what comes to more than can be said with "sum-too-large". */
export function sumOf(amounts: readonly Cents[]): Cents {
  const total = amounts.reduce((all, each) => all + BigInt(each), 0n);
  if (total > 2n ** 51n) throw new Refusal("sum-too-large");
  return cents(Number(total));
}

export function openingsOf(customers: readonly FileCustomer[]): { openCents: Cents; creditCents: Cents } {
  const amounts = customers.map(({ openingCents }) => openingCents ?? ZERO);
  return {
    openCents: sumOf(amounts.filter((amount) => amount > ZERO)),
    creditCents: sumOf(amounts.filter((amount) => amount < ZERO).map(negative)),
  };
}

/** As an open item or a credit of that day; null where there is nothing. `number`: of the item. */
export function openingEntry(
  { key, row, openingCents }: FileCustomer,
  { on, number }: { on: Day; number: string },
): Entry | null {
  if (openingCents === null || openingCents === ZERO) return null;
  const isOwed = openingCents > ZERO;
  return {
    row,
    kind: isOwed ? "invoice" : "credit",
    customer: key,
    number: isOwed ? number : "",
    on,
    dueOn: null,
    amountCents: isOwed ? openingCents : negative(openingCents),
    paid: null,
    disputed: false,
    method: null,
    memo: OPENING,
  };
}

const OPENING = "Opening balance";
