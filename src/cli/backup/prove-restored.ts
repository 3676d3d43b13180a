// The proof of a restored database: every row is, letter by letter, the one that was backed up, and the books of every
// business keep every rule, the chains of events from the first to the head among them.
import { readBooks } from "@/books/open.ts";
import { proveBooks } from "@/books/business/proofs.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { systemIn } from "@/server/actor.ts";
import type { Content } from "./backup-file.ts";
import { asOwner, readTables } from "./tables.ts";
import { SNAPSHOT, eachPiece } from "./write-backup.ts";

export type Proven = { rows: number; businesses: number; events: number; heads: number; faults: string[] };

/** The pool is that of the restored database, as the app. */
export async function proveRestored(migratorUrl: string, told: Content): Promise<Proven> {
  const compared = await compare(migratorUrl, told);
  const faults = [...compared.faults];
  const businesses = await allBusinesses();
  if (businesses.length === 0) faults.push("there is no business in it");
  let events = 0;
  for (const business of businesses) {
    const proof = await readBooks(systemIn(business, "restore"), proveBooks);
    events += proof.events;
    faults.push(...proof.broken.map(({ id, says }) => `${business.slug}: ${id} does not hold: ${says}`));
  }
  return { ...compared, businesses: businesses.length, events, faults };
}

function compare(migratorUrl: string, told: Content) {
  return asOwner(migratorUrl, SNAPSHOT, async (owner) => {
    const faults: string[] = [];
    let rows = 0;
    for (const table of await readTables(owner)) {
      const found = await eachPiece(owner, table);
      rows += found.rows;
      const expected = told[table.name];
      if (found.sha256 !== expected?.sha256)
        faults.push(
          `${table.name}: ${found.rows} rows, and not the ${expected?.rows ?? 0} that were backed up`,
        );
    }
    const [accounts] = await owner.ask<{ heads: number }>(
      "select count(*)::int as heads from books.accounts where last_seq is not null",
    );
    return { rows, heads: accounts?.heads ?? 0, faults };
  });
}
