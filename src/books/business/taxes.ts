// Agencies, the rates taken for them, and rates that are one choice together. A rate's percentage is never overwritten: it
// has another one from a day on, and what is issued keeps what it was taxed with.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type {
  DefaultTax,
  NewAgency,
  NewCombined,
  NewRate,
  RateStep,
  RenamedAgency,
  RenamedRate,
} from "@/domain/business/tax-input.ts";
import { countOf } from "@/domain/count-of.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { SINCE_EVER, addStep } from "./simple-tax.ts";

/** With an account of its own in the chart, so that the journal says what is owed to whom. Refuses a name that is taken. */
export async function addAgency({ tx }: Books, { name }: NewAgency): Promise<{ agencyId: string }> {
  const [row] = await tx.execute<{ id: string }>(sql`
    with free as (
      select n::text as code from generate_series(2201, 2299) n
      where not exists (select from books.chart c where c.code = n::text) order by n limit 1),
    account as (
      insert into books.chart (code, name, kind)
      select coalesce((select code from free), '2200-' || right(books.new_id()::text, 10)), left('Tax payable, ' || ${name}::text, 80), 'liability'
      returning code)
    insert into books.tax_agencies (name, chart_code) select ${name}, code from account returning id`);
  return { agencyId: present(row, "an agency was added").id };
}

/** Refuses with "changed-meanwhile" and { version, now } when somebody else was faster. */
export async function renameAgency(
  { tx }: Books,
  { agencyId, version, name }: RenamedAgency,
): Promise<{ version: number }> {
  const [kept] = await tx.execute<{ name: string; version: number }>(sql`
    select name, version from books.tax_agencies where id = ${agencyId}::uuid for update`);
  if (!kept) throw new Refusal("not-found");
  if (kept.version !== version)
    throw new Refusal("changed-meanwhile", { version: kept.version, now: { name: kept.name } });
  if (kept.name === name) return { version };
  await tx.execute(sql`
    update books.tax_agencies set name = ${name}, version = version + 1 where id = ${agencyId}::uuid`);
  return { version: version + 1 };
}

/** A single rate. Refuses a name that another rate or combined rate has, archived or not. */
export async function addRate(
  books: Books,
  { name, agencyId, percent, fromOn = SINCE_EVER }: NewRate,
): Promise<{ rateId: string }> {
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.tax_rates (name, agency_id)
    select ${name}, id from books.tax_agencies where id = ${agencyId}::uuid returning id`);
  if (!row) throw new Refusal("not-found", { field: "agencyId" });
  await addStep(books, row.id, { fromOn, percent });
  return { rateId: row.id };
}

/** From that day on. What was sold before, and is entered later, keeps the percentage of its day. */
export async function changeRate(
  books: Books,
  { rateId, fromOn, percent }: RateStep,
): Promise<{ rateId: string }> {
  const [row] = await books.tx.execute<{ id: string }>(sql`
    select id from books.tax_rates where id = ${rateId}::uuid and agency_id is not null for update`);
  if (!row) throw new Refusal("not-found");
  await addStep(books, rateId, { fromOn, percent });
  return { rateId };
}

/** Of a single or a combined rate. Refuses with "changed-meanwhile" and { version, now }. */
export async function renameRate(
  books: Books,
  { rateId, version, name }: RenamedRate,
): Promise<{ version: number }> {
  const kept = await lockRate(books, rateId);
  if (kept.version !== version)
    throw new Refusal("changed-meanwhile", { version: kept.version, now: { name: kept.name } });
  if (kept.name === name) return { version };
  await books.tx.execute(sql`
    update books.tax_rates set name = ${name}, version = version + 1 where id = ${rateId}::uuid`);
  return { version: version + 1 };
}

/** A set of single rates, which stays that set. Refuses rates that aren't there or are put away. */
export async function addCombined(
  { tx }: Books,
  { name, rateIds }: NewCombined,
): Promise<{ rateId: string }> {
  const ids = [...new Set(rateIds)];
  const [row] = await tx.execute<{ id: string; parts: number }>(sql`
    with chosen as (
      select r.id, r.agency_id, array_position(${sql.param(ids)}::uuid[], r.id) as line from books.tax_rates r
      where r.id = any (${sql.param(ids)}::uuid[]) and r.agency_id is not null and r.archived_at is null for key share),
    combined as (insert into books.tax_rates (name) values (${name}) returning id),
    parts as (
      insert into books.tax_parts (combined_id, line, rate_id, agency_id)
      select c.id, p.line, p.id, p.agency_id from combined c, chosen p returning 1)
    select id, (select count(*)::int from parts) as parts from combined`);
  const { id, parts } = present(row, "a combined rate was added");
  if (parts !== ids.length || parts < 2) throw new Refusal("not-found", { field: "rateIds" });
  return { rateId: id };
}

/** Refuses with "rate-in-use" and { because } what something still takes. */
export async function archiveRate(books: Books, rateId: string): Promise<{ version: number }> {
  const kept = await lockRate(books, rateId);
  if (kept.archived) return { version: kept.version };
  const because = await usesOf(books, kept);
  if (because) throw new Refusal("rate-in-use", { because });
  return putAway(books, kept, true);
}

export async function unarchiveRate(books: Books, rateId: string): Promise<{ version: number }> {
  const kept = await lockRate(books, rateId);
  return kept.archived ? putAway(books, kept, false) : { version: kept.version };
}

/** What is taken where nobody says otherwise. Changes wait for each other as all of the settings do. */
export async function chooseDefault(
  { tx }: Books,
  { version, rateId }: DefaultTax,
): Promise<{ version: number }> {
  const [kept] = await tx.execute<{ version: number }>(sql`select version from books.settings for update`);
  const now = present(kept, "a business has settings").version;
  if (now !== version) throw new Refusal("changed-meanwhile", { version: now, now: {} });
  await tx.execute(sql`
    update books.tax_rates set is_default = false, version = version + 1
    where is_default and id is distinct from ${rateId}::uuid`);
  if (rateId !== null) {
    const [chosen] = await tx.execute(sql`
      update books.tax_rates set is_default = true, version = version + 1
      where id = ${rateId}::uuid and archived_at is null returning 1`);
    if (!chosen) throw new Refusal("not-found", { field: "rateId" });
  }
  await tx.execute(sql`update books.settings set tax_answered = true, version = version + 1`);
  return { version: version + 1 };
}

type Kept = { rateId: string; name: string; isDefault: boolean; archived: boolean; version: number };

/** Whoever chooses it waits, or is waited for: a foreign key takes a lock of its row, too. */
async function lockRate({ tx }: Books, rateId: string): Promise<Kept> {
  const [row] = await tx.execute<Kept>(sql`
    select id as "rateId", name, is_default as "isDefault", archived_at is not null as archived, version
    from books.tax_rates where id = ${rateId}::uuid for update`);
  if (!row) throw new Refusal("not-found");
  return row;
}

async function putAway(
  { tx }: Books,
  { rateId, version }: Kept,
  away: boolean,
): Promise<{ version: number }> {
  await tx.execute(sql`
    update books.tax_rates set archived_at = ${away ? sql`clock_timestamp()` : sql`null`}, version = version + 1
    where id = ${rateId}::uuid`);
  return { version: version + 1 };
}

async function usesOf({ tx }: Books, { rateId, isDefault }: Kept): Promise<string | null> {
  if (isDefault) return "It is what is taken where nobody says otherwise.";
  const [row] = await tx.execute<{ customers: number; locations: number; combined: number }>(sql`
    select (select count(*)::int from books.customers where tax_id = ${rateId}::uuid) as customers,
      (select count(*)::int from books.locations where tax_id = ${rateId}::uuid and removed_at is null) as locations,
      (select count(*)::int from books.tax_parts p join books.tax_rates c on c.id = p.combined_id and c.archived_at is null
        where p.rate_id = ${rateId}::uuid) as combined`);
  const { customers, locations, combined } = present(row, "counts have a row");
  if (combined > 0) return `It is part of ${countOf(combined, "combined rate")}.`;
  if (customers > 0) return `${countOf(customers, "customer is", "customers are")} taxed with it.`;
  return locations > 0 ? `${countOf(locations, "location is", "locations are")} taxed with it.` : null;
}
