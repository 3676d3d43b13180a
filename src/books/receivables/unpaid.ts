// What an account has left to pay: each open item at a moment, in pages by key, with the totals of all that match.
import { sql, type SQL } from "drizzle-orm";
import type { UnpaidInvoice, UnpaidTotals } from "@/domain/receivables/account-page.ts";
import { BUCKET_DAYS } from "@/domain/ledger/aging.ts";
import { present } from "@/domain/assert.ts";
import { daysBetween, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, minus, sum, type Cents, type GrossSum } from "@/domain/values/money.ts";
import { offerOn, offerUnder, payableOn, type Offer } from "@/domain/values/terms.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { unpaidList, type UnpaidSort } from "@/domain/receivables/unpaid-list.ts";
import { openItemsAt, type Moment } from "../ledger/as-of.ts";
import { HAS_DISCOUNT, keptBefore } from "../ledger/discounts.ts";
import { isOf, type MergedAccounts } from "../ledger/merged-accounts.ts";
import { invoicedAt, invoicedOf } from "./invoiced.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { byNumber, seek, type Key } from "../lists/list-order.ts";
import type { Part } from "./history.ts";
import type { Books } from "../open.ts";

const PAGE = 100;

export type UnpaidQuery = QueryOf<typeof unpaidList>;
type Match = MatchOf<typeof unpaidList>;

type Row = {
  id: number;
  account_id: string;
  document_id: string | null;
  invoice_id: string | null;
  number: string;
  receipt_number: string | null;
  receipt_id: string | null;
  job: string | null;
  job_id: string | null;
  issued_on: Day;
  due_on: Day;
  amount: number;
  open_then: number;
  /** Its terms where they let one keep something for paying early that wasn't kept before; else "". */
  terms: string;
  subtotal: number;
};

const ID = { id: sql`i.id`, idType: "bigint" } as const;
/** What each order is kept by, and that of a row. */
const keysAt = (moment: Moment): Record<UnpaidSort, Key & { of: (row: Row) => string | number }> => ({
  due: { key: sql`i.due_on`, type: "date", ...ID, of: (row) => row.due_on },
  date: { key: sql`i.issued_on`, type: "date", ...ID, of: (row) => row.issued_on },
  number: { ...byNumber(sql`coalesce(v.number, e.label)`), ...ID, of: (row) => row.number },
  amount: { key: invoicedAt(moment), type: "bigint", ...ID, of: (row) => row.amount },
  open: { key: sql`i.open_then`, type: "bigint", ...ID, of: (row) => row.open_then },
});

const termsAt = (moment: Moment): SQL =>
  sql`case when ${HAS_DISCOUNT} and not ${keptBefore(moment)} then v.terms else '' end`;

const columnsAt = (
  moment: Moment,
) => sql`i.id, i.account_id, i.document_id, v.id as invoice_id, coalesce(v.number, e.label) as number, i.issued_on, i.due_on,
  ${invoicedAt(moment)} as amount, i.open_then, t.number as receipt_number, t.id as receipt_id, j.number || ' ' || j.name as job,
  j.id as job_id, ${termsAt(moment)} as terms, coalesce(v.subtotal, 0)::bigint as subtotal`;
/** Joined to an item `i`. */
const PAPERS = sql`
  join books.events e on e.number = i.id
  left join books.invoices v on v.id = i.document_id
  left join books.receipts t on t.id = v.receipt_id
  left join books.jobs j on j.id = v.job_id`;

/** `next` is where the following page starts; null on the last. */
export type UnpaidPage = { invoices: UnpaidInvoice[]; next: string | null };
type UnpaidRequest = UnpaidQuery & { accountId: MergedAccounts; size?: number; skip?: number };

export async function readUnpaidPage(
  books: Books,
  moment: Moment,
  { size = PAGE, ...asked }: UnpaidRequest,
): Promise<UnpaidPage> {
  const rows = await books.tx.execute<Row>(pageSql(books, moment, { ...asked, size: size + 1 }));
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  const { of } = keysAt(moment)[unpaidList.orderOf(asked).sort];
  return {
    invoices: page.map((row) => invoiceOf(row, moment.asOf)),
    next: last ? writeCursor(of(last), last.id) : null,
  };
}

/** Of all that match. */
export async function readUnpaidTotals(
  books: Books,
  moment: Moment,
  asked: Match & { accountId: MergedAccounts },
): Promise<UnpaidTotals> {
  const { accountId, ...filter } = asked;
  const matching = matches(moment, filter);
  const [[row], offeredCents] = await Promise.all([
    books.tx.execute<{ count: number; amount: number | null; open: number }>(sql`
      select count(*)::int as count, ${grossSum(invoicedOf(moment, accountId))} as amount,
        coalesce(sum(i.open_then), 0)::bigint as open
      from ${openItemsAt(books, moment, isOf(sql`r.account_id`, accountId))} i ${PAPERS}
      where ${matching.items} and ${matching.papers}`),
    readOffered(books, moment, asked),
  ]);
  const { count, amount, open } = present(row, "an aggregate has one row");
  const openCents = cents(open);
  return {
    count,
    amountCents: grossCents(amount),
    openCents,
    dueNowCents: minus(openCents, offeredCents),
  };
}

/** What may still be kept that day of all that match. */
export async function readOffered(
  books: Books,
  moment: Moment,
  { accountId, ...filter }: Match & { accountId: MergedAccounts },
): Promise<Cents> {
  const { items, papers } = matches(moment, filter);
  const rows = await books.tx.execute<Offered>(sql`
    select v.terms, i.issued_on, v.subtotal, i.open_then
    from ${openItemsAt(books, moment, isOf(sql`r.account_id`, accountId))} i ${PAPERS}
    where ${items} and ${papers} and ${HAS_DISCOUNT} and not ${keptBefore(moment)}
      and i.issued_on > ${moment.asOf}::date - ${LONGEST_OFFER}::int`);
  return sum(rows.map((row) => offerOn(offerOf(row), moment.asOf)?.offeredCents ?? ZERO));
}

/** Who paid later never was in time: terms give a year at most. */
export const LONGEST_OFFER = 366;

type Offered = Pick<Row, "terms" | "issued_on" | "subtotal" | "open_then">;

const offerOf = ({ terms, issued_on: issuedOn, subtotal, open_then: open }: Offered): Offer | null =>
  offerUnder(terms, { issuedOn, subtotalCents: cents(subtotal), openCents: cents(open) });

type Matching = { items: SQL; papers: SQL };

function matches({ asOf }: Moment, { bucket, search }: Match): Matching {
  const range = bucket && BUCKET_DAYS[bucket];
  const from = range && range[1] !== null ? sql`i.due_on >= ${asOf}::date - ${range[1]}::int` : sql`true`;
  const until = range && range[0] !== null ? sql`i.due_on <= ${asOf}::date - ${range[0]}::int` : sql`true`;
  const has = (where: SQL) => sql`strpos(lower(${where}), lower(${search})) > 0`;
  return {
    items: sql`${from} and ${until}`,
    papers:
      search === undefined
        ? sql`true`
        : sql`(${has(sql`coalesce(v.number, e.label)`)} or ${has(sql`coalesce(t.number, '')`)}
            or ${has(sql`coalesce(j.number || ' ' || j.name, '')`)})`,
  };
}

/** In the order of the due days the index gives the first ones, and only they are looked up further. */
function pageSql(books: Books, moment: Moment, { accountId, size, skip = 0, ...asked }: UnpaidRequest): SQL {
  const { sort, direction } = unpaidList.orderOf(asked);
  const { after, order } = seek(keysAt(moment)[sort], { direction, cursor: asked.cursor });
  const open = openItemsAt(books, moment, isOf(sql`r.account_id`, accountId));
  const matching = matches(moment, asked);
  return sort === "number" || asked.search !== undefined
    ? sql`select ${columnsAt(moment)} from ${open} i ${PAPERS}
        where ${matching.items} and ${matching.papers} and ${after} order by ${order} limit ${size} offset ${skip}`
    : sql`select ${columnsAt(moment)} from (
          select i.* from ${open} i where ${matching.items} and ${after} order by ${order} limit ${size} offset ${skip}) i
        ${PAPERS} order by ${order}`;
}

/** What is payable now is what is open, less what its terms let one keep on that day. */
const invoiceOf = (row: Row, asOf: Day): UnpaidInvoice => ({
  itemId: row.id,
  documentId: row.document_id,
  invoiceId: row.invoice_id,
  number: row.number,
  receiptNumber: row.receipt_number,
  receiptId: row.receipt_id,
  job: row.job,
  jobId: row.job_id,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  daysPastDue: daysBetween(row.due_on, asOf),
  amountCents: cents(row.amount),
  openCents: cents(row.open_then),
  dueNowCents: payableOn(cents(row.open_then), offerOf(row), asOf),
});

/** The open items of an account in the order that a statement lists them: every one, or a part. */
export async function readUnpaid(
  books: Books,
  moment: Moment,
  accountId: string,
  part: Part = { skip: 0, size: MOST_OPEN_ITEMS },
): Promise<UnpaidInvoice[]> {
  return (await readUnpaidPage(books, moment, { accountId, ...part })).invoices;
}
const MOST_OPEN_ITEMS = 1_000_000;

/** Every open item of several accounts in one query, each account's in that order; one without any isn't in the answer. */
export const readUnpaidOf = async (
  books: Books,
  moment: Moment,
  accountIds: readonly string[],
): Promise<ByAccount> =>
  byAccount(await readRowsOf(books, moment, { accountIds, size: MOST_OPEN_ITEMS }), moment);

/** The same where there are `most` of them at the most; else null, and no more are read than it takes to know. */
export async function readUnpaidUpTo(
  books: Books,
  moment: Moment,
  { accountIds, most }: { accountIds: readonly string[]; most: number },
): Promise<ByAccount | null> {
  const rows = await readRowsOf(books, moment, { accountIds, size: most + 1 });
  return rows.length > most ? null : byAccount(rows, moment);
}

type ByAccount = Map<string, UnpaidInvoice[]>;

const readRowsOf = (
  books: Books,
  moment: Moment,
  { accountIds, size }: { accountIds: readonly string[]; size: number },
) => books.tx.execute<Row>(pageSql(books, moment, { accountId: accountIds, size }));

const byAccount = (rows: readonly Row[], { asOf }: Moment): ByAccount =>
  new Map(
    Map.groupBy(rows, (row) => row.account_id)
      .entries()
      .map(([accountId, theirs]) => [accountId, theirs.map((row) => invoiceOf(row, asOf))]),
  );

export type UnpaidSums = { count: number; amountCents: GrossSum; openCents: Cents; firstDueOn: Day | null };

/** What the rows of `readUnpaid` add up to. */
export async function readUnpaidSums(books: Books, moment: Moment, accountId: string): Promise<UnpaidSums> {
  const [row] = await books.tx.execute<{
    count: number;
    amount: number | null;
    open: number;
    due: Day | null;
  }>(sql`
    select count(*)::int as count, ${grossSum(invoicedAt(moment))} as amount,
      coalesce(sum(i.open_then), 0)::bigint as open, min(i.due_on) as due
    from ${openItemsAt(books, moment, isOf(sql`r.account_id`, accountId))} i`);
  const { count, amount, open, due } = present(row, "an aggregate has one row");
  return { count, amountCents: grossCents(amount), openCents: cents(open), firstDueOn: due };
}

/** Asserted by tests and shown on the page: what is open, added up, is the balance. */
export const totalOpen = (unpaid: readonly UnpaidInvoice[]): Cents =>
  sum(unpaid.map((item) => item.openCents));
