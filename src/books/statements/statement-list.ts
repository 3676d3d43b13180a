// The statements that were issued, with how their mail went: found by number or customer, narrowed by mail, in three orders.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { statementList } from "@/domain/statements/statement-list.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { byName, everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
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
  lastMail: "queued" | "sent" | "failed" | "bounced" | null;
};

type Match = MatchOf<typeof statementList>;

const ID = { id: sql`s.id` };
const KEYS: Record<keyof typeof statementList.sorts, Key> = {
  issued: { key: sql`s.issued_at`, type: "timestamptz", ...ID },
  closing: { key: sql`s.closing`, type: "bigint", ...ID },
  customer: { ...byName(sql`c.name`), ...ID },
};

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
};

/** Newest first unless asked otherwise; of one customer, or of all. */
export function listStatements(
  books: Books,
  query: QueryOf<typeof statementList>,
  size?: number,
): Promise<Page<StatementRow>> {
  const select = { select: COLUMNS, from: TABLES, where: matching(query), rowOf: statementOf };
  return readPage(books, { list: statementList, keys: KEYS, ...select }, query, size);
}

const COLUMNS = sql`
  s.id, s.number, c.id as customer_id, c.name, s.as_of, s.issued_at, coalesce(s.family_closing, s.closing) as closing, s.currency, m.last_mail,
  (select count(*)::int from books.outbox o where o.statement_id = s.id) as mails`;

/** How many match. Closing balances aren't added up: one debt stands on many statements. */
export async function countStatements({ tx }: Books, query: Match): Promise<{ count: number }> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${TABLES} where ${matching(query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

const TABLES = sql`
  books.statements s join books.accounts a on a.id = s.account_id join books.customers c on c.id = a.customer_id
  left join lateral (
    select o.status as last_mail from books.outbox o where o.statement_id = s.id order by o.queued_at desc limit 1) m on true`;

function matching({ search, customerId, mail }: Match): SQL {
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
