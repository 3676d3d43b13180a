// One customer's account: who it is, its credit terms, and the page that shows all of it at one moment.
import { sql } from "drizzle-orm";
import {
  canCharge,
  creditTermsOf,
  type AccountFigures,
  type AccountPage,
  type CreditTerms,
  type UnpaidInvoice,
} from "@/domain/account.ts";
import { daysBetween, type Day } from "@/domain/day.ts";
import { cents, smaller, sum, type Cents } from "@/domain/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { termsOf } from "@/domain/terms.ts";
import { readAccountAging } from "./aging.ts";
import { isLive, openItemsAt, type Moment } from "./as-of.ts";
import { CREDIT_COLUMNS, keptTermsOf, type CreditRow } from "./credit-terms.ts";
import { customersNamed, MERGED_FROM } from "./named-customer.ts";
import { readHistory } from "./history.ts";
import type { Books } from "./open.ts";

export type Account = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  email: string | null;
  phone: string | null;
  addressLines: string[];
  termsDays: number;
  memo: string;
  isArchived: boolean;
  /** The number of a customer merged into this one, when it was that which was asked for. */
  mergedFrom: string | null;
  currency: string;
  /** Today's. */
  credit: CreditTerms;
  live: {
    openItemsCents: Cents;
    openCreditCents: Cents;
    earmarkedCents: Cents;
    countEarmarked: boolean;
    reservedCents: Cents;
    retainedCents: Cents;
  };
  headSeq: number | null;
};

type Row = CreditRow & {
  id: string;
  customer_id: string;
  number: string;
  name: string;
  email: string | null;
  phone: string | null;
  address_lines: string[];
  terms_days: number;
  memo: string;
  archived: boolean;
  currency: string;
  open_items: number;
  open_credit: number;
  earmarked: number;
  reserved: number;
  retained: number;
  last_seq: number | null;
  merged_from: string | null;
};

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readAccount(books: Books, customer: string): Promise<Account> {
  const [row] = await books.tx.execute<Row>(sql`
    select a.id, a.customer_id, c.number, c.name, c.email, c.phone, c.address_lines, c.terms_days, c.memo,
      c.archived_at is not null as archived, a.currency,
      ${CREDIT_COLUMNS}, a.open_items, a.open_credit, a.earmarked, a.reserved, a.retained, a.last_seq, ${MERGED_FROM}
    from ${customersNamed(customer)} join books.accounts a on a.customer_id = c.id
    order by a.currency = ${books.currency} desc limit 1`);
  if (!row) throw new Refusal("not-found");
  return {
    accountId: row.id,
    customerId: row.customer_id,
    customerNumber: row.number,
    name: row.name,
    email: row.email,
    phone: row.phone,
    addressLines: row.address_lines,
    termsDays: row.terms_days,
    memo: row.memo,
    isArchived: row.archived,
    mergedFrom: row.merged_from,
    currency: row.currency,
    credit: creditTermsOf(keptTermsOf(row), books.today),
    live: {
      openItemsCents: cents(row.open_items),
      openCreditCents: cents(row.open_credit),
      earmarkedCents: cents(row.earmarked),
      reservedCents: cents(row.reserved),
      retainedCents: cents(row.retained),
      countEarmarked: row.count_earmarked,
    },
    headSeq: row.last_seq,
  };
}

/** Everything the A/R page draws, in one snapshot. */
export async function readAccountPage(
  books: Books,
  moment: Moment,
  { customer, cursor }: { customer: string; cursor?: string | undefined },
): Promise<AccountPage> {
  const account = await readAccount(books, customer);
  const { accountId } = account;
  const [aging, unpaid, earmarks, history] = await Promise.all([
    readAccountAging(books, moment, accountId),
    readUnpaid(books, moment, accountId),
    readEarmarks(books, accountId),
    readHistory(books, moment, { accountId, cursor }),
  ]);
  const figures: AccountFigures = {
    balanceCents: aging.totalCents,
    openCreditCents: aging.unappliedCents,
    netCents: aging.netCents,
    retainedCents: aging.retainedCents,
    reservedCents: account.live.reservedCents,
    countEarmarked: account.live.countEarmarked,
    // What is set aside today, as far as there was credit then to set aside.
    earmarkedCents: smaller(account.live.earmarkedCents, aging.unappliedCents),
  };
  const { status, heldForAge } = account.credit;
  return {
    accountId,
    customerId: account.customerId,
    mergedFrom: account.mergedFrom,
    customerNumber: account.customerNumber,
    name: account.name,
    terms: termsOf(account.termsDays),
    email: account.email,
    memo: account.memo,
    isArchived: account.isArchived,
    currency: account.currency,
    asOf: moment.asOf,
    knownAt: moment.knownAt,
    isToday: isLive(books, moment),
    status: heldForAge && status === "good" ? "hold" : status,
    limit: account.credit.limit,
    limitUntil: account.credit.raisedUntil,
    figures,
    canCharge: canCharge(figures, account.credit),
    credit: account.credit,
    aging,
    unpaid,
    unpaidCount: aging.openInvoices,
    earmarks,
    history,
  };
}

/** The page shows so many; the rest is behind the statement. */
const UNPAID_SHOWN = 200;

export async function readUnpaid(
  books: Books,
  moment: Moment,
  accountId: string,
  limit: number = UNPAID_SHOWN,
): Promise<UnpaidInvoice[]> {
  const rows = await books.tx.execute<{
    id: number;
    document_id: string | null;
    number: string;
    receipt_number: string | null;
    receipt_id: string | null;
    issued_on: Day;
    due_on: Day;
    amount: number;
    open_then: number;
  }>(sql`
    select i.id, i.document_id, coalesce(v.number, e.label) as number, i.issued_on, i.due_on, i.amount, i.open_then,
      t.number as receipt_number, t.id as receipt_id
    from (
      select * from ${openItemsAt(books, moment, sql`r.account_id = ${accountId}`)} o order by o.due_on, o.id limit ${limit}) i
    join books.events e on e.number = i.id
    left join books.invoices v on v.id = i.document_id
    left join books.receipts t on t.id = v.receipt_id
    order by i.due_on, i.id`);
  return rows.map((row) => ({
    itemId: row.id,
    documentId: row.document_id,
    number: row.number,
    receiptNumber: row.receipt_number,
    receiptId: row.receipt_id,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    daysPastDue: daysBetween(row.due_on, moment.asOf),
    amountCents: cents(row.amount),
    openCents: cents(row.open_then),
    dueCents: cents(row.open_then),
  }));
}

async function readEarmarks(books: Books, accountId: string): Promise<AccountPage["earmarks"]> {
  const rows = await books.tx.execute<{
    id: string;
    amount: number;
    note: string;
    created_by: string;
    created_at: string;
  }>(sql`
    select id, amount, note, created_by, created_at from books.earmarks
    where account_id = ${accountId} and released_at is null order by created_at desc`);
  return rows.map((row) => ({
    id: row.id,
    amountCents: cents(row.amount),
    note: row.note,
    by: row.created_by,
    madeAt: row.created_at,
  }));
}

/** Asserted by tests and shown on the page: what is open, added up, is the balance. */
export const totalOpen = (unpaid: readonly UnpaidInvoice[]): Cents =>
  sum(unpaid.map((item) => item.openCents));
