// books check: every invariant of the books as a query that must return no rows, tenant by tenant, as the app's own
// role sees them. Exits 1 when anything is broken, and says which rows.
import { Command } from "commander";
import { readBooks } from "@/books/open.ts";
import { proveBooks, type Proof } from "@/books/business/proofs.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { systemIn } from "@/server/actor.ts";
import { UsageError } from "./usage.ts";

export function checkCommand(): Command {
  return new Command("check")
    .description("Prove the books: every invariant, every business (or one)")
    .option("--org <slugs...>", "only this business, or these")
    .action(check);
}

async function check({ org }: { org?: string[] }): Promise<void> {
  const all = await allBusinesses();
  const nowhere = org?.find((slug) => !all.some((each) => each.slug === slug));
  if (nowhere !== undefined) throw new UsageError(`There is no business ${nowhere}.`);
  const businesses = all.filter(({ slug }) => !org || org.includes(slug));
  let broken = 0;
  for (const business of businesses) {
    const proof = await readBooks(systemIn(business, "cli-check"), proveBooks);
    broken += proof.broken.length;
    say(business.slug, proof);
  }
  if (broken > 0) process.exitCode = 1;
}

function say(slug: string, { events, tookMs, broken }: Proof): void {
  const seen = `${events.toLocaleString("en-US")} events in ${(tookMs / 1000).toLocaleString("en-US")} s`;
  if (broken.length === 0) return console.log(`${slug}: proven, ${seen}`);
  console.log(`${slug}: BROKEN, ${broken.length} of the rules don't hold, ${seen}`);
  for (const { id, says, rows } of broken) {
    console.log(`  ${id} does not hold: ${says}`);
    for (const row of rows) console.log(`    ${JSON.stringify(row)}`);
  }
}
