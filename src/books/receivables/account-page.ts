// The page of one customer's account: everything that it draws, at one moment, in one snapshot.
import { sql } from "drizzle-orm";
import { canCharge, type AccountFigures } from "@/domain/ledger/account.ts";
import { type AccountPage } from "@/domain/receivables/account-page.ts";
import { FIRST_UNPAID, isFirstFew } from "@/domain/receivables/unpaid-list.ts";
import { cents, minus, smaller, sum } from "@/domain/values/money.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { readAccount, type Account } from "../ledger/accounts.ts";
import { readAccountAging, type AgedAccounts } from "./aging.ts";
import { isLive, type Moment } from "../ledger/as-of.ts";
import { readHistory, type HistoryQuery } from "./history-page.ts";
import type { Books } from "../open.ts";
import { readOffered, readUnpaidPage, readUnpaidTotals, type UnpaidQuery } from "./unpaid.ts";

/** What part of the unpaid invoices and of the history is asked for. */
export type PageAsked = {
  customer: string;
  /** Which of their accounts; left out, the one in the business's own currency. */
  currency?: string | undefined;
  unpaid?: UnpaidQuery | undefined;
  history?: HistoryQuery | undefined;
};

/** The figures on a day: limit, earmarks and reservations are today's. */
export function figuresAt({ figures: today }: Account, aging: AgedAccounts): AccountFigures {
  return {
    balanceCents: aging.totalCents,
    openCreditCents: aging.unappliedCents,
    netCents: aging.netCents,
    retainedCents: aging.retainedCents,
    reservedCents: today.reservedCents,
    countEarmarked: today.countEarmarked,
    // What is set aside today, as far as there was credit then to set aside.
    earmarkedCents: smaller(today.earmarkedCents, aging.unappliedCents),
  };
}

/** Everything the A/R page draws, in one snapshot. */
export async function readAccountPage(
  books: Books,
  moment: Moment,
  { customer, currency, unpaid: unpaidAsked = {}, history: historyAsked = {} }: PageAsked,
): Promise<AccountPage> {
  const account = await readAccount(books, customer, currency);
  const { accountId, family } = account;
  const isPart = unpaidAsked.bucket !== undefined || unpaidAsked.search !== undefined;
  const [aging, unpaid, matching, earmarks, history] = await Promise.all([
    readAccountAging(books, moment, family),
    readUnpaidPage(books, moment, {
      accountId: family,
      ...(isFirstFew(unpaidAsked) && { size: FIRST_UNPAID }),
      ...unpaidAsked,
    }),
    isPart ? readUnpaidTotals(books, moment, { accountId: family, ...unpaidAsked }) : null,
    readEarmarks(books, accountId),
    readHistory(books, moment, { accountId: family, ...historyAsked }),
  ]);
  const isAll = !isPart && unpaid.next === null && unpaidAsked.cursor === undefined;
  const all = {
    count: aging.openInvoices,
    amountCents: aging.invoicedCents,
    openCents: aging.totalCents,
    // Asked apart only where not every row is here.
    dueNowCents: isAll
      ? sum(unpaid.invoices.map((each) => each.dueNowCents))
      : isPart
        ? aging.totalCents
        : minus(aging.totalCents, await readOffered(books, moment, { accountId: family })),
  };
  const figures = figuresAt(account, aging);
  const { status, heldForAge } = account.credit;
  return {
    accountId,
    customerId: account.customerId,
    mergedFrom: account.mergedFrom,
    mergedNumbers: account.mergedNumbers,
    parent: account.parent,
    hasChildren: account.hasChildren,
    customerNumber: account.customerNumber,
    name: account.name,
    terms: codeWords(account.terms),
    email: account.email,
    memo: account.memo,
    isArchived: account.isArchived,
    currency: account.currency,
    currencies: account.currencies,
    asOf: moment.asOf,
    knownAt: moment.knownAt,
    isToday: isLive(books, moment),
    status: heldForAge !== null && status === "good" ? "hold" : status,
    limit: account.credit.limit,
    limitUntil: account.credit.raisedUntil,
    figures,
    canCharge: canCharge(figures, account.credit),
    credit: account.credit,
    aging,
    unpaid: unpaid.invoices,
    unpaidNext: unpaid.next,
    unpaidTotals: matching ?? all,
    unpaidCount: aging.openInvoices,
    earmarks,
    history,
  };
}

export async function readEarmarks(books: Books, accountId: string): Promise<AccountPage["earmarks"]> {
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

type Of<Asked> = Asked & Pick<PageAsked, "customer" | "currency"> & { size?: number };

/** In the account's currency, which each row of a file says. */
export async function readUnpaidOf(
  books: Books,
  moment: Moment,
  { customer, currency: wanted, ...asked }: Of<UnpaidQuery>,
) {
  const { family: accountId, currency } = await readAccount(books, customer, wanted);
  const { invoices, next } = await readUnpaidPage(books, moment, { accountId, ...asked });
  return { rows: invoices.map((invoice) => ({ ...invoice, currency })), next };
}

export async function readHistoryOf(
  books: Books,
  moment: Moment,
  { customer, currency: wanted, ...asked }: Of<HistoryQuery>,
) {
  const { family: accountId, currency } = await readAccount(books, customer, wanted);
  const { lines, ...page } = await readHistory(books, moment, { accountId, ...asked });
  return { rows: lines.map((line) => ({ ...line, currency })), ...page };
}
