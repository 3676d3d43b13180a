// The places a customer has goods brought to: added, edited and removed, and each time kept who did it. A removed one is
// gone from the page and stays in the history.
import { sql } from "drizzle-orm";
import { locationText, locationTexts, type LocationDetails } from "@/domain/customers/contact.ts";
import type { LocationEdit, NewLocation } from "@/domain/customers/contact-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepChanges, lastEditor } from "./customer-changes.ts";
import type { Books } from "../open.ts";

export async function addLocation(
  books: Books,
  { customerId, ...given }: NewLocation,
): Promise<{ locationId: string }> {
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.locations (customer_id, name, address_lines)
    select id, ${given.name}, ${sql.param(given.addressLines)}::text[]
    from books.customers where id = ${customerId}::uuid returning id`);
  if (!row) throw new Refusal("not-found");
  await keepChanges(books, customerId, [
    { field: fieldOf(given.name), before: "", after: locationText(given) },
  ]);
  return { locationId: row.id };
}

/** Refuses with "changed-meanwhile" and { version, now, by } when somebody else was faster. */
export async function editLocation(
  books: Books,
  { locationId, version, ...given }: LocationEdit,
): Promise<{ version: number }> {
  const kept = await lockLocation(books, locationId);
  if (kept.version !== version) {
    const by = await lastEditor(books, kept.customerId);
    throw new Refusal("changed-meanwhile", { version: kept.version, now: locationTexts(kept.details), by });
  }
  await books.tx.execute(sql`
    update books.locations set name = ${given.name}, address_lines = ${sql.param(given.addressLines)}::text[],
      version = version + 1
    where id = ${locationId}::uuid`);
  await keepChanges(books, kept.customerId, [
    { field: fieldOf(kept.details.name), before: locationText(kept.details), after: locationText(given) },
  ]);
  return { version: version + 1 };
}

export async function removeLocation(books: Books, locationId: string): Promise<{ removed: true }> {
  const { customerId, details } = await lockLocation(books, locationId);
  await books.tx.execute(sql`
    update books.locations set removed_at = clock_timestamp(), version = version + 1 where id = ${locationId}::uuid`);
  await keepChanges(books, customerId, [
    { field: fieldOf(details.name), before: locationText(details), after: "" },
  ]);
  return { removed: true };
}

const fieldOf = (name: string): string => `Location ${name}`;

type Kept = { customerId: string; version: number; details: LocationDetails };

async function lockLocation({ tx }: Books, locationId: string): Promise<Kept> {
  const [row] = await tx.execute<{
    customer_id: string;
    version: number;
    name: string;
    address_lines: string[];
  }>(sql`
    select customer_id, version, name, address_lines from books.locations
    where id = ${locationId}::uuid and removed_at is null for update`);
  if (!row) throw new Refusal("not-found");
  const details = { name: row.name, addressLines: row.address_lines };
  return { customerId: row.customer_id, version: row.version, details };
}
