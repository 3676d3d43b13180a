// A bad file at the door: each fault is said with its line, and nothing of the file is in the books.
import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { Refusal } from "@/domain/refusal.ts";
import { setClock } from "./clock.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

const HEADER = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate";
const GOOD = "C-7,N-1,1/2/2026,2/1/2026,10.50,1/20/2026";
const fileOf = (...lines: string[]) => ({ name: "old.csv", content: [...lines, ""].join("\n") });

async function send(file: { name: string; content: string }, path = "imports.importReceivables") {
  const key = path.endsWith("importReceivables") ? { commandKey: randomUUID() } : {};
  return call(await asMember(shop, "bookkeeper"), path, { ...key, ...file });
}
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError && error.cause instanceof Refusal) return error.cause;
  throw new Error("it was not refused", { cause: error });
}
async function counts() {
  const { member } = await asMember(shop, "owner");
  if (!member) throw new Error("the owner is a member");
  return readBooks(member, async ({ tx }) => {
    const tables = [
      "customers",
      "accounts",
      "events",
      "items",
      "credits",
      "invoices",
      "payments",
      "imports",
      "commands",
      "audit_entries",
    ];
    const found: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.raw(`books.${table}`)}`,
      );
      found[table] = row?.n ?? 0;
    }
    expect((await runChecks(tx)).broken).toEqual([]);
    return found;
  });
}

test.each<[string, string[], [number, string, RegExp][]]>([
  [
    "a missing column",
    ["customerID,invoiceNumber,InvoiceDate,InvoiceAmount,SettledDate", "C-7,N-1,1/2/2026,1,"],
    [[1, "DueDate", /column DueDate is missing/]],
  ],
  [
    "a bad date",
    [HEADER, GOOD, GOOD.replace("N-1", "N-2").replace("1/2/2026", "13/13/2026")],
    [[3, "InvoiceDate", /is not a date/]],
  ],
  ["a negative amount", [HEADER, GOOD.replace("10.50", "-10.50")], [[2, "InvoiceAmount", /negative/]]],
  ["three decimals", [HEADER, GOOD.replace("10.50", "10.505")], [[2, "InvoiceAmount", /more decimals/]]],
  [
    "more than the largest",
    [HEADER, GOOD.replace("10.50", "100000000000")],
    [[2, "InvoiceAmount", /more than one invoice may carry/]],
  ],
  ["a number twice", [HEADER, GOOD, GOOD], [[3, "invoiceNumber", /stands on line 2 already/]]],
  [
    "settled before it was issued",
    [HEADER, GOOD.replace("1/20/2026", "1/1/2026")],
    [[2, "SettledDate", /Settled before/]],
  ],
  [
    "a number that the books have",
    [HEADER, GOOD.replace("N-1", "A-1")],
    [[2, "invoiceNumber", /in your books already/]],
  ],
  [
    "several at once",
    [HEADER, GOOD, "C-7,N-2,x,y,z,"],
    [
      [3, "InvoiceDate", /not a date/],
      [3, "DueDate", /not a date/],
      [3, "InvoiceAmount", /not an amount/],
    ],
  ],
  ["no rows", [HEADER], [[1, "", /no invoices/]]],
])("%s", async (_what, lines, expected) => {
  const before = await counts();
  const refusal = await refusalOf(send(fileOf(...lines)));
  const { faults } = refusal.details as { faults: { line: number; column: string; message: string }[] };
  expect(refusal.code).toBe("file-refused");
  expect(faults.map(({ line, column }) => [line, column])).toEqual(
    expected.map(([line, column]) => [line, column]),
  );
  for (const [index, [, , message]] of expected.entries()) expect(faults[index]?.message).toMatch(message);
  // What the preview shows is what the import refuses.
  const preview = (await send(fileOf(...lines), "imports.previewReceivables")) as {
    faults: unknown[];
    faultCount: number;
  };
  expect([preview.faults, preview.faultCount]).toEqual([faults, expected.length]);
  expect(await counts()).toEqual(before);
});

test.each([
  ["a spreadsheet", "PK\u0003\u0004\0\0"],
  ["a quote that never ends", `${HEADER}\n"C-7,N-1`],
])("%s can't be read", async (_what, content) => {
  const before = await counts();
  expect((await refusalOf(send({ name: "old.csv", content }))).code).toBe("file-unreadable");
  expect(await counts()).toEqual(before);
});

test("of a thousand faults two hundred are shown, and all are counted", async () => {
  const lines = Array.from({ length: 1000 }, (_, n) => `C-7,N-${n},x,2/1/2026,1,`);
  const refusal = await refusalOf(send(fileOf(HEADER, ...lines)));
  expect([(refusal.details.faults as unknown[]).length, refusal.details.faultCount]).toEqual([200, 1000]);
});

test("a good one goes in whole, is previewed as known from then on, and is refused a second time", async () => {
  const before = await counts();
  const file = fileOf(HEADER, GOOD, GOOD.replace("N-1", "N-2").replace("1/20/2026", ""));
  expect(await send(file, "imports.previewReceivables")).toMatchObject({
    invoices: 2,
    payments: 1,
    newCustomers: 1,
    already: null,
  });
  expect(await counts()).toEqual(before);
  expect(await send(file)).toEqual({
    invoices: 2,
    payments: 1,
    newCustomers: 1,
    totalCents: 21_00,
    openCents: 10_50,
  });
  const after = await counts();
  expect(after).toMatchObject({
    events: (before.events ?? 0) + 3,
    invoices: (before.invoices ?? 0) + 2,
    imports: 1,
  });
  expect((await refusalOf(send(file))).code).toBe("already-imported");
  expect(await send(file, "imports.previewReceivables")).toMatchObject({
    already: { by: "Anyone" },
    faultCount: 0,
  });
  expect(await counts()).toEqual(after);
});
