// The first pages of a business's books: its chart of accounts, tax agency, number series and months, all open.
import { sql } from "drizzle-orm";
import type { Language } from "@/domain/language/language.ts";
import type { Paper } from "@/domain/business/region.ts";
import { monthOf, type Day } from "@/domain/values/day.ts";
import { FIRST_TERMS } from "@/domain/values/terms.ts";
import { CHART_ROLES } from "@/domain/ledger/chart.ts";
import { furthestMonth, SERIES } from "../ledger/number-series.ts";
import { FIRST_AGENCY, FIRST_RATE, addDefaultRate } from "./simple-tax.ts";
import { changeBooks, type Asker, type Books } from "../open.ts";

/** `taxRate` in percent; null where nothing is taxed, left out where nobody has said. */
type Opening = { startOn: Day; paper?: Paper; language?: Language; taxRate?: string | null | undefined };

/** Makes the books of a new business; `startOn` is the accounting start date, before which nothing is taken. */
export async function setUpBooks(
  asker: Asker,
  { startOn, paper = "LETTER", language = "en", taxRate }: Opening,
): Promise<void> {
  const command = { key: "open-books", procedure: "business.open", input: { startOn } };
  await changeBooks(asker, command, async (books) => {
    const { tx, today } = books;
    await tx.execute(sql`
      insert into books.settings (start_on, paper, language, tax_answered)
      values (${startOn}, ${paper}, ${language}, ${taxRate !== undefined})`);
    await tx.execute(sql`
      insert into books.chart (code, name, kind, role, bank)
      select c.*, c.role = 'bank' from jsonb_to_recordset(${JSON.stringify(chartRows())}::text::jsonb) as c (code text, name text, kind text, role text)`);
    await tx.execute(sql`
      insert into books.counters (series, prefix, padding)
      select * from jsonb_to_recordset(${JSON.stringify(SERIES)}::text::jsonb) as c (series text, prefix text, padding int)`);
    await tx.execute(sql`
      insert into books.periods (month)
      select month::date from generate_series(${monthOf(startOn)}::date, ${furthestMonth(today)}::date, '1 month') as month`);
    await tx.execute(sql`
      insert into books.tax_agencies (name, chart_code)
      select ${FIRST_AGENCY}, code from books.chart where role = 'sales-tax'`);
    await tx.execute(sql`
      insert into books.billing_terms (code) select unnest(${sql.param([...FIRST_TERMS])}::text[])`);
    if (taxRate) await addDefaultRate(books, { name: FIRST_RATE, percent: taxRate });
    return null;
  });
}

export type BusinessDetails = { addressLines: string[]; phone: string; email: string };

/** What the business's papers say of it. */
export async function describeBusiness(
  { tx }: Books,
  { addressLines, phone, email }: BusinessDetails,
): Promise<void> {
  await tx.execute(sql`
    update books.settings set address_lines = ${sql.param(addressLines)}::text[], phone = ${phone}, email = ${email},
      version = version + 1`);
}

/** The accounting start date. */
export async function readStart({ tx }: Books): Promise<Day> {
  const [row] = await tx.execute<{ start_on: Day }>(sql`select start_on from books.settings`);
  if (!row) throw new Error("a business has settings");
  return row.start_on;
}

function chartRows() {
  return Object.entries(CHART_ROLES).map(([role, account]) => ({ role, ...account }));
}
