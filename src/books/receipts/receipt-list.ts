// The receipts of the counter, newest first: found by number, customer or what was sold, and totalled over all that match.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { receiptList } from "@/domain/receipts/receipt-list.ts";
import type { ReceiptKind } from "@/domain/receipts/receipt.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents, type GrossSum } from "@/domain/values/money.ts";
import { countedThen, now, type Moment } from "../ledger/as-of.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { literal, readPage, wordsOf, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

/** Amounts of a return are negative: what is subtracted from the day's sales. */
export type ReceiptRow = {
  receiptId: string;
  number: string;
  kind: ReceiptKind;
  issuedOn: Day;
  /** null for somebody who just walked in. */
  customerId: string | null;
  customerName: string | null;
  currency: string;
  soldBy: string;
  totalCents: Cents;
  onAccountCents: Cents;
  houseChargeCents: Cents;
  moneyCents: Cents;
};

type Match = MatchOf<typeof receiptList>;

type Row = {
  id: string;
  number: string;
  kind: ReceiptKind;
  issued_on: Day;
  customer_id: string | null;
  customer_name: string | null;
  currency: string;
  sold_by: string;
  total: number;
  on_account: number;
  house_charge: number;
  money: number;
};

const TABLES = sql`
  books.receipts r left join books.accounts a on a.id = r.account_id left join books.customers c on c.id = a.customer_id`;

const KEYS: Record<keyof typeof receiptList.sorts, Key> = {
  made: { key: sql`r.created_at`, type: "timestamptz", id: sql`r.id` },
};

const COLUMNS = sql`
  r.id, r.number, r.kind, r.issued_on, c.id as customer_id, c.name as customer_name, r.currency, r.sold_by,
  r.total, r.on_account, r.house_charge, r.money`;

/** Of a receipt `r`: it was there at that moment. Its amounts are as they were printed. */
export const receiptThen = (books: Books, at: Moment): SQL =>
  countedThen(books, at, sql`r.issued_on`, sql`r.created_at`);

/** `at`: those that were there then; left out, all. */
export function listReceipts(
  books: Books,
  { at = now(books), ...query }: QueryOf<typeof receiptList> & { at?: Moment },
  size?: number,
): Promise<Page<ReceiptRow>> {
  const where = sql`${matching(query)} and ${receiptThen(books, at)}`;
  const select = { select: COLUMNS, from: TABLES, where, rowOf: receiptRowOf };
  return readPage(books, { list: receiptList, keys: KEYS, ...select }, query, size);
}

export type ReceiptTotals = {
  count: number;
  totalCents: GrossSum;
  onAccountCents: GrossSum;
  houseChargeCents: GrossSum;
  moneyCents: GrossSum;
};

/** Over all that match, in the business's currency, returns taken off. Apart from the rows, which needn't wait for it. */
export async function totalReceipts({ tx, currency }: Books, query: Match): Promise<ReceiptTotals> {
  const [row] = await tx.execute<
    Record<"total" | "on_account" | "house_charge" | "money", number | null> & { count: number }
  >(sql`
    select count(*)::int as count, ${signed("total")}, ${signed("on_account")}, ${signed("house_charge")}, ${signed("money")}
    from ${TABLES} where r.currency = ${currency} and ${matching(query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    totalCents: grossCents(row.total),
    onAccountCents: grossCents(row.on_account),
    houseChargeCents: grossCents(row.house_charge),
    moneyCents: grossCents(row.money),
  };
}

const signed = (column: string): SQL => {
  const amount = sql.raw(column);
  const taken = sql`case r.kind when 'return' then - r.${amount} else r.${amount} end`;
  return sql`${grossSum(taken)} as ${amount}`;
};

/** Every word must be found in the number, the customer, the clerk, or in a line's SKU or description. */
function matching({ search, customerId, kind, fromOn, throughOn }: Match): SQL {
  const found = wordsOf(search).map((word) => {
    const pattern = `%${literal(word)}%`;
    return sql`and (concat_ws(' ', r.number, c.number, c.name, c.company, r.sold_by) ilike ${pattern} or exists (
      select from books.receipt_lines l where l.receipt_id = r.id and concat_ws(' ', l.sku, l.description) ilike ${pattern}))`;
  });
  const owned = customerId
    ? sql`and r.account_id = any (array(select id from books.accounts where customer_id = any (books.merged_family(${customerId}::uuid))))`
    : sql``;
  const days = [
    fromOn ? sql`and r.issued_on >= ${fromOn}::date` : sql``,
    throughOn ? sql`and r.issued_on <= ${throughOn}::date` : sql``,
  ];
  return sql`true ${owned} ${kind ? sql`and r.kind = ${kind}` : sql``} ${sql.join([...days, ...found], sql` `)}`;
}

function receiptRowOf(row: Row): ReceiptRow {
  const sign = row.kind === "return" ? -1 : 1;
  return {
    receiptId: row.id,
    number: row.number,
    kind: row.kind,
    issuedOn: row.issued_on,
    customerId: row.customer_id,
    customerName: row.customer_name,
    currency: row.currency,
    soldBy: row.sold_by,
    totalCents: cents(sign * row.total),
    onAccountCents: cents(row.on_account),
    houseChargeCents: cents(sign * row.house_charge),
    moneyCents: cents(sign * row.money),
  };
}
