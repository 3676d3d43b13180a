// A customer on several rows is one, told more of by each.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { planFor } from "./plan.ts";
import { readTable } from "./read-table.ts";
import type { Cell } from "./sheet.ts";

const GROUND = { currency: "USD", today: day("2026-11-29"), startOn: day("2000-01-01"), locale: "en-US" };

async function* batchOf(table: readonly (readonly Cell[])[]) {
  yield await Promise.resolve(table.map((cells, at) => ({ row: at + 1, cells })));
}

test.each([
  ["memo", "Memo"],
  ["phone", "Phone"],
  ["city", "City"],
])("its %s may stand on its second row", async (field, heading) => {
  const table = [
    ["Customer name", heading],
    ["Alder Homes", ""],
    ["ALDER  homes", "Portland"],
  ];
  const sheet = { format: "", notes: [], rows: () => batchOf(table), rowsAbout: table.length };
  const { entries } = await readTable(sheet, planFor("customers"), GROUND);
  expect(entries.customers).toMatchObject([{ name: "Alder Homes", [field]: "Portland" }]);
});

test.each([
  ["Weekly; \u200B", "“Weekly; \u200B” has a label in which there is nothing to see."],
  ["Weekly,\u2800,New", "“Weekly,\u2800,New” has a label in which there is nothing to see."],
  ["Weekly; New", undefined],
])("labels %j: a name that can’t be seen is a fault", async (cell, says) => {
  const table = [
    ["Customer name", "Labels"],
    ["Alder Homes", cell],
  ];
  const sheet = { format: "", notes: [], rows: () => batchOf(table), rowsAbout: table.length };
  const { faults } = await readTable(sheet, planFor("customers"), GROUND);
  expect(faults).toEqual(says === undefined ? [] : [{ row: 2, column: "Labels", says }]);
});
