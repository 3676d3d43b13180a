// What every way to list customers has in common: the columns, who is listed, and the orders.
import { sql, type SQL } from "drizzle-orm";
import { customerList } from "@/domain/customers/customer-list.ts";
import type { CreditStatus } from "@/domain/ledger/account.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import type { Day } from "@/domain/values/day.ts";
import { statusOn } from "../ledger/credit-terms.ts";
import { byName, byNumber, type Key, type Sorted } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { shownBy, type Figures } from "./customer-filters.ts";

export type CustomerMatch = MatchOf<typeof customerList>;
export type CustomerQuery = QueryOf<typeof customerList>;
type Sort = keyof typeof customerList.sorts;

export type ListedRow = Sorted & {
  customer_id: string;
  number: string;
  name: string;
  status: CreditStatus;
  currency: string;
  unlimited: boolean;
  limit_cents: number | null;
  open_items: number;
  open_credit: number;
  overdue: number;
};

/** Who a customer `c` is, and the terms of their account `a`, which are today's. */
export const namedOn = (today: Day): SQL => sql`
  c.id as customer_id, c.number, c.name, a.id as account_id, ${statusOn(today)}, a.currency, a.unlimited, a.limit_cents`;

/** `figures` where they aren't today's. */
export const listed = (
  { today }: Books,
  { search, show, label }: CustomerMatch,
  figures?: Figures,
): SQL => sql`
  ${shownBy(show, today, figures)} ${search ? sql`and c.id in (select books.matching_customers(${search}))` : sql``}
  ${label ? sql`and exists (select from books.customer_labels l where l.customer_id = c.id and l.label_id = ${label}::uuid and l.is_on)` : sql``}`;

const ID = { id: sql`customer_id` };
/** Of a row that is listed already. */
export const KEYS: Record<Sort, Key> = {
  name: { ...byName(sql`name`), ...ID },
  number: { ...byNumber(sql`number`), ...ID },
  balance: { key: sql`open_items`, type: "bigint", ...ID },
  overdue: { key: sql`overdue`, type: "bigint", ...ID },
};

/** Of a customer `c` and their account `a`. */
export const OWN_KEYS: Record<Exclude<Sort, "overdue">, Key> = {
  name: { ...byName(sql`c.name`), id: sql`c.id` },
  number: { ...byNumber(sql`c.number`), id: sql`c.id` },
  balance: { key: sql`a.open_items`, type: "bigint", id: sql`a.customer_id` },
};
