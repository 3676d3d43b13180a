// Finds customers by what somebody typed: name, company, number, phone, e-mail or memo, also with a slip in it. Under
// the wall no index but of leakproof operators may be used, so the looking is the database's own function; what is said
// of whom it found is read here, behind the wall like everything else.
import { sql } from "drizzle-orm";
import type { CreditStatus } from "@/domain/ledger/account.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { statusOn } from "../ledger/credit-terms.ts";
import type { Books } from "../open.ts";

export const FOUND_AT_MOST = 8;

export type FoundCustomer = {
  customerId: string;
  number: string;
  name: string;
  company: string;
  phone: string;
  /** The number of a customer who was merged into this one, where that is what was found. */
  oldNumber: string | null;
  status: CreditStatus;
  balanceCents: Cents;
  currency: string;
};

/** Best first; nobody for nothing. */
export async function findCustomers(books: Books, search: string): Promise<FoundCustomer[]> {
  const rows = await books.tx.execute<{
    customer_id: string;
    number: string;
    name: string;
    company: string;
    phone: string | null;
    old_number: string | null;
    status: CreditStatus;
    open_items: number;
    currency: string;
  }>(sql`
    select f.customer_id, c.number, c.name, c.company, c.phone, f.old_number, ${statusOn(books.today)}, a.open_items, a.currency
    from books.find_customers(${search}, ${FOUND_AT_MOST}) with ordinality as f(customer_id, rank, old_number, place)
    join books.customers c on c.id = f.customer_id
    join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
    order by f.place`);
  return rows.map((row) => ({
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    company: row.company,
    phone: row.phone ?? "",
    oldNumber: row.old_number,
    status: row.status,
    balanceCents: cents(row.open_items),
    currency: row.currency,
  }));
}
