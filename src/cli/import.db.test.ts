// `books import KIND FILE` as an operator types it: what the file leaves open is asked, with exit code 1 and the option that
// answers it; faults are told by row and the file's own heading; a dry run leaves nothing; and --json says it to a program.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readBooks } from "@/books/open.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { operatorActor } from "@/server/actor.ts";
import { setClock } from "@/server/clock.ts";
import { openShop, type Shop } from "@/server/testing/fixture-shop.ts";
import { importCommand } from "./commands/import.ts";

let shop: Shop;
let folder = "";
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  folder = await mkdtemp(join(tmpdir(), "books-import-"));
});
afterAll(async () => {
  setClock(null);
  await rm(folder, { recursive: true });
  await closePool();
});

/** One command in this process: what it printed, and its exit code. */
async function books(text: string | Buffer, ...options: string[]) {
  const path = join(folder, "file.csv");
  await writeFile(path, text);
  let [out, err, code] = ["", "", 0];
  const command = importCommand();
  for (const each of [command, ...command.commands])
    each.exitOverride().configureOutput({ writeErr: (words) => void (err += words) });
  vi.spyOn(console, "log").mockImplementation((words: string) => void (out += `${words}\n`));
  vi.spyOn(process.stderr, "write").mockImplementation((words) => (err += String(words)) !== "");
  try {
    await command.parseAsync(["receivables", path, "--org", shop.slug, ...options], { from: "user" });
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    [code, err] = [1, `${err}${error instanceof Refusal ? error.code : String(error)}`];
  } finally {
    process.exitCode = 0;
    vi.restoreAllMocks();
  }
  return { code, out, err };
}

async function told(text: string | Buffer, ...options: string[]) {
  const { code, out } = await books(text, ...options, "--json");
  return { code, ...(JSON.parse(out) as Record<string, unknown>) };
}

async function inBooks<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
  const actor = present(await operatorActor(shop.slug, "test"), "the business is there");
  return readBooks(actor, async ({ tx }) => [...(await tx.execute<Row & Record<string, unknown>>(query))]);
}

const ASKING =
  "Kunde;Rechnungsnummer;Datum;Betrag\nAhorn;Q-1;01/03/2026;1.190\nBirke;Q-2;02/03/2026;12.500\n";

test("what the file leaves open is asked, with the options that answer it, and the answers settle it", async () => {
  const asked = await books(ASKING);
  expect([asked.code, asked.out]).toEqual([1, ""]);
  expect(asked.err).toContain("Nothing was imported: the file leaves something open.");
  for (const option of ["--days dmy", "--days mdy", "--decimal .", "--decimal ,", "--history"])
    expect(asked.err).toContain(`    ${option}   `);
  // Not the day before the books start, of which none of its rows could be: the file's days are later, in either order.
  expect(asked.err).toContain("--open-as-of 2026-06-30   Open items of 2026-06-30, today");
  const json = await told(ASKING);
  expect(json).toMatchObject({ code: 1, imported: 0, faults: [] });
  expect((json as { questions?: { key: string }[] }).questions?.map(({ key }) => key)).toEqual([
    "days",
    "decimal",
    "way",
  ]);
  const answered = await told(ASKING, "--days", "dmy", "--decimal", ",", "--history");
  expect(answered).toMatchObject({
    code: 0,
    rows: 2,
    imported: 2,
    skipped: 0,
    faults: [],
    totals: { invoices: 2, totalCents: 13_690_00 },
  });
  expect(
    await inBooks(sql`select issued_on from books.invoices where number like 'Q-%' order by number`),
  ).toEqual([{ issued_on: "2026-03-01" }, { issued_on: "2026-03-02" }]);
});

test("names that are near to customers are asked once for all rows, and each answer settles it", async () => {
  const names = ["Greenleaf, Inc.", "GREENLEAF INC", "The Spare Co.", "Greenleaf", "Green Leaf"];
  const rows = names.map((name, at) => `"${name}",W-${at},2026-03-01,10.00\n`).join("");
  const file = `Customer,Number,Date,Amount\n${rows}`;
  const asked = await books(file, "--history");
  expect(asked.code).toBe(1);
  expect(asked.err).toContain(
    "3 names are near to customers of yours, such as “Greenleaf, Inc.” and “Greenleaf”.",
  );
  for (const answer of ["same", "new"]) expect(asked.err).toContain(`    --customers ${answer}   `);
  const others = await books(file, "--history", "--customers", "new", "--dry-run");
  expect(others).toMatchObject({
    code: 0,
    out: expect.stringContaining("4 new customers, 1 known customer"),
  });
  expect(await told(file, "--history", "--customers", "same")).toMatchObject({
    code: 0,
    imported: 5,
    totals: { newCustomers: 1 },
  });
  const of = await inBooks<{ name: string; count: number }>(sql`
    select c.name, count(*)::int as count from books.invoices i join books.accounts a on a.id = i.account_id
    join books.customers c on c.id = a.customer_id where i.number like 'W-%' group by 1 order by 1`);
  expect(of).toEqual([
    { name: "Green Leaf", count: 1 },
    { name: "Greenleaf", count: 3 },
    { name: "Spare", count: 1 },
  ]);
});

test("letters of Windows-1252 stay what they are, and names that differ in one are different customers", async () => {
  const text = ["Müller", "Möller", "Mäller"]
    .map((name, at) => `${name};U-${at};01.03.2026;10,00\n`)
    .join("");
  const file = Buffer.from(`Kunde;Rechnungsnummer;Datum;Betrag\n${text}`, "latin1");
  expect(await told(file, "--history")).toMatchObject({ code: 0, imported: 3, totals: { newCustomers: 3 } });
  const rows = await inBooks<{ name: string }>(
    sql`select name from books.customers where name like 'M%ller' order by name`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(["Mäller", "Möller", "Müller"]);
});

test("faults are told by row and the file's own heading, with exit code 1, and left out where that is said", async () => {
  const text = "Customer,Invoice #,When,Total\nAlder,F-1,2026-03-01,10.00\nAlder,F-2,2026-03-40,much\n";
  const how = ["--map", "issuedOn=When", "--history"];
  const refused = await told(text, ...how);
  expect(refused).toMatchObject({
    code: 1,
    imported: 0,
    faults: [
      { row: 3, column: "Total", says: "“much” is not an amount." },
      { row: 3, column: "When", says: "“2026-03-40” is not a date." },
    ],
  });
  const words = await books(text, ...how);
  expect(words.err).toContain("row 3, When: ");
  expect(words.err).toContain("--leave-faulty leaves such rows out");
  expect(await told(text, ...how, "--leave-faulty")).toMatchObject({
    code: 0,
    imported: 1,
    totals: { invoices: 1, leftOut: 1 },
  });
});

test("a dry run says what would come in, and nothing does; open items bring no revenue; a file comes in once", async () => {
  const text = "Customer,Number,Date,Due date,Amount\nDale,O-1,2025-12-01,2025-12-31,80.50\n";
  const open = ["--open-as-of", "2026-01-31"];
  const revenue = () =>
    inBooks<{ sum: number }>(sql`
      select coalesce(sum(l.amount), 0)::bigint as sum from books.journal_lines l join books.chart c on c.code = l.chart_code
      where c.role = 'revenue'`);
  const before = await revenue();
  expect(await told(text, ...open, "--dry-run")).toMatchObject({ code: 0, rows: 1, imported: 0 });
  expect(await inBooks(sql`select 1 from books.invoices where number = 'O-1'`)).toEqual([]);
  const done = await books(text, ...open);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining("Imported 1 invoice of 80.50 USD") });
  expect(await revenue()).toEqual(before);
  const dry = await books(text, ...open, "--dry-run");
  expect(dry).toMatchObject({
    code: 1,
    err: expect.stringMatching(/this file was imported on \d{4}-\d\d-\d\d by /),
  });
  expect(await told(text, ...open, "--dry-run")).toMatchObject({ code: 1, rows: 1, imported: 0, skipped: 1 });
  const again = await books(text, ...open);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("already-imported") });
});

test.each([
  [["--open-as-of", "2026-01-31", "--history"], "not both"],
  [["--open-as-of", "soon"], "soon is not a date"],
  [["--map", "colour=Total"], "there is no field colour"],
  [["--map", "amount=Colour"], "the file has no column Colour"],
  [["--days", "ydm"], "Allowed choices are dmy, mdy, ymd"],
])("%j is a slip, and says so", async (options, words) => {
  const { code, err } = await books(ASKING, ...options);
  expect([code, err]).toEqual([1, expect.stringContaining(words)]);
});

test("the books hold after all of it", async () => {
  const actor = present(await operatorActor(shop.slug, "test"), "the business is there");
  expect((await readBooks(actor, ({ tx }) => runChecks(tx))).broken).toEqual([]);
});
