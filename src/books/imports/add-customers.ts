// Adds the customers that a file names and the books don't know yet, all at once. One without a number gets the next of the
// business's own series; one without a name is called by their number, until somebody writes a better one.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { TAKES_TWO } from "@/domain/credit/limit-approval.ts";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { Refusal } from "@/domain/refusal.ts";
import { readAlone } from "../credit/credit-changes.ts";
import type { Books } from "../open.ts";
import type { Matched } from "./match-customers.ts";

const USUAL_TERMS = "net-30";

/** `termsBy`: the terms of a customer's first invoice, for those of whom the file says none. */
export async function addCustomers(
  books: Books,
  customers: readonly FileCustomer[],
  termsBy: ReadonlyMap<string, string>,
): Promise<Map<string, Matched>> {
  if (customers.length === 0) return new Map();
  const numbers = await freeNumbers(books, customers.filter(({ number }) => number === null).length);
  const rows = customers.map((customer) => {
    const number = customer.number ?? present(numbers.shift(), "as many numbers as customers");
    const terms = customer.terms ?? termsBy.get(customer.key) ?? USUAL_TERMS;
    return { key: customer.key, number, terms, ...columnsOf(customer), name: customer.name ?? number };
  });
  await assertGivenAlone(books, customers);
  const made = await books.tx.execute<{ key: string; id: string; account_id: string }>(sql`
    with given as materialized (
      select w.*, books.new_id() as id from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as w (key text, number text,
        name text, company text, first_name text, last_name text, title text, email text, phone text, mobile text, fax text,
        address jsonb, city text, region text, postal_code text, country text, shipping jsonb, terms text, tax_number text,
        memo text, contact text, limit_cents bigint)),
    customer as (
      insert into books.customers (id, number, name, company, first_name, last_name, title, email, phone, mobile, fax,
        address_lines, city, region, postal_code, country, shipping_lines, terms, tax_number, memo)
      select id, number, name, company, first_name, last_name, title, email, phone, mobile, fax,
        array(select jsonb_array_elements_text(address)), city, region, postal_code, country,
        array(select jsonb_array_elements_text(shipping)), terms, tax_number, memo
      from given returning id),
    added as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, 'Customer', '', 'Added', ${books.userName}, ${books.commandId}::uuid from customer),
    contact as (
      insert into books.contacts (customer_id, name) select id, contact from given where contact <> ''),
    account as (
      insert into books.accounts (customer_id, currency, limit_cents, charging_allowed)
      select g.id, ${books.currency}, g.limit_cents, g.limit_cents is not null from given g join customer using (id)
      returning id, customer_id)
    select g.key, g.id, a.id as account_id from given g join account a on a.customer_id = g.id`);
  // Where nobody says a customer's terms, an invoice without a due day is due on its own.
  const saidTerms = new Map(
    customers.map((each) => [each.key, each.terms ?? termsBy.get(each.key) ?? "net-0"]),
  );
  return new Map(
    made.map(({ key, id, account_id: accountId }) => [
      key,
      { customerId: id, accountId, terms: saidTerms.get(key) ?? "net-0", again: false },
    ]),
  );
}

/** Refuses "file-refused" at the rows whose limit takes a second person. */
async function assertGivenAlone(books: Books, customers: readonly FileCustomer[]): Promise<void> {
  const aloneCents = await readAlone(books, books.currency);
  const faults = customers
    .filter(({ limitCents }) => aloneCents !== null && limitCents !== null && limitCents > aloneCents)
    .map(({ row }) => ({ row, column: "", says: TAKES_TWO }));
  if (faults.length > 0)
    throw new Refusal("file-refused", { faults: faults.slice(0, 200), faultCount: faults.length });
}

/** As they stand in books.customers. */
function columnsOf(customer: FileCustomer) {
  const { company, title, city, region, country, contact, memo } = customer;
  return {
    company,
    title,
    city,
    region,
    country,
    contact,
    memo,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email || null,
    phone: customer.phone || null,
    mobile: customer.mobile || null,
    fax: customer.fax || null,
    address: linesOf(customer.street),
    shipping: linesOf(customer.shipping),
    postal_code: customer.postalCode,
    tax_number: customer.taxNumber,
    limit_cents: customer.limitCents,
  };
}

/** No more lines than an address has, none longer. */
export function linesOf(address: string): string[] {
  const lines = address
    .split(/\r?\n|\s*\|\s*/u)
    .map((line) => line.trim().slice(0, 120))
    .filter((line) => line !== "");
  return lines.length <= 6 ? lines : [...lines.slice(0, 5), lines.slice(5).join(", ").slice(0, 120)];
}

async function freeNumbers({ tx }: Books, count: number): Promise<string[]> {
  const numbers: string[] = [];
  while (numbers.length < count) {
    const rows = await tx.execute<{ number: string }>(sql`
      with counted as (
        update books.counters set next = next + ${count - numbers.length}::int where series = 'customer'
        returning prefix, padding, next),
      candidates as (
        select n, prefix || lpad(n::text, greatest(padding, length(n::text)), '0') as number
        from counted, generate_series(next - ${count - numbers.length}::int, next - 1) n)
      select number from candidates
      where not exists (select from books.customers c where c.number_key = upper(candidates.number)) order by n`);
    numbers.push(...rows.map(({ number }) => number));
  }
  return numbers;
}
