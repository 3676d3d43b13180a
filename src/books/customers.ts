// The customers of a business: adding one.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AnyCents } from "@/domain/money-shapes.ts";
import { takeNumber } from "./business.ts";
import type { Books } from "./open.ts";

export const NewCustomer = z.strictObject({
  name: z.string().trim().min(1, "Enter a name.").max(200),
  /** Left out, the next of the business's own series. */
  number: z.string().trim().min(1).max(60).optional(),
  email: z.email("Enter an e-mail address like name@company.com.").max(254).optional(),
  phone: z.string().trim().max(60).optional(),
  addressLines: z.array(z.string().trim().min(1).max(120)).max(6).default([]),
  termsDays: z.number().int().min(0).max(365).default(30),
  memo: z.string().max(2000).default(""),
  limitCents: AnyCents.optional(),
});
export type NewCustomer = z.input<typeof NewCustomer>;

/** Adds a customer and their account in the business's currency; a limit also lets them charge. */
export async function createCustomer(
  books: Books,
  input: NewCustomer,
): Promise<{ customerId: string; accountId: string; number: string }> {
  const given = NewCustomer.parse(input);
  const number = given.number ?? (await takeNumber(books, "customer"));
  const [row] = await books.tx.execute<{ customer_id: string; account_id: string }>(sql`
    with customer as (
      insert into books.customers (number, name, email, phone, address_lines, terms_days, memo)
      values (${number}, ${given.name}, ${given.email ?? null}, ${given.phone ?? null},
        ${sql.param(given.addressLines)}::text[], ${given.termsDays}, ${given.memo})
      returning id),
    account as (
      insert into books.accounts (customer_id, currency, limit_cents, charging_allowed)
      select id, ${books.currency}, ${given.limitCents ?? null}::bigint, ${given.limitCents !== undefined} from customer
      returning id)
    select customer.id as customer_id, account.id as account_id from customer, account`);
  if (!row) throw new Error("a customer was added");
  return { customerId: row.customer_id, accountId: row.account_id, number };
}
