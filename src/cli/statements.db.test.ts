// books statements run: one line makes the statements of a whole business; the same line again makes nothing new; killed
// anywhere and begun again, it ends with the same set, no statement twice and none missing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { addLabel, labelCustomers } from "@/books/customers/labels.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { statementCommand } from "./commands/statement.ts";
import { statementsCommand } from "./commands/statements.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;

afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await closeQueue();
  await closePool();
});

async function said(command: ReturnType<typeof statementCommand>, args: readonly string[]) {
  let out = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => void (out += `${text}\n`));
  await command.exitOverride().parseAsync(args, { from: "user" });
  vi.restoreAllMocks();
  return JSON.parse(out);
}

const line = (business: Business, ...more: string[]) => [
  "run",
  ...["--org", business.slug, "--kind", "open-item", "--as-of", "2026-02-28", "--json"],
  ...more,
];

/** How many statements there are, of how many accounts, with which numbers. */
const kept = (business: Business) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ number: string; account_id: string }>(
      sql`select number, account_id from books.statements order by number`,
    );
    return {
      numbers: rows.map((row) => row.number),
      accounts: new Set(rows.map((row) => row.account_id)).size,
    };
  });

test("it makes them, says what it made, and makes nothing new the second time", async () => {
  const business = await freshBusiness();
  await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  await business.customer("Credit").paid("30.50", "2026-02-10").write();
  await business.customer("Settled").invoice("10.00", "2026-01-05").paid("10.00", "2026-01-10").write();
  const first = await said(statementsCommand(), line(business));
  expect(first).toEqual({
    run: expect.any(String),
    made: 2,
    already: 0,
    skipped: 1,
    failed: 0,
    exceptions: [{ customer: "C-0002", name: "Credit", exception: "new-credit" }],
    total: "69.50",
  });
  expect(await said(statementsCommand(), line(business))).toMatchObject({
    run: first.run,
    made: 0,
    already: 2,
  });
  expect((await kept(business)).numbers).toEqual(["S-00001", "S-00002"]);
  expect(await said(statementsCommand(), line(business, "--min", "50.00"))).toMatchObject({
    made: 1,
    total: "100.00",
  });
});

test("who gets one is chosen by label, terms and the way that reaches them; what isn't there is refused", async () => {
  const business = await freshBusiness();
  const ann = await business
    .customer("Ann", { email: "ap@ann.example" })
    .invoice("100.00", "2026-01-05")
    .write();
  await business.customer("Bo").invoice("7.00", "2026-01-05").write();
  await business.change(async (books) => {
    const { id } = await addLabel(books, { name: "Key account" });
    await labelCustomers(books, { labelId: id, customerIds: [ann.customerId], on: true });
  });
  const made = (...more: string[]) => said(statementsCommand(), line(business, ...more));
  expect(await made("--label", "key ACCOUNT")).toMatchObject({ made: 1, total: "100.00" });
  expect(await made("--reached-by", "letter")).toMatchObject({ made: 1, total: "7.00" });
  expect(await made("--terms", "net-30", "--min", "50.00")).toMatchObject({ total: expect.any(String) });
  await expect(made("--label", "Nobody")).rejects.toThrow("there is none called Nobody");
  await expect(made("--discount-class", "Trade")).rejects.toThrow("there is none called Trade");
  await expect(made("--terms", "soon")).rejects.toThrow("soon are no terms");
});

test("a statement's value is printed as it would be frozen", async () => {
  const business = await freshBusiness();
  await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  const args = [
    "--org",
    business.slug,
    "--customer",
    "C-0001",
    "--kind",
    "open-item",
    "--as-of",
    "2026-02-28",
    "--json",
  ];
  expect(await said(statementCommand(), args)).toMatchObject({
    kind: "open-item",
    number: null,
    openingCents: 0,
    closingCents: 100_00,
    lines: [{ description: "INV-00001", chargeCents: 100_00, balanceCents: 100_00 }],
  });
});

const CUSTOMERS = 80;
/** Twenty for the proof by hand. */
const KILLS = 3;

test("killed again and again, it ends with the same set", async () => {
  const business = await freshBusiness();
  for (let n = 0; n < CUSTOMERS; n++)
    await business.customer(`Customer ${n}`).invoice("1.00", "2026-02-01").write();
  let killed = 0;
  for (let n = 0; n < KILLS; n++) {
    const child = spawn(
      process.execPath,
      [
        "--import",
        "./src/cli/typescript.mjs",
        "src/cli/books.ts",
        "statements",
        ...line(business, "--deliver", "print"),
      ],
      {
        stdio: "ignore",
      },
    );
    const ended = once(child, "exit");
    await untilMade(business, Math.floor(((n + 1) * CUSTOMERS) / (KILLS + 1)), child);
    // Anywhere in the step that it is at by then.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    child.kill("SIGKILL");
    const [code] = await ended;
    if (code === null) killed += 1;
  }
  expect(killed).toBeGreaterThan(KILLS / 2);
  const last = await said(statementsCommand(), line(business, "--deliver", "print"));
  expect(last.made + last.already).toBe(CUSTOMERS);
  const { numbers, accounts } = await kept(business);
  expect(accounts).toBe(CUSTOMERS);
  expect(numbers).toEqual(Array.from({ length: CUSTOMERS }, (_, n) => `S-${String(n + 1).padStart(5, "0")}`));
  const [files] = await business.read(({ tx }) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from books.statement_files`),
  );
  expect(files?.count).toBe(CUSTOMERS);
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
}, 180_000);

/** Waits until so many are there, or the child has ended. */
async function untilMade(
  business: Business,
  count: number,
  child: { exitCode: number | null },
): Promise<void> {
  while (child.exitCode === null && (await kept(business)).numbers.length < count)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
