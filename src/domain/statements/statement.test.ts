// A statement that doesn't foot never leaves the house: each way of not footing is caught.
import { expect, test } from "vitest";
import { ageItems, agingOf } from "../ledger/aging.ts";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { Statement, amountDue, assertFoots, nextDueOn } from "./statement.ts";

const ON = day("2026-02-28");
const party = { name: "x", addressLines: [], email: null, phone: null };
const line = (eventId: number, charge: number, credit: number, balance: number) => ({
  onDay: ON,
  eventId,
  description: "Invoice",
  reference: null,
  covers: [],
  chargeCents: cents(charge),
  creditCents: cents(credit),
  balanceCents: cents(balance),
});
const open = {
  eventId: 1,
  job: null,
  number: "A-1",
  issuedOn: ON,
  dueOn: day("2026-03-30"),
  daysPastDue: -30,
};
const item = { ...open, amountCents: cents(100), paidCents: cents(40), openCents: cents(60) };

/** Opened with 20, charged 100, paid 90 of which 30 stay open: 60 owed less 30 credit. */
const FOOTS: Statement = {
  templateVersion: 2,
  kind: "balance-forward",
  currency: "USD",
  number: null,
  fromOn: day("2026-02-01"),
  asOf: ON,
  business: { ...party, slug: "x", locale: "en-US", language: "en", paper: "LETTER" },
  customer: { ...party, number: "C-1", terms: "Net 30" },
  openingCents: cents(20),
  lines: [line(1, 100, 0, 120), line(2, 0, 90, 30)],
  closingCents: cents(30),
  openItems: [item],
  aging: agingOf(ageItems([item], ON), cents(30)),
};

test("one that foots passes, and reads back from its frozen form as itself", () => {
  expect(() => assertFoots(FOOTS)).not.toThrow();
  expect(Statement.parse(JSON.parse(JSON.stringify(FOOTS)))).toEqual(FOOTS);
});

test("one issued before there were kinds reads as balance forward", () => {
  const { kind: _kind, lines, openItems, ...old } = JSON.parse(JSON.stringify(FOOTS));
  const [{ covers: _covers, ...line }] = lines;
  const [{ eventId: _event, job: _job, ...item }] = openItems;
  expect(Statement.parse({ ...old, templateVersion: 1, lines: [line], openItems: [item] })).toMatchObject({
    kind: "balance-forward",
    lines: [{ covers: [] }],
    openItems: [{ eventId: null, job: null }],
  });
});

test("one without activity carries its opening", () => {
  const quiet = { ...FOOTS, lines: [], openingCents: cents(30) };
  expect(() => assertFoots(quiet)).not.toThrow();
});

test.each<[string, Partial<Statement>]>([
  ["an opening a cent off", { openingCents: cents(21) }],
  ["a closing a cent off", { closingCents: cents(31) }],
  ["a charge a cent off", { lines: [line(1, 101, 0, 120), line(2, 0, 90, 30)] }],
  ["a credit left out", { lines: [line(1, 100, 0, 120)] }],
  ["a running balance that ends elsewhere", { lines: [line(1, 100, 0, 120), line(2, 0, 90, 31)] }],
  ["an open item left out", { openItems: [] }],
  ["an open item twice", { openItems: [item, item] }],
  ["unapplied credit left out of the aging", { aging: agingOf(ageItems([item], ON), cents(0)) }],
])("%s is caught", (_what, change) => {
  expect(() => assertFoots({ ...FOOTS, ...change })).toThrow("broken claim");
});

test("who is in credit is asked for nothing", () => {
  expect([amountDue(FOOTS), amountDue({ ...FOOTS, closingCents: cents(-5) })]).toEqual([30, 0]);
});

test("the next day to pay is the earliest that is open", () => {
  const later = { ...item, dueOn: day("2026-05-01") };
  expect(nextDueOn({ ...FOOTS, openItems: [later, item] })).toBe("2026-03-30");
  expect(nextDueOn({ ...FOOTS, openItems: [] })).toBeNull();
});
