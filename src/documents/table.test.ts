// Columns before they are drawn: as wide as what stands in them, those that are compared as wide as each other.
import { beforeAll, expect, test } from "vitest";
import { loadFonts } from "./fonts.ts";
import { laidOut, widestRows, type Draft, type DraftRow } from "./table.ts";
import { ourOwn } from "./typesetter.ts";

beforeAll(loadFonts);

const plain = (...cells: string[]): DraftRow => ({ tone: "plain", cells });
const rows = [plain("Greenleaf", "1,000.00", "—", "—"), plain("Alder", "—", "1.00", "250,000.00")];
const widthsOf = (drafts: readonly Draft[], beside?: readonly DraftRow[]) =>
  laidOut({ drafts, rows, width: 500, type: ourOwn, ...(beside && { beside }) }).columns.map(
    ({ width }) => width,
  );
const DRAFTS: Draft[] = [
  { title: "Customer", align: "left", wide: true },
  { title: "1–30", align: "right" },
  { title: "31–60", align: "right" },
  { title: "Net", align: "right" },
];

test("columns that are alike are as wide as the widest of them, the others as what is in them", () => {
  const [, first = 0, second = 0, net] = widthsOf(DRAFTS);
  expect(first).toBeGreaterThan(second);
  const alike = DRAFTS.map((draft, index): Draft => {
    return index === 1 || index === 2 ? { ...draft, alike: true } : draft;
  });
  const [wide = 0, ...others] = widthsOf(alike);
  expect(others).toEqual([first, first, net]);
  expect(wide + others.reduce((sum, one) => sum + one, 0)).toBe(500);
});

test("beside another table's rows, columns are as wide as both need", () => {
  const others = [plain("Cedar", "9.00", "7,000,000.00", "1.00"), plain("Dogwood", "1.00", "2.00", "3.00")];
  const [, first, second = 0, net] = widthsOf(DRAFTS);
  const [, one, two = 0, three] = widthsOf(DRAFTS, widestRows(others, ourOwn));
  expect([one, three]).toEqual([first, net]);
  expect(two).toBeGreaterThan(second);
});
