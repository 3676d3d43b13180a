// What a file says anew of customers that are there: a cell that is empty says nothing, and what stands so already isn't
// changed. Who changed what is kept, field by field, as when a person edits a profile. A credit limit isn't moved by a file.
import { sql, type SQL } from "drizzle-orm";
import {
  CUSTOMER_FIELDS,
  textsOf,
  writtenOf,
  type CustomerField,
  type CustomerTexts,
} from "@/domain/customers/customer.ts";
import { changesBetween, type Change } from "@/domain/edits.ts";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { termsNamed } from "@/domain/imports/words.ts";
import { countryName, countryOf } from "@/domain/values/country.ts";
import { readTerms } from "@/domain/values/terms.ts";
import { PROFILE_COLUMNS, detailsOfRow, type ProfileRow } from "../customers/profile-row.ts";
import type { Books } from "../open.ts";
import { linesOf } from "./add-customers.ts";

type There = { customer: FileCustomer; customerId: string };
/** One field of one customer, as a form holds it. */
export type FieldChange = Change<CustomerField> & { id: string };

/** Answers whom of them it changed. */
export async function updateCustomers(books: Books, there: readonly There[]): Promise<string[]> {
  const standing = await lockCustomers(
    books,
    there.map(({ customerId }) => customerId),
  );
  const changes = there.flatMap(({ customer, customerId: id }) => {
    const texts = standing.get(id);
    const said = texts && changesBetween(texts, { ...texts, ...saidOf(customer) });
    return (said ?? []).map((change) => ({ id, ...change }));
  });
  return changeCustomers(books, changes);
}

/** As they stand, by their ids; who was merged into another isn't there. */
export async function lockCustomers(
  { tx }: Books,
  customerIds: readonly string[],
): Promise<Map<string, CustomerTexts>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.execute<ProfileRow & { id: string }>(sql`
    select c.id, ${PROFILE_COLUMNS} from books.customers c
    where c.id = any (${sql.param([...new Set(customerIds)])}::text[]::uuid[]) and c.merged_into is null
    order by c.id for update`);
  return new Map(rows.map((row) => [row.id, textsOf(detailsOfRow(row))]));
}

/** Writes them, with the history of each; answers whose they were. */
export async function changeCustomers(books: Books, changes: readonly FieldChange[]): Promise<string[]> {
  if (changes.length === 0) return [];
  const rows = changes.map(({ id, field, before, after }) => ({
    id,
    field,
    value: field === "country" ? (countryOf(after) ?? "") : after,
    called: CUSTOMER_FIELDS[field],
    was: writtenOf(field, before),
    becomes: writtenOf(field, after),
  }));
  const moved = await books.tx.execute<{ id: string }>(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as g (id uuid, field text, value text,
        called text, was text, becomes text)),
    kept as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, called, was, becomes, ${books.userName}, ${books.commandId}::uuid from given),
    fields as (select id, jsonb_object_agg(field, value) as f from given group by id),
    moved as (
      update books.customers c set name = coalesce(f ->> 'name', name), company = coalesce(f ->> 'company', company),
        first_name = coalesce(f ->> 'firstName', first_name), last_name = coalesce(f ->> 'lastName', last_name),
        title = coalesce(f ->> 'title', title), country = coalesce(f ->> 'country', country),
        email = case when f ? 'email' then nullif(f ->> 'email', '') else email end,
        phone = case when f ? 'phone' then nullif(f ->> 'phone', '') else phone end,
        mobile = case when f ? 'mobile' then nullif(f ->> 'mobile', '') else mobile end,
        fax = case when f ? 'fax' then nullif(f ->> 'fax', '') else fax end,
        city = coalesce(f ->> 'city', city), region = coalesce(f ->> 'region', region),
        postal_code = coalesce(f ->> 'postalCode', postal_code), tax_number = coalesce(f ->> 'taxNumber', tax_number),
        terms = coalesce(f ->> 'terms', terms),
        address_lines = case when f ? 'addressLines' then ${linesIn(sql`f ->> 'addressLines'`)} else address_lines end,
        shipping_lines = case when f ? 'shippingLines' then ${linesIn(sql`f ->> 'shippingLines'`)} else shipping_lines end,
        version = version + 1
      from fields where fields.id = c.id returning c.id)
    select id from moved`);
  return moved.map(({ id }) => id);
}

/** None of an empty text. */
const linesIn = (text: SQL): SQL => sql`string_to_array(${text}, E'\\n')`;

/** What a history calls a field, also as imports called two of them once; null for what is no field of a profile. */
export function fieldCalled(called: string): CustomerField | null {
  const field = Object.entries(CUSTOMER_FIELDS).find(([, words]) => words === (ONCE[called] ?? called))?.[0];
  return (field as CustomerField | undefined) ?? null;
}
const ONCE: Readonly<Record<string, string>> = {
  Address: CUSTOMER_FIELDS.addressLines,
  Terms: CUSTOMER_FIELDS.terms,
};

/** What a history wrote, as a form holds it. */
export function heldOf(field: CustomerField, written: string): string {
  if (field === "terms") return readTerms(written) ? written : (termsNamed(written) ?? "");
  return field === "country" ? countryName(countryOf(written) ?? "") : written;
}

function saidOf(customer: FileCustomer): Partial<CustomerTexts> {
  const { company, firstName, lastName, title, email, phone, mobile, fax, city, region, postalCode } =
    customer;
  const said: Partial<CustomerTexts> = {
    company,
    firstName,
    lastName,
    title,
    email,
    phone,
    mobile,
    fax,
    city,
    region,
    postalCode,
    name: customer.name ?? "",
    addressLines: linesOf(customer.street).join("\n"),
    shippingLines: linesOf(customer.shipping).join("\n"),
    country: countryName(customer.country),
    taxNumber: customer.taxNumber,
    terms: customer.terms ?? "",
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ""));
}
