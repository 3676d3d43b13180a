// The customers of a file: those that are new are made, with an account; of those that are known, the file fills in and
// changes what it has words for, and each change is kept with who made it.
import { sql } from "drizzle-orm";
import { addressLines } from "@/domain/customers/address.ts";
import type { Entry, FileCustomer } from "@/domain/imports/entries.ts";
import { daysBetween } from "@/domain/values/day.ts";
import { takeNumbers } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

const USUAL_TERMS = 30;

/** Answers the customers' ids by the file's keys. `entries` say the terms of whoever has none of their own. */
export async function addCustomers(
  books: Books,
  fresh: readonly FileCustomer[],
  entries: readonly Entry[],
): Promise<Map<string, string>> {
  if (fresh.length === 0) return new Map();
  const given = termsGiven(entries);
  const numbers = await takeNumbers(books, "customer", fresh.filter(({ number }) => number === null).length);
  const rows = fresh.map((customer) => {
    const number = customer.number ?? numbers.shift();
    return {
      key: customer.key,
      number,
      name: customer.name ?? number,
      email: customer.email || null,
      phone: customer.phone || null,
      lines: addressLines(customer),
      country: customer.country,
      terms: customer.termsDays ?? given.get(customer.key) ?? USUAL_TERMS,
      memo: memoOf(customer),
      limit: customer.limitCents,
      contact: customer.contact,
    };
  });
  const made = await books.tx.execute<{ key: string; id: string }>(sql`
    with w as materialized (
      select books.new_id() as id, w.* from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as w (key text, number text, name text,
        email text, phone text, lines jsonb, country text, terms int, memo text, "limit" bigint, contact text)),
    customer as (
      insert into books.customers (id, number, name, email, phone, address_lines, country, terms_days, memo)
      select id, number, name, email, phone, array(select jsonb_array_elements_text(lines)), country, terms, memo from w returning id),
    account as (
      insert into books.accounts (customer_id, currency, limit_cents, charging_allowed)
      select c.id, ${books.currency}, w."limit", w."limit" is not null from customer c join w on w.id = c.id returning 1),
    contact as (
      insert into books.contacts (customer_id, name, title, email, phone, gets_statements)
      select c.id, w.contact, '', null, null, false from customer c join w on w.id = c.id where w.contact <> '' returning 1),
    told as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, 'Customer', '', 'Imported', ${books.userName}, ${books.commandId}::uuid from customer returning 1)
    select w.key, w.id from w where (select count(*) from account) >= 0 and (select count(*) from contact) >= 0
      and (select count(*) from told) >= 0`);
  return new Map(made.map(({ key, id }) => [key, id]));
}

const memoOf = ({ memo, taxNumber }: FileCustomer): string =>
  [memo, taxNumber && `Tax number ${taxNumber}`].filter(Boolean).join("\n");

/** As their first invoice was given them, in whole days. */
function termsGiven(entries: readonly Entry[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const { customer, kind, on, dueOn } of entries)
    if (kind === "invoice" && dueOn !== null && !given.has(customer))
      given.set(customer, Math.min(365, Math.max(0, daysBetween(on, dueOn))));
  return given;
}

/** What the file says of customers that are there; blank cells change nothing. Answers how many were changed. */
export async function updateCustomers(
  books: Books,
  known: readonly { customerId: string; said: FileCustomer }[],
): Promise<number> {
  const rows = known.map(({ customerId, said }) => ({
    id: customerId,
    name: said.number === null ? null : said.name,
    email: said.email || null,
    phone: said.phone || null,
    lines: said.street || said.city || said.postalCode ? addressLines(said) : null,
    terms: said.termsDays,
    memo: memoOf(said) || null,
  }));
  const changed = await books.tx.execute<{ id: string }>(sql`
    with w as materialized (
      select distinct on (w.id) w.id, c.name as name_was, coalesce(w.name, c.name) as name, c.email as email_was, coalesce(w.email, c.email) as email,
        c.phone as phone_was, coalesce(w.phone, c.phone) as phone, c.address_lines as lines_was,
        case when jsonb_typeof(w.lines) = 'array' then array(select jsonb_array_elements_text(w.lines)) else c.address_lines end as lines,
        c.terms_days as terms_was, coalesce(w.terms, c.terms_days) as terms, c.memo as memo_was, coalesce(w.memo, c.memo) as memo
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as w (id uuid, name text, email text, phone text, lines jsonb, terms int, memo text)
      join books.customers c on c.id = w.id order by w.id),
    told as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select w.id, f.field, coalesce(f.before, ''), coalesce(f.after, ''), ${books.userName}, ${books.commandId}::uuid
      from w cross join lateral (values ('Name', name_was, name), ('E-mail', email_was, email), ('Phone', phone_was, phone),
        ('Address', array_to_string(lines_was, E'\n'), array_to_string(lines, E'\n')), ('Terms', terms_was::text, terms::text),
        ('Memo', memo_was, memo)) as f (field, before, after)
      where f.before is distinct from f.after returning customer_id),
    done as (
      update books.customers c set name = w.name, email = w.email, phone = w.phone, address_lines = w.lines, terms_days = w.terms,
        memo = w.memo, version = version + 1
      from w where c.id = w.id and w.id in (select customer_id from told) returning c.id)
    select id from done`);
  return changed.length;
}
