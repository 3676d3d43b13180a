// A draft as it is typed: what is wrong is said by its box, what is right is reckoned all the same.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { blankDraft, blankLine, dueOf, readDraft, type Draft, type DraftLine } from "./draft.ts";

const TODAY = day("2026-06-30");
const line = (more: Partial<DraftLine> = {}): DraftLine => ({
  ...blankLine("item"),
  description: "Wall",
  quantity: "2",
  unitPrice: "50",
  ...more,
});
const draft = (more: Partial<Draft> = {}): Draft => ({
  ...blankDraft(TODAY, "en-US"),
  customerId: "c",
  lines: [line()],
  ...more,
});
const read = (more: Partial<Draft> = {}) =>
  readDraft(draft(more), {
    taxes: [{ name: "Sales tax", agency: "", rate: "8.25" }],
    currency: "USD",
    today: TODAY,
  });

test("a whole one is ready, and says what it comes to", () => {
  const got = read({ retainage: "10%" });
  expect(got).toMatchObject({ isReady: true, faults: [] });
  expect(got.total).toMatchObject({
    subtotalCents: 100_00,
    taxCents: 8_25,
    retainageCents: 10_00,
    totalCents: 98_25,
  });
});

test.each<[string, Partial<Draft>, string, string]>([
  ["nobody is billed", { customerId: null }, "customer", "no-customer"],
  ["it has no day", { issuedOn: null }, "issuedOn", "no-day"],
  ["its day is to come", { issuedOn: day("2026-07-01") }, "issuedOn", "day-to-come"],
  ["it has no due date", { terms: "" }, "dueOn", "no-due-day"],
  ["it is due before it is issued", { terms: "", dueOn: day("2026-06-29") }, "dueOn", "due-before-issue"],
  ["its retainage is no number", { retainage: "some" }, "retainage", "retainage"],
  ["more is held back than there is", { retainage: "100.01" }, "retainage", "retainage-too-large"],
  ["it has no lines", { lines: [] }, "lines", "no-lines"],
  ["it comes to nothing", { lines: [line({ unitPrice: "0" })] }, "lines", "comes-to-nothing"],
  [
    "it is too large",
    { lines: Array.from({ length: 3 }, () => line({ quantity: "1", unitPrice: "49999999999" })) },
    "lines",
    "too-large",
  ],
  ["it has too many lines", { lines: Array.from({ length: 1001 }, () => line()) }, "lines", "too-many-lines"],
])("it isn't ready when %s", (_when, more, field, fault) => {
  const got = read(more);
  expect(got.isReady).toBe(false);
  expect(got.faults).toContainEqual({ field, fault });
});

test.each<[Partial<DraftLine>, string]>([
  [{ quantity: "0" }, "quantity"],
  [{ quantity: "-1" }, "quantity"],
  [{ quantity: "1.00001" }, "quantity"],
  [{ quantity: "1e9" }, "quantity"],
  [{ unitPrice: "" }, "unitPrice"],
  [{ unitPrice: "1.23456" }, "unitPrice"],
  [{ discount: "101%" }, "discount-too-large"],
  [{ discount: "x" }, "discount"],
  [{ retainage: "100.01" }, "retainage-too-large"],
  [{ retainage: "10 %%" }, "retainage"],
  [{ description: "\u200B" }, "description"],
])("a line with %j says %s, and the others count", (more, fault) => {
  const got = read({ lines: [line(more), line()] });
  expect(got.lines[0]?.fault).toBe(fault);
  expect(got.isReady).toBe(false);
  expect(got.total.subtotalCents).toBe(fault === "description" ? 200_00 : 100_00);
});

test("a billion of something is no fault of its own", () => {
  expect(read({ lines: [line({ quantity: "1000000000", unitPrice: "0.01" })] })).toMatchObject({
    isReady: true,
    total: { subtotalCents: 10_000_000_00 },
  });
});

test("texts need words and subtotals don't", () => {
  const lines = [
    line(),
    blankLine("subtotal"),
    blankLine("text"),
    { ...blankLine("text"), description: "Phase 2" },
  ];
  expect(read({ lines }).lines.map((each) => [each.fault, each.amounts.sumCents])).toEqual([
    [null, 0],
    [null, 100_00],
    ["description", 0],
    [null, 0],
  ]);
});

test("in Germany it is typed with commas", () => {
  const got = read({
    locale: "de-DE",
    lines: [line({ quantity: "1,5", unitPrice: "1.000,25", discount: "12,5%" })],
  });
  expect(got.total.subtotalCents).toBe(1312_83);
});

test("terms move with the day of the invoice, a typed due date stays", () => {
  const [issuedOn, dueOn] = [day("2026-01-31"), day("2026-05-05")];
  expect(dueOf({ issuedOn, dueOn, terms: "net-30" })).toBe("2026-03-02");
  expect(dueOf({ issuedOn, dueOn, terms: "" })).toBe(dueOn);
  expect(dueOf({ issuedOn: null, dueOn: null, terms: "net-30" })).toBeNull();
});
