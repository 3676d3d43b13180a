// Lists of what is owed, as the programs of customers write them.
import { expect, test } from "vitest";
import type { Cell } from "../imports/sheet.ts";
import { guessPlan, planWith, readList, tableOf } from "./read-list.ts";

const US = { decimal: ".", dayOrder: "mdy" } as const;
const DE = { decimal: ",", dayOrder: "dmy" } as const;

const tableFrom = (rows: readonly (readonly Cell[])[]) =>
  tableOf(rows.map((cells, at) => ({ row: at + 1, cells })));

test("what is open is read before what was billed, under a title and above a sum", () => {
  const table = tableFrom([
    ["Acme Inc. · A/P Aging Detail"],
    ["Date", "Transaction Type", "Num", "Vendor", "Due Date", "Amount", "Open Balance"],
    ["03/04/2026", "Bill", "INV-00012", "Hillside", "04/03/2026", "1,250.00", "1,000.00"],
    ["03/20/2026", "Vendor credit", "CM-1", "Hillside", "", "-80.00", "(80.00)"],
    ["", "", "", "Total", "", "1,170.00", "920.00"],
  ]);
  const plan = guessPlan(table, DE);
  expect(plan).toEqual({
    columns: { number: 2, day: 0, amount: 6 },
    decimal: ".",
    dayOrder: "mdy",
    owedIsNegative: false,
  });
  expect(readList(table, plan, "USD")).toEqual({
    entries: [
      { number: "INV-00012", onDay: "2026-03-04", cents: 1_000_00 },
      { number: "CM-1", onDay: "2026-03-20", cents: -80_00 },
    ],
    leftOut: [{ row: 5, says: "Total · 1,170.00 · 920.00" }],
  });
});

test("a German list with what is owed below nothing", () => {
  const table = tableFrom([
    ["Belegnummer", "Belegdatum", "Betrag"],
    ["RE-7", "04.03.2026", "-1.250,00"],
    ["RE-8", "05.03.2026", "-1.000"],
    ["GS-1", "06.03.2026", "80,00"],
  ]);
  const plan = guessPlan(table, US);
  expect(plan).toMatchObject({ decimal: ",", dayOrder: "dmy", owedIsNegative: true });
  expect(readList(table, plan, "EUR").entries.map(({ cents }) => cents)).toEqual([
    1_250_00, 1_000_00, -80_00,
  ]);
});

test("a spreadsheet's own numbers and days need no guess; other columns can be said", () => {
  const table = tableFrom([
    ["What", "When", "How much"],
    [4711, "2026-03-04", 1250.5],
  ]);
  expect(guessPlan(table, DE).columns).toEqual({ number: null, day: null, amount: null });
  const plan = planWith(table, { number: 0, day: 1, amount: 2 }, DE);
  // No row names two fields, so the first is one of the table, and left out.
  const { entries, leftOut } = readList(table, plan, "USD");
  expect(entries).toEqual([{ number: "4711", onDay: "2026-03-04", cents: 1_250_50 }]);
  expect(leftOut).toEqual([{ row: 1, says: "What · When · How much" }]);
});

test("no list, no entries", () => {
  const table = tableFrom([]);
  expect(readList(table, guessPlan(table, US), "USD")).toEqual({ entries: [], leftOut: [] });
});
