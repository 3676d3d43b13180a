// books check: every invariant of the books as a query that must return no rows, tenant by tenant.
import { Command } from "commander";
import { readBooks } from "@/books/open.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { runChecks } from "@/db/checks.ts";
import { systemIn } from "@/server/actor.ts";
import { UsageError } from "./usage.ts";

export function checkCommand(): Command {
  return new Command("check")
    .description("Prove the books: every invariant, every business (or one)")
    .option("--org <slug>", "only this business")
    .action(check);
}

async function check({ org }: { org?: string }): Promise<void> {
  const businesses = (await allBusinesses()).filter((each) => !org || each.slug === org);
  if (org && businesses.length === 0) throw new UsageError(`There is no business ${org}.`);
  let broken = 0;
  for (const business of businesses) {
    const actor = systemIn(business, "cli-check");
    const proof = await readBooks(actor, ({ tx }) => runChecks(tx));
    for (const { id, says, rows } of proof.broken) {
      broken++;
      console.log(`${business.slug}: ${id} does not hold: ${says}`);
      for (const row of rows) console.log(`  ${JSON.stringify(row)}`);
    }
    if (proof.broken.length === 0) console.log(`${business.slug}: proven, ${proof.events} events`);
  }
  if (broken > 0) process.exitCode = 1;
}
