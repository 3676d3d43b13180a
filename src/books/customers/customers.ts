// The customers of a business: adding one.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AnyCents } from "@/domain/values/money-shapes.ts";
import { takeNumber } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

const Lines = z
  .array(z.string().trim().min(1).max(120, "Keep each line to 120 letters."))
  .max(6, "An address has six lines at most.");

/** What a profile says of a customer: the same when one is added and when one is edited. */
export const PROFILE = {
  name: z.string().trim().min(1, "Enter a name, a company or a person.").max(200),
  number: z.string().trim().min(1, "Enter a number.").max(60),
  company: z.string().trim().max(200),
  firstName: z.string().trim().max(100),
  lastName: z.string().trim().max(100),
  email: z.email("Enter an e-mail address like name@company.com.").max(254),
  phone: z.string().trim().max(60),
  addressLines: Lines,
  /** Empty where goods go to the address itself. */
  shippingLines: Lines,
  termsDays: z.number().int().min(0, "Enter a number of days.").max(365, "A year at most."),
  memo: z.string().trim().max(2000),
  privateNotes: z.string().trim().max(5000),
};

export const NewCustomer = z.strictObject({
  name: PROFILE.name,
  /** Left out, the next of the business's own series. */
  number: PROFILE.number.optional(),
  company: PROFILE.company.default(""),
  firstName: PROFILE.firstName.default(""),
  lastName: PROFILE.lastName.default(""),
  email: PROFILE.email.optional(),
  phone: PROFILE.phone.optional(),
  addressLines: PROFILE.addressLines.default([]),
  shippingLines: PROFILE.shippingLines.default([]),
  termsDays: PROFILE.termsDays.default(30),
  memo: PROFILE.memo.default(""),
  privateNotes: PROFILE.privateNotes.default(""),
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
      insert into books.customers (number, name, company, first_name, last_name, email, phone, address_lines,
        shipping_lines, terms_days, memo, private_notes)
      values (${number}, ${given.name}, ${given.company}, ${given.firstName}, ${given.lastName}, ${given.email ?? null},
        ${given.phone ?? null}, ${sql.param(given.addressLines)}::text[], ${sql.param(given.shippingLines)}::text[],
        ${given.termsDays}, ${given.memo}, ${given.privateNotes})
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
