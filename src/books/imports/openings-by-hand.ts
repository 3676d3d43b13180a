// Opening balances entered by hand, as an import brings them in as open items: dated the day before the books start, against
// Opening balances, never money that came in. And the list of all that the books started with, however it was entered.
import { sql, type SQL } from "drizzle-orm";
import type { NewOpening } from "@/domain/business/opening-input.ts";
import { openingList } from "@/domain/business/opening-list.ts";
import type { OpeningKind } from "@/domain/business/opening-words.ts";
import type { Entry } from "@/domain/imports/entries.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { addDays, later, monthOf, type Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { readAccount } from "../ledger/accounts.ts";
import { everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import type { Books } from "../open.ts";
import { postEntries } from "./post-entries.ts";

/**
 * Refuses a day that isn't before the start ("after-start"), once the first month is closed ("start-closed"), a number that
 * is taken, and a customer without an account in the business's own currency ("wrong-currency").
 */
export async function recordOpening(books: Books, given: NewOpening): Promise<{ eventId: number }> {
  const { startOn, isClosed } = await readFirstMonth(books);
  if (given.on >= startOn) throw new Refusal("after-start", { field: "on" });
  if (isClosed) throw new Refusal("start-closed");
  const { accountId, currency } = await readAccount(books, given.customerId);
  if (currency !== books.currency) throw new Refusal("wrong-currency", { field: "customerId" });
  const { terms } = await lockActiveAccount(books, accountId);
  const asOf = addDays(startOn, -1);
  const { on, amountCents, number, memo } = given;
  const dueOn = later(given.dueOn ?? dueUnder(keptTerms(terms), on), on);
  const happening = {
    entry: entryOf(given),
    accountId,
    settles: false,
    on: asOf,
    memo: given.kind === "invoice" ? memo : [number, memo].filter(Boolean).join(" · "),
    amountCents,
    dueOn,
    says: "Opening balance",
  };
  const tell = () => Promise.resolve();
  const posted = await postEntries(books, [happening], { way: { kind: "open", asOf }, tell });
  return { eventId: present(posted, "an opening balance was posted").first };
}

const entryOf = ({ kind, number, on, dueOn, amountCents, memo }: NewOpening): Entry => ({
  row: 1,
  kind,
  customer: "",
  number,
  on,
  dueOn,
  amountCents,
  paid: null,
  disputed: false,
  method: null,
  memo,
});

/** Held, so that it isn't closed meanwhile. */
async function readFirstMonth({ tx }: Books): Promise<{ startOn: Day; isClosed: boolean }> {
  const [row] = await tx.execute<{ start_on: Day }>(sql`select start_on from books.settings`);
  const startOn = present(row, "a business has settings").start_on;
  const [first] = await tx.execute<{ closed: boolean }>(sql`
    select status <> 'open' as closed from books.periods where month = ${monthOf(startOn)}::date for share`);
  return { startOn, isClosed: first?.closed ?? false };
}

export type Opening = {
  eventId: number;
  customerId: string;
  customerNumber: string;
  name: string;
  kind: Extract<OpeningKind, "invoice" | "credit">;
  /** The invoice's number, or what was noted on the credit. */
  number: string;
  invoiceId: string | null;
  issuedOn: Day;
  dueOn: Day | null;
  /** What it made the customer owe; below nothing for a credit. */
  amountCents: Cents;
  /** Left of it today, with the same sign. */
  openCents: Cents;
};

type Row = {
  number: number;
  customer_id: string;
  customer_number: string;
  name: string;
  is_debt: boolean;
  said: string;
  invoice_id: string | null;
  issued_on: Day;
  due_on: Day | null;
  amount: number;
  open: number;
};

const KEYS: Record<keyof typeof openingList.sorts, Key> = {
  entered: { key: sql`e.number`, type: "bigint", id: sql`e.number`, idType: "bigint" },
};
/** What was reversed again is none; an index finds them among millions of events (events_opening). */
const TABLES: SQL = sql`
  books.events e join books.accounts a on a.id = e.account_id join books.customers c on c.id = a.customer_id
  left join books.items i on i.id = e.number left join books.credits k on k.id = e.number
  left join books.invoices v on v.id = i.document_id`;
const matching = ({ currency }: Books, { search }: MatchOf<typeof openingList>): SQL => sql`
  e.kind = 'opening' and e.currency = ${currency} and ${everyWord(sql`c.search`, search)}
  and not exists (select from books.events r where r.reverses = e.number)`;

export function listOpenings(
  books: Books,
  query: QueryOf<typeof openingList>,
  size?: number,
): Promise<Page<Opening>> {
  const select = sql`
    e.number, c.id as customer_id, c.number as customer_number, c.name, i.id is not null as is_debt,
    coalesce(v.number, e.memo) as said, v.id as invoice_id, coalesce(i.issued_on, k.issued_on) as issued_on, i.due_on, e.amount,
    coalesce(i.amount - i.applied - i.reversed, - (k.amount - k.applied - k.refunded - k.reversed)) as open`;
  const where = matching(books, query);
  return readPage(books, { list: openingList, keys: KEYS, select, from: TABLES, where, rowOf }, query, size);
}

const rowOf = (row: Row): Opening => ({
  eventId: row.number,
  customerId: row.customer_id,
  customerNumber: row.customer_number,
  name: row.name,
  kind: row.is_debt ? "invoice" : "credit",
  number: row.said,
  invoiceId: row.invoice_id,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  amountCents: cents(row.amount),
  openCents: cents(row.open),
});

export type OpeningTotals = {
  count: number;
  owedCents: Cents;
  creditCents: Cents;
  /** What it made customers owe, all in all: what Opening balances stands at, on the other side. */
  netCents: Cents;
  startOn: Day;
};

/** Of all that match. */
export async function totalOpenings(
  books: Books,
  query: MatchOf<typeof openingList>,
): Promise<OpeningTotals> {
  const [row] = await books.tx.execute<{ count: number; owed: number; credit: number; start_on: Day }>(sql`
    select count(*)::int as count, coalesce(sum(e.open_items), 0)::bigint as owed,
      coalesce(sum(e.open_credit), 0)::bigint as credit, (select start_on from books.settings) as start_on
    from ${TABLES} where ${matching(books, query)}`);
  const { count, owed, credit, start_on: startOn } = present(row, "an aggregate has one row");
  return {
    count,
    owedCents: cents(owed),
    creditCents: cents(credit),
    netCents: cents(owed - credit),
    startOn,
  };
}
