// One customer's account: who it is, its credit terms, and its figures as they are today.
import { sql } from "drizzle-orm";
import type { Address } from "@/domain/customers/address.ts";
import { creditTermsOf, type AccountFigures, type CreditTerms } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "./address-row.ts";
import { FIGURE_COLUMNS, figuresOf, type FigureRow } from "./account-figures.ts";
import { CREDIT_COLUMNS, keptTermsOf, type CreditRow } from "./credit-terms.ts";
import { customersNamed, MERGED_FROM } from "./named-customer.ts";
import { PARENT, type Parent } from "./parent.ts";
import { MERGED_ACCOUNTS, type MergedAccounts } from "./merged-accounts.ts";
import type { Books } from "../open.ts";

export type Account = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  email: string | null;
  phone: string | null;
  address: Address;
  terms: string;
  memo: string;
  isArchived: boolean;
  /** The number of a customer merged into this one, when it was that which was asked for. */
  mergedFrom: string | null;
  /** The account, and those of the customers merged into this one. */
  family: MergedAccounts;
  mergedNumbers: string[];
  /** Whose child they are. */
  parent: Parent | null;
  hasChildren: boolean;
  currency: string;
  /** Of each account that the customer has, the business's own first. */
  currencies: string[];
  /** Today's, as are the figures. */
  credit: CreditTerms;
  figures: AccountFigures;
  headSeq: number | null;
};

type Row = CreditRow &
  AddressRow &
  FigureRow & {
    id: string;
    customer_id: string;
    number: string;
    name: string;
    email: string | null;
    phone: string | null;
    terms: string;
    memo: string;
    archived: boolean;
    currency: string;
    currencies: string[];
    last_seq: number | null;
    merged_from: string | null;
    family: string[] | null;
    merged_numbers: string[] | null;
    parent: Parent | null;
    has_children: boolean;
  };

/**
 * By the customer's id, or by their number; refuses what isn't there with "not-found". Their account in the business's
 * currency comes first, unless what somebody looks at is in another one.
 */
export async function readAccount(
  books: Books,
  customer: string,
  currency = books.currency,
): Promise<Account> {
  const [row] = await books.tx.execute<Row>(sql`
    select a.id, a.customer_id, c.number, c.name, c.email, c.phone, ${ADDRESS_COLUMNS}, c.terms, c.memo,
      c.archived_at is not null as archived, a.currency,
      ${CREDIT_COLUMNS}, ${FIGURE_COLUMNS}, a.last_seq, ${MERGED_FROM},
      ${MERGED_ACCOUNTS}, ${PARENT}, exists (select from books.customers k where k.parent_id = c.id) as has_children, array(select o.currency from books.accounts o where o.customer_id = c.id
        order by o.currency <> ${books.currency}, o.currency) as currencies
    from ${customersNamed(customer)} join books.accounts a on a.customer_id = c.id
    order by a.currency = ${currency} desc, a.currency = ${books.currency} desc, a.currency limit 1`);
  if (!row) throw new Refusal("not-found");
  return {
    accountId: row.id,
    customerId: row.customer_id,
    customerNumber: row.number,
    name: row.name,
    email: row.email,
    phone: row.phone,
    address: addressOfRow(row),
    terms: row.terms,
    memo: row.memo,
    isArchived: row.archived,
    mergedFrom: row.merged_from,
    family: row.family ?? row.id,
    mergedNumbers: row.merged_numbers ?? [],
    parent: row.parent,
    hasChildren: row.has_children,
    currency: row.currency,
    currencies: row.currencies,
    credit: creditTermsOf(keptTermsOf(row), books.today),
    figures: figuresOf(row),
    headSeq: row.last_seq,
  };
}
