// What a file says anew of customers that are there: a cell that is empty says nothing, and what stands so already isn't
// changed. Who changed what is kept, field by field, as when a person edits a profile. A credit limit isn't moved by a file.
import { sql } from "drizzle-orm";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import type { Books } from "../open.ts";
import { columnsOf } from "./add-customers.ts";

type There = { customer: FileCustomer; customerId: string };
export type CustomerColumns = {
  id: string;
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
  address_lines: string[];
  city: string;
  region: string;
  postal_code: string;
  country: string;
  tax_number: string;
  terms: string;
};
/** One field, as the history calls it and as it is written there. */
export type FieldChange = { id: string; field: string; before: string; after: string };

/** Answers whom of them it changed. */
export async function updateCustomers(books: Books, there: readonly There[]): Promise<string[]> {
  const standing = await lockCustomers(
    books,
    there.map(({ customerId }) => customerId),
  );
  const changes = there.flatMap(({ customer, customerId }) => {
    const row = standing.get(customerId);
    return row ? changesTo(row, customer) : [];
  });
  return changeCustomers(books, changes);
}

/** As they stand, by their ids; who was merged into another isn't there. */
export async function lockCustomers(
  { tx }: Books,
  customerIds: readonly string[],
): Promise<Map<string, CustomerColumns>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.execute<CustomerColumns>(sql`
    select id, name, company, email, phone, address_lines, city, region, postal_code, country, tax_number, terms from books.customers
    where id = any (${sql.param([...new Set(customerIds)])}::text[]::uuid[]) and merged_into is null order by id for update`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes them, with the history of each; answers whose they were. */
export async function changeCustomers(books: Books, changes: readonly FieldChange[]): Promise<string[]> {
  if (changes.length === 0) return [];
  const moved = await books.tx.execute<{ id: string }>(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as g (id uuid, field text, before text, after text)),
    kept as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, field, before, after, ${books.userName}, ${books.commandId}::uuid from given),
    fields as (select id, jsonb_object_agg(field, after) as f from given group by id),
    moved as (
      update books.customers c set name = coalesce(f ->> 'Name', name), company = coalesce(f ->> 'Company', company),
        country = coalesce(f ->> 'Country', country),
        email = case when f ? 'E-mail' then nullif(f ->> 'E-mail', '') else email end,
        phone = case when f ? 'Phone' then nullif(f ->> 'Phone', '') else phone end,
        city = coalesce(f ->> 'City', city), region = coalesce(f ->> 'State or region', region),
        postal_code = coalesce(f ->> 'Postal code', postal_code), tax_number = coalesce(f ->> 'Tax number', tax_number),
        terms = coalesce(f ->> 'Terms', terms),
        address_lines = case when f ? 'Address' then string_to_array(f ->> 'Address', E'\n') else address_lines end,
        version = version + 1
      from fields where fields.id = c.id returning c.id)
    select id from moved`);
  return moved.map(({ id }) => id);
}

/** What stands, by what the history calls it. */
export const fieldsOfCustomer = (row: CustomerColumns): Record<string, string> => ({
  Name: row.name,
  Company: row.company,
  "E-mail": row.email ?? "",
  Phone: row.phone ?? "",
  Address: row.address_lines.join("\n"),
  City: row.city,
  "State or region": row.region,
  "Postal code": row.postal_code,
  Country: row.country,
  "Tax number": row.tax_number,
  Terms: row.terms,
});

function changesTo(row: CustomerColumns, customer: FileCustomer): FieldChange[] {
  const { company, email, phone, address, city, region, country, ...more } = columnsOf(customer);
  const { name, terms } = customer;
  const said: Record<string, string | null> = {
    Name: name,
    Company: company,
    "E-mail": email,
    Phone: phone,
    Address: address.join("\n"),
    City: city,
    "State or region": region,
    "Postal code": more.postal_code,
    Country: country,
    "Tax number": more.tax_number,
    Terms: terms,
  };
  return Object.entries(fieldsOfCustomer(row)).flatMap(([field, before]) => {
    const after = said[field] ?? "";
    return after !== "" && after !== before ? [{ id: row.id, field, before, after }] : [];
  });
}
