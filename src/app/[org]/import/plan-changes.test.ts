// Changing how a file is read: nothing else that was said is lost, and no field is in two columns.
import { expect, test } from "vitest";
import { planFor } from "@/domain/imports/plan.ts";
import { columnPatch, samplesFor, withPatch, withPatches } from "./plan-changes.ts";

const column = (at: number, heading: string, field: string | null) => ({
  at,
  heading,
  field,
  format: null,
  samples: [{ says: `${heading} 1`, becomes: null }],
});
const COLUMNS = [column(0, "Betrag", "amount"), column(1, "Offen", null), column(2, "Notiz", "")];
const PLAN = { ...planFor("receivables"), columns: { 0: "amount", 2: "" }, customers: { "hill co": "C-1" } };

test("a change keeps what it doesn't name", () => {
  const changed = withPatch(PLAN, { days: "dmy", columns: { 1: "openAmount" }, customers: { bay: "" } });
  expect(changed).toEqual({
    ...PLAN,
    days: "dmy",
    columns: { 0: "amount", 1: "openAmount", 2: "" },
    customers: { "hill co": "C-1", bay: "" },
  });
});

test("several answers are one change, columns and all", () => {
  expect(
    withPatches([{ decimal: "," }, { columns: { 1: "openAmount" } }, { columns: { 2: "memo" } }]),
  ).toEqual({ decimal: ",", columns: { 1: "openAmount", 2: "memo" } });
});

test("a field that moves leaves the column where it was", () => {
  expect(columnPatch(COLUMNS, 1, "amount")).toEqual({ columns: { 0: "", 1: "amount" } });
  expect(columnPatch(COLUMNS, 1, "memo")).toEqual({ columns: { 1: "memo" } });
  expect(columnPatch(COLUMNS, 1, "")).toEqual({ columns: { 1: "" } });
});

test("an answer about a column shows its first values", () => {
  expect(samplesFor(PLAN, COLUMNS, { columns: { ...PLAN.columns, 1: "openAmount" } })).toEqual(["Offen 1"]);
  expect(samplesFor(PLAN, COLUMNS, { days: "mdy" })).toEqual([]);
});
