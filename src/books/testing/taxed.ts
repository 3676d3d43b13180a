// The tax of a business in tests: one rate, the business's own.
import { sql } from "drizzle-orm";
import type { Ledger } from "../story/ledger-dsl.ts";

/** By one rate of this much, in percent, since ever; null taxes nothing. */
export const taxed = (business: Ledger, percent: string | null, name = "Sales tax") =>
  business.change(async ({ tx }) => {
    await tx.execute(sql`update books.tax_rates set is_default = false where is_default`);
    if (percent !== null)
      await tx.execute(sql`
        with rate as (
          insert into books.tax_rates (name, agency_id, is_default)
          select ${name}, id, true from books.tax_agencies limit 1
          on conflict (org_id, name) do update set is_default = true returning id)
        insert into books.tax_steps (rate_id, from_on, percent, decided_by)
        select id, '1900-01-01', ${percent}::numeric, 'x' from rate`);
    await tx.execute(sql`update books.settings set tax_answered = true`);
  });
