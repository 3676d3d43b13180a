// Where an event takes place: its number, its account, its day, and the month of the books it belongs to.
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { EventHeader } from "@/domain/ledger/posting.ts";
import { periodsFor } from "./number-series.ts";
import { mustReach } from "./posting-months.ts";
import { takeEventNumbers, type Books } from "../open.ts";

/** `period`: the month that somebody chose for what is dated in a closed one. */
export type Where = { accountId: string; on: Day; memo?: string; period?: Day | undefined };

/** One place per entry, numbered in their order. */
export async function reserveEvents(books: Books, wheres: readonly Where[]): Promise<EventHeader[]> {
  const [numbers, periodOf] = await Promise.all([
    takeEventNumbers(books, wheres.length),
    periodsFor(
      books,
      wheres.flatMap(({ on, period }) => (period === undefined ? [on] : [on, period])),
    ),
  ]);
  return wheres.map(({ accountId, on, memo = "", period }, at) => {
    const byItself = periodOf(on);
    if (period !== undefined) mustReach(books, { on, period, byItself, isOpen: periodOf(period) === period });
    return {
      number: present(numbers[at], "as many numbers as events"),
      accountId,
      effectiveOn: on,
      period: period ?? byItself,
      memo,
    };
  });
}

export async function reserveEvent(books: Books, where: Where): Promise<EventHeader> {
  const [place] = await reserveEvents(books, [where]);
  return present(place, "a place was taken");
}
