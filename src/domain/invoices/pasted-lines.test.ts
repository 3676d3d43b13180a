// Rows of a spreadsheet as lines of an invoice: by heading or by width, a bad one as it stands.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { blankDraft, readDraft, type DraftLine } from "./draft.ts";
import { isRows, pastedLines } from "./pasted-lines.ts";

const shown = ({ description, quantity, unit, unitPrice, discount }: DraftLine) => [
  description,
  quantity,
  unit,
  unitPrice,
  discount,
];

test.each<[string, string, string[][]]>([
  ["a name and a price", "Wall\t50", [["Wall", "1", "", "50", ""]]],
  ["with a quantity", "Wall\t2\t$1,050.50", [["Wall", "2", "", "1,050.50", ""]]],
  [
    "with a unit",
    "Wall\t2\tm\t50\r\nPath\t1\tm\t7\r\n",
    [
      ["Wall", "2", "m", "50", ""],
      ["Path", "1", "m", "7", ""],
    ],
  ],
  ["with a discount", "Wall\t2\tm\t50\t10%", [["Wall", "2", "m", "50", "10%"]]],
  ["by its headings, in any order", "Rate\tQty\tItem\n50\t2\tWall", [["Wall", "2", "", "50", ""]]],
  ["quoted over several lines", '"Wall,\n""grey"""\t50', [['Wall, "grey"', "1", "", "50", ""]]],
  [
    "empty rows left out",
    "Wall\t50\n\t\n\nPath\t7",
    [
      ["Wall", "1", "", "50", ""],
      ["Path", "1", "", "7", ""],
    ],
  ],
  [
    "names alone",
    "Wall\nPath",
    [
      ["Wall", "1", "", "", ""],
      ["Path", "1", "", "", ""],
    ],
  ],
])("%s", (_what, text, lines) => {
  expect(pastedLines(text).map(shown)).toEqual(lines);
});

test("of five hundred rows with one bad, the others count and that one says which box", () => {
  const rows = Array.from({ length: 500 }, (_, n) => `Stone ${n}\t${n === 250 ? "two" : "2"}\t1.50`);
  const draft = {
    ...blankDraft(day("2026-06-30"), "en-US"),
    customerId: "c",
    lines: pastedLines(rows.join("\n")),
  };
  const read = readDraft(draft, { taxes: [], currency: "USD", today: day("2026-06-30") });
  expect(read.lines.flatMap(({ fault }, at) => (fault ? [[at, fault]] : []))).toEqual([[250, "quantity"]]);
  expect(read.total.subtotalCents).toBe(499 * 3_00);
  expect(draft.lines[250]).toMatchObject({ description: "Stone 250", quantity: "two" });
});

test.each([
  ["Wall", false],
  ["Wall\n", false],
  ["3*MUL-1", false],
  ["Wall\t50", true],
  ["Wall\nPath", true],
])("%j is rows: %s", (text, answer) => {
  expect(isRows(text)).toBe(answer);
});

test("ten thousand rows are read at once", () => {
  expect(pastedLines("Stone\t2\t1.50\n".repeat(10_000))).toHaveLength(10_000);
});
