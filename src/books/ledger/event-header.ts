// Where an event takes place: its number, its account, its day, and the month of the books it belongs to.
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { EventHeader } from "@/domain/ledger/posting.ts";
import { periodsFor } from "./number-series.ts";
import { takeEventNumbers, type Books } from "../open.ts";

export type Where = { accountId: string; on: Day; memo?: string };

/** One place per entry, numbered in their order. */
export async function reserveEvents(books: Books, wheres: readonly Where[]): Promise<EventHeader[]> {
  const [numbers, periodOf] = await Promise.all([
    takeEventNumbers(books, wheres.length),
    periodsFor(
      books,
      wheres.map((where) => where.on),
    ),
  ]);
  return wheres.map(({ accountId, on, memo = "" }, at) => ({
    number: present(numbers[at], "as many numbers as events"),
    accountId,
    effectiveOn: on,
    period: periodOf(on),
    memo,
  }));
}

export async function reserveEvent(books: Books, where: Where): Promise<EventHeader> {
  const [place] = await reserveEvents(books, [where]);
  return present(place, "a place was taken");
}
