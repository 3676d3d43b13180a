// The tax of a business that takes one: its default is one single rate, called and changed in one step, as it always was.
// Who needs more has agencies, rates and combined rates (taxes.ts).
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { combinedRate } from "@/domain/values/tax-parts.ts";
import { ratesOf } from "../ledger/taxes-in-force.ts";
import type { Books } from "../open.ts";

/** What they are called until somebody says otherwise. */
export const FIRST_AGENCY = "Tax agency";
export const FIRST_RATE = "Sales tax";

/** From which day a first rate counts: whatever is entered for days before was taxed with it. */
export const SINCE_EVER: Day = day("1900-01-01");

type Default = { id: string; name: string; isSingle: boolean; rate: string | null };

/** What is taken where nobody says otherwise: percent in all, as of today. null where nothing is. */
export async function readDefaultTax({ tx, today }: Books): Promise<Default | null> {
  const [row] = await tx.execute<Omit<Default, "rate"> & { rates: string[] }>(sql`
    select d.id, d.name, d.agency_id is not null as "isSingle", coalesce((
      select jsonb_agg(trim_scale(t.percent)::text) from (${ratesOf(sql`d.id`, today)}) t where t.percent > 0), '[]') as rates
    from books.tax_rates d where d.is_default`);
  if (!row) return null;
  const { rates, ...found } = row;
  return { ...found, rate: combinedRate(rates) };
}

/**
 * `percent` null: nothing is taxed from now on. Else the default is a single rate of this name: the one that is, called so
 * and changed from today on, or one that is added to the first agency.
 */
export async function changeSimpleTax(
  books: Books,
  { name, percent }: { name: string; percent: string | null },
): Promise<void> {
  const { tx } = books;
  const now = await readDefaultTax(books);
  if (percent === null) {
    await tx.execute(
      sql`update books.tax_rates set is_default = false, version = version + 1 where is_default`,
    );
    return;
  }
  if (!now?.isSingle) {
    await tx.execute(
      sql`update books.tax_rates set is_default = false, version = version + 1 where is_default`,
    );
    return addDefaultRate(books, { name, percent });
  }
  if (now.name !== name)
    await tx.execute(
      sql`update books.tax_rates set name = ${name}, version = version + 1 where id = ${now.id}::uuid`,
    );
  if (now.rate !== percent) await addStep(books, now.id, { fromOn: books.today, percent });
}

/** A rate of this name that is there already is the default again, at this percent from today on. */
export async function addDefaultRate(
  books: Books,
  { name, percent }: { name: string; percent: string },
): Promise<void> {
  const [kept] = await books.tx.execute<{ id: string; steps: number }>(sql`
    insert into books.tax_rates (name, agency_id, is_default)
    select ${name}, a.id, true from books.tax_agencies a join books.chart c on c.code = a.chart_code and c.role = 'sales-tax'
    on conflict (org_id, name) do update set is_default = true, archived_at = null, version = tax_rates.version + 1
      where tax_rates.agency_id is not null
    returning id, (select count(*)::int from books.tax_steps s where s.rate_id = tax_rates.id) as steps`);
  // Several rates together have that name.
  if (!kept) throw new Refusal("name-taken", { field: "taxName" });
  const { id, steps } = kept;
  await addStep(books, id, { fromOn: steps === 0 ? SINCE_EVER : books.today, percent });
}

/** From that day on it is so many percent. */
export async function addStep(
  { tx, userName }: Books,
  rateId: string,
  { fromOn, percent }: { fromOn: Day; percent: string },
): Promise<void> {
  await tx.execute(sql`
    insert into books.tax_steps (rate_id, from_on, percent, decided_by)
    values (${rateId}::uuid, ${fromOn}::date, ${percent}::numeric, ${userName})`);
}
