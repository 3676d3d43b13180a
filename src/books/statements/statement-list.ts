// The statements that were issued, with how their mail went: found by number or customer, narrowed by mail, in three orders.
import { sql, type SQL } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { encodeCursor, everyWord, pageOf } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export type StatementRow = {
  statementId: string;
  number: string;
  customerId: string;
  customerName: string;
  asOf: Day;
  issuedAt: string;
  closingCents: Cents;
  currency: string;
  mails: number;
  lastMail: "queued" | "sent" | "failed" | null;
};

export const STATEMENT_SORTS = ["issued", "closing", "customer"] as const;
/** How their last mail went; "none" was never mailed. */
export const STATEMENT_MAILS = ["none", "queued", "sent", "failed"] as const;

export type StatementMatch = {
  search?: string | undefined;
  customerId?: string | undefined;
  mail?: (typeof STATEMENT_MAILS)[number] | undefined;
};
export type StatementQuery = StatementMatch & {
  sort?: (typeof STATEMENT_SORTS)[number] | undefined;
  direction?: "asc" | "desc" | undefined;
  cursor?: string | undefined;
};

const PAGE = 50;
const KEYS = {
  issued: { key: sql`s.issued_at`, type: "timestamptz" },
  closing: { key: sql`s.closing`, type: "bigint" },
  customer: { key: sql`lower(c.name) collate "und-x-icu"`, type: "text" },
} as const;

type Row = {
  id: string;
  number: string;
  customer_id: string;
  name: string;
  as_of: Day;
  issued_at: string;
  closing: number;
  currency: string;
  mails: number;
  last_mail: StatementRow["lastMail"];
  sort_key: string;
};

/** Newest first unless asked otherwise; of one customer, or of all. */
export async function listStatements(
  { tx }: Books,
  query: StatementQuery,
  size = PAGE,
): Promise<{ rows: StatementRow[]; next: string | null }> {
  const { key, type } = KEYS[query.sort ?? "issued"];
  const { direction = "desc", cursor } = query;
  const { after, order } = pageOf({ key, type, id: sql`s.id`, direction, cursor });
  const rows = await tx.execute<Row>(sql`
    select s.id, s.number, c.id as customer_id, c.name, s.as_of, s.issued_at, s.closing, s.currency, m.last_mail,
      (select count(*)::int from books.outbox o where o.statement_id = s.id) as mails, (${key})::text as sort_key
    from ${TABLES} where ${matching(query)} and ${after} order by ${order} limit ${size + 1}`);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return { rows: page.map(statementOf), next: last ? encodeCursor(last.sort_key, last.id) : null };
}

/** How many match. Closing balances aren't added up: one debt stands on many statements. */
export async function countStatements({ tx }: Books, query: StatementMatch): Promise<{ count: number }> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${TABLES} where ${matching(query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

const TABLES = sql`
  books.statements s join books.accounts a on a.id = s.account_id join books.customers c on c.id = a.customer_id
  left join lateral (
    select o.status as last_mail from books.outbox o where o.statement_id = s.id order by o.queued_at desc limit 1) m on true`;

function matching({ search, customerId, mail }: StatementMatch): SQL {
  const whose = customerId ? sql`c.id = any (books.merged_family(${customerId}::uuid))` : sql`true`;
  const went =
    mail === undefined ? sql`true` : mail === "none" ? sql`m.last_mail is null` : sql`m.last_mail = ${mail}`;
  return sql`${whose} and ${went} and ${everyWord(sql`(books.search_text(s.number) || ' ' || c.search)`, search)}`;
}

const statementOf = (row: Row): StatementRow => ({
  statementId: row.id,
  number: row.number,
  customerId: row.customer_id,
  customerName: row.name,
  asOf: row.as_of,
  issuedAt: row.issued_at,
  closingCents: cents(row.closing),
  currency: row.currency,
  mails: row.mails,
  lastMail: row.last_mail,
});
