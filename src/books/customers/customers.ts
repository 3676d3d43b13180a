// The customers of a business: adding one.
import { sql } from "drizzle-orm";
import type { NewCustomer } from "@/domain/customers/customer-input.ts";
import { takeNumber } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

/** Adds a customer and their account in the business's currency; a limit also lets them charge. */
export async function createCustomer(
  books: Books,
  given: NewCustomer,
): Promise<{ customerId: string; accountId: string; number: string }> {
  const number = given.number ?? (await takeNumber(books, "customer"));
  const [row] = await books.tx.execute<{ customer_id: string; account_id: string }>(sql`
    with customer as (
      insert into books.customers (number, name, company, first_name, last_name, email, phone, address_lines, city,
        region, postal_code, country, shipping_lines, terms, tax_number, memo, private_notes)
      values (${number}, ${given.name}, ${given.company}, ${given.firstName}, ${given.lastName}, ${given.email ?? null},
        ${given.phone ?? null}, ${sql.param(given.addressLines)}::text[], ${given.city},
        ${given.region}, ${given.postalCode}, ${given.country}, ${sql.param(given.shippingLines)}::text[],
        ${given.terms}, ${given.taxNumber}, ${given.memo}, ${given.privateNotes})
      returning id),
    added as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, 'Customer', '', 'Added', ${books.userName}, ${books.commandId}::uuid from customer),
    account as (
      insert into books.accounts (customer_id, currency, limit_cents, charging_allowed)
      select id, ${books.currency}, ${given.limitCents ?? null}::bigint, ${given.limitCents !== undefined} from customer
      returning id)
    select customer.id as customer_id, account.id as account_id from customer, account`);
  if (!row) throw new Error("a customer was added");
  return { customerId: row.customer_id, accountId: row.account_id, number };
}
