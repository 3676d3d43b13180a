// An account as someone needs it who takes a payment: what is open, oldest due first, and what decides on Can Charge.
import { sql } from "drizzle-orm";
import { daysBetween, type Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { offerUnder } from "@/domain/values/terms.ts";
import type { Debt, PayingAccount } from "@/domain/payments/paying.ts";
import { readAccount } from "../ledger/accounts.ts";
import { KEPT_BEFORE } from "../ledger/discounts.ts";
import { readLiveEarmarks } from "../ledger/earmarks.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import { snapshotOf } from "../ledger/account-snapshot.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import type { Books } from "../open.ts";

/** The screen lists so many; what is due later can be applied when these are paid. */
const LISTED = 300;

/** By the customer's id, or by their number; `family`: with what their children owe. Refuses what isn't there with "not-found". */
export async function readPayingAccount(
  books: Books,
  customer: string,
  { currency, family = false }: { currency?: string | undefined; family?: boolean | undefined } = {},
): Promise<PayingAccount> {
  const account = await readAccount(books, customer, currency);
  const children = account.hasChildren ? await readOwingChildren(books, account) : [];
  const whose = family ? children : [];
  const [{ debts, debtCount }, earmarks, months] = await Promise.all([
    readDebts(books, account.accountId, whose),
    readLiveEarmarks(books, account.accountId),
    readPostingMonths(books),
  ]);
  const childrenOwe = children.length > 0;
  return { ...snapshotOf(account, { earmarks, months }), debts, debtCount, childrenOwe };
}

type Child = { accountId: string; name: string };

async function readOwingChildren(
  { tx }: Books,
  { customerId, currency }: { customerId: string; currency: string },
): Promise<Child[]> {
  return tx.execute<Child>(sql`
    select a.id as "accountId", c.name from books.customers c join books.accounts a on a.customer_id = c.id
    where c.parent_id = ${customerId}::uuid and a.currency = ${currency} and a.open_items > 0`);
}

async function readDebts(
  { tx, today }: Books,
  accountId: string,
  children: readonly Child[],
): Promise<{ debts: Debt[]; debtCount: number }> {
  const names = new Map(children.map((child) => [child.accountId, child.name]));
  const accounts = [accountId, ...names.keys()];
  const rows = await tx.execute<{
    id: number;
    account_id: string;
    document_id: string | null;
    job_id: string | null;
    number: string | null;
    label: string;
    effective_on: Day;
    due_on: Day;
    amount: number;
    open: number;
    all_open: number;
    issued_on: Day;
    terms: string | null;
    subtotal: number | null;
    kept: boolean;
    job: string | null;
  }>(sql`
    select i.*, v.number, e.label, v.terms, v.subtotal, ${KEPT_BEFORE} as kept,
      nullif(concat_ws(' ', j.number, j.name), '') as job from (
      select id, account_id, document_id, job_id, effective_on, issued_on, due_on, amount, amount - applied - reversed as open,
        count(*) over ()::int as all_open
      from books.items where ${isOf(sql`account_id`, accounts)} and amount - applied - reversed > 0
      order by due_on, id limit ${LISTED}) i
    join books.events e on e.number = i.id left join books.invoices v on v.id = i.document_id
    left join books.jobs j on j.id = i.job_id
    order by i.due_on, i.id`);
  const debts = rows.map((row) => ({
    itemId: row.id,
    number: row.number ?? "",
    name: row.number ?? row.label,
    documentId: row.document_id,
    issuedOn: row.effective_on,
    dueOn: row.due_on,
    daysPastDue: daysBetween(row.due_on, today),
    amountCents: cents(row.amount),
    openCents: cents(row.open),
    ...(row.job_id !== null && { jobId: row.job_id }),
    ...whoseOf(names.get(row.account_id)),
    ...(row.job === null ? {} : { job: row.job }),
    offer: row.kept
      ? null
      : offerUnder(row.terms ?? "", {
          issuedOn: row.issued_on,
          subtotalCents: cents(row.subtotal ?? 0),
          openCents: cents(row.open),
        }),
  }));
  return { debts, debtCount: rows[0]?.all_open ?? 0 };
}

const whoseOf = (whose: string | undefined) => (whose === undefined ? {} : { whose });
