// Any bytes in, and either a clear refusal or a look whose figures foot: never another throw, never half of a row.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { IMPORT_KINDS, type ImportKind } from "@/domain/imports/fields.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { readTable } from "@/domain/imports/read-table.ts";
import { Refusal } from "@/domain/refusal.ts";
import { day } from "@/domain/values/day.ts";
import { sheetOf } from "./sheet-of.ts";

const GROUND = { currency: "USD", today: day("2026-11-29"), startOn: day("2000-01-01"), locale: "en-US" };

async function mustBeSound(bytes: Uint8Array, plan: ImportPlan): Promise<void> {
  const read = await sheetOf(bytes, plan.kind)
    .then((sheet) => readTable(sheet, plan, GROUND))
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
  if (!read) return;
  const { look, entries, faults } = read;
  expect(look.faultCount).toBe(faults.length);
  expect(look.figures.customers).toBe(entries.customers.length);
  const keys = new Set(entries.customers.map(({ key }) => key));
  for (const { customer, amountCents, paid, kind, number, on, dueOn } of entries.entries) {
    expect(keys.has(customer)).toBe(true);
    expect(amountCents).toBeGreaterThan(0);
    expect(paid?.cents ?? 0).toBeLessThanOrEqual(amountCents);
    expect(kind !== "invoice" || number !== "").toBe(true);
    expect(dueOn === null || dueOn >= on).toBe(true);
  }
  for (const { customer } of [...entries.limits, ...entries.contacts]) expect(keys.has(customer)).toBe(true);
  if (plan.kind === "payments")
    expect(entries.entries.every(({ kind: of, paid }) => of === "payment" && paid === null)).toBe(true);
  for (const { limit } of entries.limits) expect(limit.kind !== "limit" || limit.limitCents >= 0).toBe(true);
  for (const { name, email } of entries.contacts) expect(name || email).not.toBe("");
  const openings = entries.customers.reduce(
    (all, { openingCents }) => all + Math.max(0, openingCents ?? 0),
    0,
  );
  const open = entries.entries
    .filter(({ kind }) => kind === "invoice")
    .reduce((all, each) => all + each.amountCents - (each.paid?.cents ?? 0), 0);
  expect(look.figures.openCents).toBe(open + openings);
  if (look.aging) expect(look.aging.aging.totalCents).toBe(open);
}

const kind = fc.constantFrom<ImportKind>(...IMPORT_KINDS);

test("bytes of any kind", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), kind, (bytes, of) => mustBeSound(bytes, planFor(of))),
    { numRuns: 300 },
  );
});

const AMOUNTS = ["10.00", "25.50", "5.00", "0.00", "-5.00", "10.005", ""];
const DAYS = ["2026-01-05", "2026-01-20", "2025-12-31", "13/1/2026", ""];
/** What usually stands under each heading; now and then it is anything. */
const USUAL: Record<string, readonly string[]> = {
  Customer: ["Alder", "alder ", "Birch", ""],
  "Customer number": ["A1", "a1", "B2", ""],
  Type: ["Invoice", "Credit memo", "Payment", "Estimate", ""],
  Number: ["1041", "1042", "CM-7", ""],
  Date: DAYS,
  "Due date": DAYS,
  Amount: AMOUNTS,
  "Open balance": AMOUNTS,
  Paid: AMOUNTS,
  "Paid on": DAYS,
  Debit: AMOUNTS,
  Credit: AMOUNTS,
  Status: ["Open", "Paid", "Void", ""],
  Disputed: ["yes", "no", "maybe"],
  Currency: ["USD", "EUR", ""],
  Terms: ["Net 30", "soon", ""],
  Price: AMOUNTS,
  Email: ["a@b.example", "x", ""],
  "Line total": AMOUNTS,
  "Opening balance": AMOUNTS,
  "Credit limit": AMOUNTS,
  "Limit is": ["unlimited", "not set", "high", ""],
  Contact: ["Ann", "ann ", ""],
  "Payment method": ["Check", "barter", ""],
  "?": ["", "x"],
};
const HEADS = Object.keys(USUAL);
const CORE = ["Customer", "Number", "Date", "Amount"];
const CELLS = [
  "",
  " ",
  "Alder",
  "alder ",
  "1041",
  "CM-7",
  "Invoice",
  "Credit memo",
  "Payment",
  "Estimate",
  "Total",
  "Total Alder",
  "2026-01-05",
  "5/1/2026",
  "13/1/2026",
  "1/13/2026",
  "46027",
  "10",
  "10.00",
  "1.190",
  "1,190",
  "-5",
  "(5)",
  "5 Dr",
  "5 Cr",
  "$5",
  "€5",
  "10.005",
  "1e9",
  "99999999999.99",
  "yes",
  "maybe",
  "Paid",
  "Void",
  "Net 30",
  "soon",
  "a@b.example",
  '"',
  "'=1",
  "\u0000",
  "🙂",
];
const plan = fc.record({
  days: fc.constantFrom("dmy" as const, "mdy" as const, null),
  decimal: fc.constantFrom("." as const, "," as const, null),
  way: fc.constantFrom("open" as const, "history" as const, null),
  openAsOf: fc.constantFrom(day("2026-02-01"), null),
  round: fc.boolean(),
});

test("tables of any cells, under any plan", async () => {
  const cell = (head: string) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(USUAL[head] ?? [""])) },
      { weight: 1, arbitrary: fc.constantFrom(...CELLS) },
    );
  const table = fc
    .uniqueArray(fc.constantFrom(...HEADS), { maxLength: 6 })
    .map((more) => [...new Set([...CORE, ...more])])
    .chain((heads) =>
      fc.record({
        heads: fc.constant(heads),
        rows: fc.array(fc.tuple(...heads.map(cell)), { maxLength: 12 }),
        sign: fc.constantFrom(",", ";", "\t", "|"),
      }),
    );
  await fc.assert(
    fc.asyncProperty(table, plan, kind, ({ heads, rows, sign }, given, of) => {
      const text = [heads, ...rows].map((row) => row.join(sign)).join("\n");
      return mustBeSound(new TextEncoder().encode(text), { ...planFor(of), ...given });
    }),
    { numRuns: 1500 },
  );
});
