// What there is to pay online of a parent's statement: of each of its accounts by itself.
import { sql } from "drizzle-orm";
import type { FamilyPayOffer, PayOfferOfAccount } from "@/domain/payments/pay-offer.ts";
import type { Books } from "../open.ts";
import { readPayOffer } from "./pay-offer.ts";

/** So many accounts of a parent's statement can be paid behind its link; the others when these are paid. */
const PAYABLE_ACCOUNTS = 20;

type Named = Omit<PayOfferOfAccount, "offer">;

/** Of each account of a parent's statement by itself, in their order; null where nothing can be paid online. */
export async function readFamilyPayOffer(
  books: Books,
  family: readonly Named[],
): Promise<FamilyPayOffer | null> {
  const owing = await books.tx.execute<{ id: string }>(sql`
    select id from books.accounts
    where id = any (${sql.param(family.map(({ accountId }) => accountId))}::uuid[]) and open_items > 0`);
  const owes = new Set(owing.map(({ id }) => id));
  const payable = family.filter(({ accountId }) => owes.has(accountId));
  const accounts: PayOfferOfAccount[] = [];
  for (const { accountId, customerNumber, customerName } of payable.slice(0, PAYABLE_ACCOUNTS)) {
    const offer = await readPayOffer(books, accountId);
    if (offer) accounts.push({ accountId, customerNumber, customerName, offer });
  }
  return accounts.length === 0 ? null : { accounts, more: Math.max(0, payable.length - PAYABLE_ACCOUNTS) };
}
