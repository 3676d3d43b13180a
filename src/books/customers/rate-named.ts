// A rate that is chosen for something: it is there, and isn't put away before that is written.
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** Its name; "" for none. Refuses one that isn't there or is put away, at `field`. */
export async function rateNamed({ tx }: Books, rateId: string | null, field = "rateId"): Promise<string> {
  if (rateId === null) return "";
  const [rate] = await tx.execute<{ name: string }>(sql`
    select name from books.tax_rates where id = ${rateId}::uuid and archived_at is null for key share`);
  if (!rate) throw new Refusal("not-found", { field });
  return rate.name;
}

/** What can be chosen, by name; of those that are put away, too, for whatever was chosen before. */
export async function readRateChoices({
  tx,
}: Books): Promise<{ id: string; name: string; archived: boolean }[]> {
  return tx.execute<{ id: string; name: string; archived: boolean }>(sql`
    select id, name, archived_at is not null as archived from books.tax_rates
    order by lower(name) collate "und-x-icu", id`);
}
