// The account's page and its statement on both axes: a payment that is entered late changes the past as of a day, and
// never the past as it was known.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { day } from "@/domain/values/day.ts";
import { readAgingReport } from "./aging-report.ts";
import { readAccountPage, readHistoryOf, readUnpaidOf } from "./account-page.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { readDerivation } from "./derivation.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readOpenCredit } from "../payments/open-credit.ts";
import type { Books } from "../open.ts";
import type { UnpaidQuery } from "./unpaid.ts";
import { readPayingAccount } from "../payments/paying-account.ts";
import { issueStatement, previewStatement } from "../statements/statements.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let before = "";
beforeAll(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31", { number: "A-1" })
    .invoice("40.00", "2026-03-01", { number: "A-2" })
    .write();
  before = await business.read(async ({ tx }) => {
    const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
    return row?.at ?? "";
  });
  // Came in February, entered only now.
  await business.account(greenleaf).paid("130.00", "2026-02-10").earmarked("10.00", "Spring").write();
});
afterAll(closePool);

const page = (asOf: string, knownAt: string | null) =>
  business.read((books) =>
    readAccountPage(books, { asOf: day(asOf), knownAt }, { customer: greenleaf.customerId }),
  );
const now = ({ today }: Books) => ({ asOf: today, knownAt: null });
const letterhead = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const statement = (asOf: string, knownAt: string | null) =>
  business.read((books) =>
    previewStatement(books, letterhead, {
      customer: greenleaf.customerId,
      asOf: day(asOf),
      fromOn: day("2026-02-20"),
      knownAt,
    }),
  );

test("as of a day, what was entered late counts from its day", async () => {
  expect(await page("2026-02-28", null)).toMatchObject({
    asOf: "2026-02-28",
    knownAt: null,
    isToday: false,
    figures: { balanceCents: 0, openCreditCents: 30_00, netCents: -30_00, earmarkedCents: 10_00 },
    unpaid: [],
    history: {
      lines: [
        { type: "Check", balanceCents: -30_00 },
        { type: "Invoice", balanceCents: 100_00 },
      ],
    },
  });
});

test("as it was known, it isn't there, nor in anything on the page", async () => {
  const known = await page("2026-02-28", before);
  expect(known).toMatchObject({
    knownAt: before,
    isToday: false,
    figures: { balanceCents: 100_00, openCreditCents: 0, netCents: 100_00, earmarkedCents: 0 },
    unpaid: [{ number: "A-1", openCents: 100_00 }],
    unpaidCount: 1,
    history: { lines: [{ type: "Invoice", balanceCents: 100_00 }], next: null },
  });
  expect(known.aging.totalCents).toBe(100_00);
  // What is set aside is today's and is listed as such; the credit it was set aside from wasn't known yet.
  expect(known.earmarks).toHaveLength(1);
});

test("today as it was known is not today", async () => {
  expect(await page("2026-06-30", before)).toMatchObject({
    isToday: false,
    figures: { balanceCents: 140_00 },
  });
  expect(await page("2026-06-30", null)).toMatchObject({
    isToday: true,
    figures: { balanceCents: 40_00, openCreditCents: 30_00, netCents: 10_00 },
  });
});

test("the statement follows, with its opening, its lines and what is open", async () => {
  expect(await statement("2026-03-31", null)).toMatchObject({
    openingCents: -30_00,
    closingCents: 10_00,
    lines: [{ chargeCents: 40_00 }],
    openItems: [{ number: "A-2", openCents: 40_00 }],
  });
  const known = await statement("2026-03-31", before);
  expect(known).toMatchObject({ openingCents: 100_00, closingCents: 140_00, aging: { totalCents: 140_00 } });
  expect(known.openItems.map(({ number, openCents }) => [number, openCents])).toEqual([
    ["A-1", 100_00],
    ["A-2", 40_00],
  ]);
});

describe("of a customer with two accounts", () => {
  const customer = () => abroad.customerId;
  let abroad = undefined as unknown as Account;
  beforeAll(async () => {
    abroad = await business.customer("Abroad").invoice("70.00", "2026-03-01").write();
    const [euros] = await business.change(({ tx }) =>
      tx.execute<{ id: string }>(sql`
        insert into books.accounts (customer_id, currency, limit_cents, charging_allowed)
        values (${abroad.customerId}::uuid, 'EUR', 50000, true) returning id`),
    );
    const theirs = { ...abroad, accountId: euros?.id ?? "" };
    await business
      .account(theirs)
      .invoice("30.00", "2026-03-02", { number: "E-1" })
      .paid("45.00", "2026-03-05")
      .earmarked("5.00", "Spring")
      .write();
  });
  const figures = {
    home: { balanceCents: 70_00, openCreditCents: 0, netCents: 70_00, earmarkedCents: 0 },
    euros: { balanceCents: 0, openCreditCents: 15_00, netCents: -15_00, earmarkedCents: 5_00 },
  };

  test.each([
    ["of no currency", undefined, "USD", figures.home],
    ["of the business's own", "USD", "USD", figures.home],
    ["of the other", "EUR", "EUR", figures.euros],
    ["of one they have none in", "JPY", "USD", figures.home],
  ])("the page %s", async (_which, asked, currency, its) => {
    const read = await business.read((books) =>
      readAccountPage(books, now(books), { customer: customer(), currency: asked }),
    );
    expect(read).toMatchObject({ currency, currencies: ["USD", "EUR"], figures: its });
    expect(read.history.lines).toHaveLength(currency === "EUR" ? 2 : 1);
  });

  test("its lists, figures, statement, credit and payments are that account's, too", async () => {
    const asked = { customer: customer(), currency: "EUR" };
    const read = await business.read(async (books) => ({
      owed: await readUnpaidOf(books, { asOf: day("2026-03-02"), knownAt: null }, asked),
      lines: await readHistoryOf(books, now(books), asked),
      net: await readDerivation(books, now(books), { ...asked, figure: "net" }),
      statement: await previewStatement(books, letterhead, { ...asked, asOf: day("2026-03-31") }),
      credit: await readCreditAccount(books, customer(), "EUR"),
      open: await readOpenCredit(books, asked),
      paying: await readPayingAccount(books, customer(), { currency: "EUR" }),
    }));
    expect(read).toMatchObject({
      owed: { rows: [{ number: "E-1", currency: "EUR" }] },
      lines: { rows: [{ currency: "EUR" }, { currency: "EUR" }] },
      net: { resultCents: -15_00 },
      statement: { currency: "EUR", closingCents: -15_00 },
      credit: { currency: "EUR", terms: { limit: { limitCents: 500_00 } }, figures: { netCents: -15_00 } },
      open: { account: { currency: "EUR" }, credits: [{ openCents: 15_00 }] },
      paying: { currency: "EUR", figures: { openCreditCents: 15_00 }, debts: [] },
    });
    const issued = await business.change((books) =>
      issueStatement(books, letterhead, { ...asked, asOf: day("2026-03-31") }),
    );
    expect(issued.closingCents).toBe(-15_00);
  });
});

test("who has one account has one currency", async () => {
  expect((await page("2026-03-31", null)).currencies).toEqual(["USD"]);
});

test("it begins with ten of the unpaid invoices, and shows all when asked to", async () => {
  const story = business.customer("Busy");
  for (let n = 1; n <= 12; n++) story.invoice(`${n}.00`, `2026-03-${String(n).padStart(2, "0")}`);
  const { customerId } = await story.write();
  const read = (unpaid: UnpaidQuery = {}) =>
    business.read((books) => readAccountPage(books, now(books), { customer: customerId, unpaid }));
  const amounts = ({ unpaid }: AccountPage) => unpaid.map(({ openCents }) => openCents / 100);
  const all = Array.from({ length: 12 }, (_, n) => n + 1);

  const first = await read();
  expect(amounts(first)).toEqual(all.slice(0, 10));
  expect(first).toMatchObject({ unpaidCount: 12, unpaidTotals: { count: 12, openCents: 78_00 } });
  expect(amounts(await read({ sort: "open", direction: "desc" }))).toEqual(all.toReversed().slice(0, 10));
  expect(amounts(await read({ shown: "all" }))).toEqual(all);
  expect(amounts(await read({ search: "i" }))).toEqual(all);
  expect(amounts(await read({ cursor: first.unpaidNext ?? "" }))).toEqual([11, 12]);
});

test("on the first day that can be written there was nothing, and every reading of it says so", async () => {
  const first = day("1900-01-01");
  const moment = { asOf: first, knownAt: null };
  const asked = { customer: greenleaf.customerId, asOf: first };
  const read = await business.read(async (books) => ({
    page: await readAccountPage(books, moment, asked),
    aging: await readAgingReport(books, moment),
    statement: await previewStatement(books, letterhead, asked),
  }));
  expect(read.page.unpaidTotals).toMatchObject({ count: 0, openCents: 0 });
  expect(read.aging).toMatchObject({ asOf: first, rows: [], totals: { totalCents: 0, netCents: 0 } });
  expect(read.statement).toMatchObject({ asOf: first, openingCents: 0, closingCents: 0, lines: [] });
});
