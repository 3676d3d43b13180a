// books demo remove: takes the demo story out of a database that is to hold real books: its businesses with everything in
// them, and its people, whose password everybody knows. What would go is said first; --yes does it.
import { Command } from "commander";
import { businessBySlug, type Business } from "@/db/directory/businesses.ts";
import { listMembers, retirePerson } from "@/db/directory/members.ts";
import { personByEmail, type Person } from "@/db/directory/people.ts";
import { countBusinesses, removeBusinesses, type Rows } from "@/db/remove-businesses.ts";
import { needed } from "@/env.ts";
import { CAST, DEMO_BUSINESSES } from "../demo-cast.mjs";

export function demoCommand(): Command {
  const command = new Command("demo").description("The demo story");
  command
    .command("remove")
    .description("its businesses with everything in them, and its people; says what first")
    .option("--yes", "remove it; there is no way back")
    .action(remove);
  return command;
}

async function remove({ yes = false }: { yes?: boolean }): Promise<void> {
  const businesses = await demoBusinesses();
  const people = await demoPeople();
  if (businesses.length + people.length === 0) return console.log("There is nothing of the demo here.");
  const migrator = needed("MIGRATOR_DATABASE_URL");
  for (const { id, name, slug } of businesses)
    console.log(`${name} (/${slug}): ${rowWords(await countBusinesses(migrator, [id]))}`);
  for (const { email, passwordHash } of people)
    console.log(`${email}${passwordHash === null ? "" : ", with the published password"}`);
  console.log(
    "What stays: every other business and person, the mails in the local inbox, the logs, the backups.",
  );
  if (!yes)
    return console.log("Nothing was removed. To remove this for good: npm run books -- demo remove --yes");
  const ids = businesses.map(({ id }) => id);
  if (ids.length > 0) await removeBusinesses(migrator, ids);
  for (const person of people) await retire(person);
  console.log("The demo is removed.");
}

/** By its slug and its owner: a business of somebody else's that has the name is none of the story's. */
async function demoBusinesses(): Promise<Business[]> {
  const found: Business[] = [];
  for (const slug of Object.keys(DEMO_BUSINESSES)) {
    const business = await businessBySlug(slug);
    const members = business ? await listMembers(slug) : [];
    const owner = `owner@${slug}.example`;
    if (business && members.some(({ email, role }) => email === owner && role === "owner"))
      found.push(business);
  }
  return found;
}

async function demoPeople(): Promise<Person[]> {
  const all = await Promise.all(CAST.map(({ email }) => personByEmail(email)));
  return all.filter((person) => person !== null);
}

async function retire({ id, email }: Person): Promise<void> {
  if ((await retirePerson(id)) === "removed") return;
  const elsewhere = (await listMembers())
    .filter((each) => each.email === email)
    .map(({ business }) => business);
  console.log(
    `${email} belongs to ${elsewhere.join(", ")} as well and stays there, without a password. Give that business ` +
      "somebody else (npm run books -- people add), then take them out (people remove).",
  );
}

const TOLD = { "books.customers": "customers", "books.events": "events", "books.statements": "statements" };

function rowWords(rows: Rows): string {
  const told = Object.entries(TOLD).map(
    ([table, words]) => `${(rows[table] ?? 0).toLocaleString("en-US")} ${words}`,
  );
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return `${told.join(", ")}; ${all.toLocaleString("en-US")} rows in all`;
}
