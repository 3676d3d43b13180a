// The single rates that an invoice of today is taxed with, as a page shows them and the books reckon with them.
import { sql } from "drizzle-orm";
import type { TaxRate } from "@/domain/values/tax.ts";
import type { Books } from "../open.ts";

/** In percent, as short as they can be written ("8.25"); none where the business taxes nothing. */
export function readTaxes({ tx }: Books): Promise<TaxRate[]> {
  return tx.execute<TaxRate>(sql`
    select tax_name as name, '' as agency, trim_scale(tax_rate)::text as rate from books.settings
    where tax_rate is not null`);
}
