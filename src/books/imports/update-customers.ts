// What a file says anew of customers that are there: a cell that is empty says nothing, and what stands so already isn't
// changed. Who changed what is kept, field by field, as when a person edits a profile. A credit limit isn't moved by a file.
import { sql } from "drizzle-orm";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import type { Books } from "../open.ts";
import { columnsOf } from "./add-customers.ts";

type There = { customer: FileCustomer; customerId: string };
type Row = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  address_lines: string[];
  city: string;
  region: string;
  postal_code: string;
  country: string;
  tax_number: string;
  terms_days: number;
};

/** How many of them it changed. */
export async function updateCustomers(books: Books, there: readonly There[]): Promise<number> {
  if (there.length === 0) return 0;
  const ids = sql.param([...new Set(there.map(({ customerId }) => customerId))]);
  const rows = await books.tx.execute<Row>(sql`
    select id, name, email, phone, address_lines, city, region, postal_code, country, tax_number, terms_days from books.customers
    where id = any (${ids}::text[]::uuid[]) order by id for update`);
  const standing = new Map(rows.map((row) => [row.id, row]));
  const changes = there.flatMap(({ customer, customerId }) => {
    const row = standing.get(customerId);
    return row ? changesTo(row, customer) : [];
  });
  if (changes.length === 0) return 0;
  const [done] = await books.tx.execute<{ count: number }>(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as g (id uuid, field text, before text, after text)),
    kept as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, field, before, after, ${books.userName}, ${books.commandId}::uuid from given),
    fields as (select id, jsonb_object_agg(field, after) as f from given group by id),
    moved as (
      update books.customers c set name = coalesce(f ->> 'Name', name), email = coalesce(f ->> 'E-mail', email),
        phone = coalesce(f ->> 'Phone', phone), country = coalesce(f ->> 'Country', country),
        city = coalesce(f ->> 'City', city), region = coalesce(f ->> 'State or region', region),
        postal_code = coalesce(f ->> 'Postal code', postal_code), tax_number = coalesce(f ->> 'Tax number', tax_number),
        terms_days = coalesce((f ->> 'Terms')::int, terms_days),
        address_lines = case when f ? 'Address' then string_to_array(f ->> 'Address', E'\n') else address_lines end,
        version = version + 1
      from fields where fields.id = c.id returning 1)
    select count(*)::int as count from moved`);
  return done?.count ?? 0;
}

function changesTo(row: Row, customer: FileCustomer) {
  const { email, phone, address, city, region, country, ...more } = columnsOf(customer);
  const { name, termsDays } = customer;
  const said: [string, string, string | null][] = [
    ["Name", row.name, name],
    ["E-mail", row.email ?? "", email],
    ["Phone", row.phone ?? "", phone],
    ["Address", row.address_lines.join("\n"), address.join("\n")],
    ["City", row.city, city],
    ["State or region", row.region, region],
    ["Postal code", row.postal_code, more.postal_code],
    ["Country", row.country, country],
    ["Tax number", row.tax_number, more.tax_number],
    ["Terms", String(row.terms_days), termsDays === null ? null : String(termsDays)],
  ];
  return said.flatMap(([field, before, after]) =>
    after !== null && after !== "" && after !== before ? [{ id: row.id, field, before, after }] : [],
  );
}
