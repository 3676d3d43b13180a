// What the counter must know of whoever stands there before anything is rung up: the memo, whether they may charge and
// how much, what they owe and what of theirs is open. And the taxes that a sale of today bears.
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { SaleTaxes } from "@/domain/ledger/tax-in-force.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readSaleTaxes } from "../ledger/taxes-in-force.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import type { Books } from "../open.ts";

export type CounterCustomer = {
  accountId: string;
  customerId: string;
  number: string;
  name: string;
  memo: string;
  termsDays: number;
  currency: string;
  figures: AccountFigures;
  credit: CreditTerms;
  /** What a sale to them bears today. */
  taxes: SaleTaxes;
};

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readCounterCustomer(books: Books, customer: string): Promise<CounterCustomer> {
  const account = await readAccount(books, customer);
  const { accountId, customerId, name, memo, termsDays, currency, credit, figures } = account;
  const taxes = await readSaleTaxes(books, { accountId, on: books.today });
  return {
    accountId,
    customerId,
    number: account.customerNumber,
    name,
    memo,
    termsDays,
    currency,
    credit,
    figures,
    taxes,
  };
}

/** What a sale of today meets: the taxes on it for whoever just walks in, and the months of the books. */
export async function readCounterSettings(
  books: Books,
): Promise<{ taxes: SaleTaxes; months: PostingMonths }> {
  const [taxes, months] = await Promise.all([
    readSaleTaxes(books, { accountId: null, on: books.today }),
    readPostingMonths(books),
  ]);
  return { taxes, months };
}
