// Offers billing terms, and offers them no longer. Customers and invoices that have them keep them.
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** Again is no harm. */
export async function offerTerms({ tx }: Books, { code }: { code: string }): Promise<{ code: string }> {
  await tx.execute(sql`
    insert into books.billing_terms (code) values (${code}) on conflict (org_id, code) do update set offered = true`);
  return { code };
}

/** Refuses terms that aren't offered with "not-found". */
export async function withdrawTerms({ tx }: Books, { code }: { code: string }): Promise<{ code: string }> {
  const [gone] = await tx.execute(sql`
    update books.billing_terms set offered = false where code = ${code} and offered returning code`);
  if (!gone) throw new Refusal("not-found");
  return { code };
}
