// The account behind a statement's link, as it is now: what has changed since the statement, what is unpaid, what credit is
// left, and what happened. Each read is of that one account and of nothing else.
import { sql } from "drizzle-orm";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { AccountNow, OpenCredit } from "@/domain/statements/account-now.ts";
import { changesSince, type ChangeEvent, type ChangesSince } from "@/domain/statements/changes-since.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, minus, sum } from "@/domain/values/money.ts";
import { findInvoice } from "../invoices/invoice-page.ts";
import { businessOf, readInvoicePaper, readParties, type Business } from "../invoices/read-invoice-paper.ts";
import { now, openCreditsAt } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readAccountAging } from "../receivables/aging.ts";
import { readHistory } from "../receivables/history-page.ts";
import { readNets } from "../receivables/history.ts";
import { readUnpaidPage } from "../receivables/unpaid.ts";

/** So many changes, and so many credits, stand on a page; the others are one sum. */
const SHOWN = 50;

export type SharedAccount = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  customerName: string;
  currency: string;
};

/** Whose account a statement is of. Refuses what isn't there. */
export async function accountOfStatement({ tx }: Books, statementId: string): Promise<SharedAccount> {
  const [row] = await tx.execute<{
    id: string;
    customer_id: string;
    currency: string;
    number: string;
    name: string;
  }>(sql`
    select a.id, a.customer_id, a.currency, c.number, c.name
    from books.statements s join books.accounts a on a.id = s.account_id
    join books.customers c on c.id = a.customer_id
    where s.id = ${statementId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return {
    accountId: row.id,
    customerId: row.customer_id,
    customerNumber: row.number,
    customerName: row.name,
    currency: row.currency,
  };
}

/** What came after a statement: events it hadn't seen, and those it had that lay behind its day. An event and its reversal are one. */
export async function readChangesSince(books: Books, statementId: string): Promise<ChangesSince> {
  const [statement] = await books.tx.execute<{
    account_id: string;
    as_of: Day;
    head_seq: number | null;
    closing: number;
  }>(sql`
    select account_id, as_of, head_seq, coalesce(family_closing, closing) as closing from books.statements where id = ${statementId}::uuid`);
  if (!statement) throw new Refusal("not-found");
  const { as_of: asOf } = statement;
  const members = await readMembers(books, statementId, statement);
  const [rows, nows] = await Promise.all([
    books.tx.execute<ChangeRow>(sql`
      with since as (
        select e.number, e.effective_on, e.label, e.amount, e.document_id, e.kind, e.reverses
        from unnest(${sql.param(members.map((each) => each.accountId))}::uuid[],
          ${sql.param(members.map((each) => each.head))}::bigint[]) as member (account_id, head)
        cross join lateral (
          select * from books.events where account_id = member.account_id and seq > member.head
          union all
          select * from books.events
          where account_id = member.account_id and seq <= member.head and effective_on > ${asOf}::date) e)
      select e.*, coalesce(i.number, m.number) as document_number
      from (
        select s.number, s.effective_on, s.label, s.amount, s.document_id, v.number is not null as voided,
          count(*) over ()::int as count,
          (sum(case when v.number is null then s.amount else 0 end) over ())::bigint as total
        from since s left join since v on v.reverses = s.number and v.kind = 'reversal'
        where s.amount <> 0 and not (s.kind = 'reversal' and s.reverses in (select number from since))
        order by s.effective_on desc, s.number desc limit ${SHOWN}) e
      left join books.invoices i on i.id = e.document_id left join books.credit_memos m on m.id = e.document_id
      order by e.effective_on desc, e.number desc`),
    readNets(
      books,
      now(books),
      members.map((each) => each.accountId),
    ),
  ]);
  const nowCents = sum([...nows.values()]);
  const latest = rows.map(changeOf).reverse();
  const [first] = rows;
  const found = { latest, count: first?.count ?? 0, amountCents: cents(first?.total ?? 0) };
  return changesSince(cents(statement.closing), nowCents, found);
}

/** The accounts that a statement is of: a parent's may be of several. Refuses what isn't there. */
export async function accountsOfStatement(books: Books, statementId: string): Promise<string[]> {
  const { accountId } = await accountOfStatement(books, statementId);
  const members = await readMembers(books, statementId, { account_id: accountId, head_seq: null });
  return members.map((each) => each.accountId);
}

/** One of the accounts of a parent's statement, as it is now. */
export type OfFamily = { accountId: string; currency: string; customerNumber: string; customerName: string };

/** Those of them that are the parent's own or its branches' to this day, by customer number. */
export async function familyOfStatement({ tx }: Books, statementId: string): Promise<OfFamily[]> {
  return tx.execute<OfFamily>(sql`
    select a.id as "accountId", a.currency, c.number as "customerNumber", c.name as "customerName"
    from books.statements s join books.accounts p on p.id = s.account_id
    join books.statement_members m on m.statement_id = s.id
    join books.accounts a on a.id = m.account_id join books.customers c on c.id = a.customer_id
    where s.id = ${statementId}::uuid and (c.id = p.customer_id or c.parent_id = p.customer_id)
    order by c.number collate books.natural, a.id`);
}

/** The accounts that a statement is of, and the last event of each that it saw. */
async function readMembers(
  { tx }: Books,
  statementId: string,
  { account_id, head_seq }: { account_id: string; head_seq: number | null },
): Promise<{ accountId: string; head: number }[]> {
  const rows = await tx.execute<{ account_id: string; head_seq: number | null }>(sql`
    select account_id, head_seq from books.statement_members where statement_id = ${statementId}::uuid`);
  const members = rows.length > 0 ? [...rows] : [{ account_id, head_seq }];
  return members.map((each) => ({ accountId: each.account_id, head: each.head_seq ?? 0 }));
}

type ChangeRow = {
  number: number;
  effective_on: Day;
  label: string;
  amount: number;
  document_number: string | null;
  voided: boolean;
  count: number;
  total: number;
};

const changeOf = (row: ChangeRow): ChangeEvent => ({
  eventId: row.number,
  type: row.label,
  onDay: row.effective_on,
  documentNumber: row.document_number,
  amountCents: cents(row.amount),
  isVoided: row.voided,
});

/** Where a page of the unpaid invoices and one of the history begin; left out, at their first. */
export type AccountPages = { unpaid?: string | undefined; history?: string | undefined };

export async function readAccountNow(
  books: Books,
  account: SharedAccount,
  named: Business,
  pages: AccountPages = {},
): Promise<AccountNow> {
  const { accountId, customerId, customerName: name, customerNumber: number, currency } = account;
  const moment = now(books);
  const [parties, figures, unpaid, credits, history] = await Promise.all([
    readParties(books, customerId),
    readAccountAging(books, moment, accountId),
    readUnpaidPage(books, moment, { accountId, cursor: pages.unpaid }),
    readOpenCredits(books, accountId),
    readHistory(books, moment, { accountId, cursor: pages.history }),
  ]);
  const shown = sum(credits.map((credit) => credit.openCents));
  const { openInvoices, invoicedCents: _invoiced, ...aging } = figures;
  return {
    business: businessOf(parties, named),
    customer: { name, number },
    currency,
    asOf: books.today,
    aging,
    unpaid: { ...unpaid, count: openInvoices },
    credits: { lines: credits, othersCents: minus(aging.unappliedCents, shown) },
    // Who let something pass is the business's own affair, and so is what was noted inside.
    history: { ...history, lines: history.lines.map((line) => ({ ...line, about: "", notes: "" })) },
  };
}

/** The latest first. */
async function readOpenCredits(books: Books, accountId: string): Promise<OpenCredit[]> {
  const rows = await books.tx.execute<{
    id: number;
    issued_on: Day;
    label: string;
    number: string | null;
    open_then: number;
  }>(sql`
    select o.id, o.issued_on, e.label, m.number, o.open_then
    from ${openCreditsAt(books, now(books), sql`r.account_id = ${accountId}`)} o
    join books.events e on e.number = o.id
    left join books.credit_memos m on m.id = e.document_id
    order by o.issued_on desc, o.id desc limit ${SHOWN}`);
  return rows.map((row) => ({
    eventId: row.id,
    type: row.label,
    documentNumber: row.number,
    onDay: row.issued_on,
    openCents: cents(row.open_then),
  }));
}

/** An invoice of this account as its paper has it; another's isn't there. */
export async function readInvoiceOf(
  books: Books,
  { accountId }: SharedAccount,
  invoiceId: string,
  named: Business,
): Promise<InvoicePaper> {
  const found = await findInvoice(books, invoiceId);
  if (found.account_id !== accountId) throw new Refusal("not-found");
  return readInvoicePaper(books, invoiceId, named);
}
