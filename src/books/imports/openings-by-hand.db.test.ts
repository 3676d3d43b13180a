// What a business starts with, entered by hand: it counts from the day before the books start, with its own dates, against
// Opening balances alone, and what the list adds up to is what the trial balance has there.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { NewOpening } from "@/domain/business/opening-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { readInvoice } from "../invoices/invoice-page.ts";
import { readTrialBalance } from "../receivables/trial-balance.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { figuresOf, standsOn } from "../testing/desk.ts";
import { listOpenings, recordOpening, totalOpenings } from "./openings-by-hand.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-02-01" });
  greenleaf = await business.customer("Greenleaf", { terms: "net-30" }).write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type Given = Partial<Parameters<typeof inputOf<typeof NewOpening>>[1]>;
const enter = (amount: number, more: Given = {}, key?: string) =>
  business.change(
    (books) =>
      recordOpening(
        books,
        inputOf(NewOpening, {
          customerId: greenleaf.customerId,
          kind: "invoice",
          number: "OLD-1",
          on: day("2025-12-20"),
          amountCents: cents(amount),
          ...more,
        }),
      ),
    key,
  );
const listed = async () => (await business.read((books) => listOpenings(books, {}))).rows;
const totals = () => business.read((books) => totalOpenings(books, {}));
const trial = async () => {
  const moment = { asOf: day("2026-06-30"), knownAt: null };
  const { lines } = await business.read((books) => readTrialBalance(books, moment));
  return Object.fromEntries(lines.flatMap(({ role, balanceCents }) => (role ? [[role, balanceCents]] : [])));
};

test("an invoice keeps its number and dates, is due by its terms, and is no revenue", async () => {
  await enter(100_00);
  const [row] = await listed();
  expect(row).toMatchObject({
    kind: "invoice",
    number: "OLD-1",
    issuedOn: "2025-12-20",
    dueOn: "2026-01-19",
    amountCents: 100_00,
    openCents: 100_00,
  });
  const invoice = await business.read((books) => readInvoice(books, row?.invoiceId ?? ""));
  expect(invoice).toMatchObject({ number: "OLD-1", lines: [{ description: "Opening balance" }] });
  // It counts from the day before the start, and stands there on every later day.
  const stands = await standsOn(business, greenleaf, ["2026-01-30", "2026-01-31", "2026-06-30"]);
  expect(stands.map((each) => Object.values(each.open))).toEqual([[], [100_00], [100_00]]);
  expect(await trial()).toMatchObject({ receivable: 100_00, "opening-balance": -100_00 });
  expect((await trial())["revenue"] ?? 0).toBe(0);
});

test("credits and payments on account are open credit, and no money of these books; the sums tie", async () => {
  await enter(100_00);
  await enter(15_00, { kind: "credit", number: "CM-7" });
  await enter(25_00, { kind: "payment", number: "4471", on: day("2026-01-31") });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 100_00, credit: 40_00 });
  expect((await listed()).map(({ kind, number, amountCents }) => [kind, number, amountCents])).toEqual([
    ["credit", "4471", -25_00],
    ["credit", "CM-7", -15_00],
    ["invoice", "OLD-1", 100_00],
  ]);
  expect(await totals()).toMatchObject({ count: 3, owedCents: 100_00, creditCents: 40_00, netCents: 60_00 });
  const stands = await trial();
  expect(stands["opening-balance"]).toBe(-60_00);
  expect(stands["undeposited-funds"] ?? 0).toBe(0);
});

test("what is reversed is in no sum, and Opening balances follows", async () => {
  await enter(100_00);
  const { eventId } = await enter(30_00, { number: "OLD-2" });
  await business.change((books) => reverseEvent(books, { eventId, on: day("2026-03-01"), reason: "twice" }));
  expect(await totals()).toMatchObject({ count: 1, netCents: 100_00 });
  expect((await trial())["opening-balance"]).toBe(-100_00);
});

test("one key enters it once, and a number is taken once", async () => {
  const first = await enter(10_00, {}, "opening-key");
  expect(await enter(10_00, {}, "opening-key")).toEqual(first);
  await expect(enter(10_00)).rejects.toMatchObject({ code: "number-taken" });
});

test.each(["2026-02-01", "2026-03-15"])("dated %s it belongs into the books", async (on) => {
  await expect(enter(10_00, { on: day(on) })).rejects.toMatchObject({
    code: "after-start",
    details: { field: "on" },
  });
});

test("once the first month is closed, what the books started with stays", async () => {
  await business.change(({ tx }) =>
    tx.execute(sql`update books.periods set status = 'closed' where month = '2026-02-01'`),
  );
  await expect(enter(10_00)).rejects.toMatchObject({ code: "start-closed" });
  expect(await listed()).toEqual([]);
});

test("an invoice needs its number, and isn't due before it was issued", () => {
  const given = {
    customerId: greenleaf.customerId,
    kind: "invoice",
    on: "2025-12-20",
    amountCents: 1,
  };
  expect(NewOpening.safeParse(given).success).toBe(false);
  expect(NewOpening.safeParse({ ...given, number: "1", dueOn: "2025-12-19" }).success).toBe(false);
  expect(NewOpening.safeParse({ ...given, number: "1", dueOn: "2025-12-20" }).success).toBe(true);
});
