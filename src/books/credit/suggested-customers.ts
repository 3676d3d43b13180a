// Customers given credit of whom their paying says something: a rule over how each pays (domain/credit/suggestion.ts), which no
// index knows. So their accounts are looked at in the order of the list, many at once, until a page is full.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { creditList } from "@/domain/credit/credit-list.ts";
import type { PayingHabit } from "@/domain/credit/paying-habit.ts";
import { isSuggested } from "@/domain/credit/suggestion.ts";
import type { CreditStatus } from "@/domain/ledger/account.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { cents } from "@/domain/values/money.ts";
import { PAGE, seek, type Key, type Page, type Sorted } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { readPayingHabits } from "./paying-habits.ts";

/** A page looks at no more accounts than that: where few pay in a way that says something it is short, and no page takes long. */
const LOOKED_AT = 2000;
/** So many at once, since most pages are full before all of them are looked at. */
const AT_ONCE = 250;

/** Of whom nothing is said anyway, by the columns of `credited`. */
export const MAY_BE_SUGGESTED = sql`status in ('good', 'hold')`;

type Given = {
  account_id: string;
  status: CreditStatus;
  unlimited: boolean;
  limit_cents: number | null;
  used: number;
};
type Order = Pick<QueryOf<typeof creditList>, "sort" | "direction" | "cursor">;
type Suggested = { accountId: string; habit: PayingHabit };
const GIVEN = sql`account_id, status, unlimited, limit_cents, used`;

/** `given`: accounts with what a suggestion is made of. A page may be short, or empty, and not the last: `next` says so. */
export async function pageOfSuggested(
  books: Books,
  { given, keys }: { given: SQL; keys: Record<keyof typeof creditList.sorts, Key> },
  query: Order,
  { size = PAGE, most = Math.max(LOOKED_AT, size) }: { size?: number | undefined; most?: number } = {},
): Promise<Page<Suggested>> {
  const { sort, direction } = creditList.orderOf(query);
  const { columns, after, order } = seek(keys[sort], { direction, cursor: query.cursor });
  const looked = await books.tx.execute<Given & Sorted>(sql`
    select ${GIVEN}, ${columns} from (${given}) credited where ${after} order by ${order} limit ${most + 1}`);
  const found: (Suggested & Sorted)[] = [];
  for (let at = 0; at < Math.min(looked.length, most) && found.length <= size; at += AT_ONCE) {
    const some = looked.slice(at, Math.min(at + AT_ONCE, most));
    found.push(
      ...(await suggestedAmong(books, some)).map(({ row, habit }) => ({
        ...row,
        accountId: row.account_id,
        habit,
      })),
    );
  }
  const last = found.length > size ? found[size - 1] : looked.length > most ? looked[most - 1] : undefined;
  return {
    rows: found.slice(0, size).map(({ accountId, habit }) => ({ accountId, habit })),
    next: last ? writeCursor(last.sort_key, last.sort_id) : null,
  };
}

/** All of them: for who adds them up. */
export async function readSuggested(books: Books, given: SQL): Promise<string[]> {
  const all = await books.tx.execute<Given>(sql`select ${GIVEN} from (${given}) credited`);
  const found: string[] = [];
  for (let at = 0; at < all.length; at += LOOKED_AT)
    for (const { row } of await suggestedAmong(books, all.slice(at, at + LOOKED_AT)))
      found.push(row.account_id);
  return found;
}

async function suggestedAmong<Row extends Given>(books: Books, rows: readonly Row[]) {
  const habits = await readPayingHabits(
    books,
    rows.map((row) => row.account_id),
  );
  return rows
    .map((row) => ({
      row,
      habit: present(habits.get(row.account_id), "an account has a habit, be it of nothing"),
    }))
    .filter(({ row, habit }) =>
      isSuggested({
        habit,
        status: row.status,
        limitCents: row.unlimited || row.limit_cents === null ? null : cents(row.limit_cents),
        usedCents: cents(row.used),
      }),
    );
}
