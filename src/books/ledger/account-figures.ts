// An account's figures of today as they lie in the database: read in one way by every page and every verb.
import { sql } from "drizzle-orm";
import type { AccountFigures } from "@/domain/ledger/account.ts";
import { cents, minus } from "@/domain/values/money.ts";

/** Of an account `a`: what is reserved and hasn't expired, by the database's clock, whatever anybody wrote down since. */
export const RESERVED = sql`case when a.reserved > 0 then a.reserved - books.lapsed(a.org_id, a.id) else 0 end`;

/** Of an account `a`. */
export const FIGURE_COLUMNS = sql`
  a.open_items, a.open_credit, a.earmarked, (${RESERVED}) as reserved, a.retained,
  (select count_earmarked from books.settings) as count_earmarked`;

export type FigureRow = {
  open_items: number;
  open_credit: number;
  earmarked: number;
  reserved: number;
  retained: number;
  count_earmarked: boolean;
};

export function figuresOf(row: FigureRow): AccountFigures {
  const [balanceCents, openCreditCents] = [cents(row.open_items), cents(row.open_credit)];
  return {
    balanceCents,
    openCreditCents,
    earmarkedCents: cents(row.earmarked),
    reservedCents: cents(row.reserved),
    retainedCents: cents(row.retained),
    netCents: minus(balanceCents, openCreditCents),
    countEarmarked: row.count_earmarked,
  };
}
