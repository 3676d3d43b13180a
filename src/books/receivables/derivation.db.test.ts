// What makes up each figure, over random histories and on both axes: the lines are the open items and credits of that
// moment and nothing else, and they come to what the page shows, on one page or on many.
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, afterEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { FIGURES, type DerivedLine, type Figure } from "@/domain/receivables/derivation.ts";
import { cents, sum } from "@/domain/values/money.ts";
import { readAccountPage } from "./account-page.ts";
import type { Moment } from "../ledger/as-of.ts";
import { changeCredit } from "../credit/credit-changes.ts";
import { readDerivation } from "./derivation.ts";
import { freshBusiness, type Account, type Ledger } from "../story/ledger-dsl.ts";
import type { Books } from "../open.ts";
import { desk, instant } from "../testing/desk.ts";

let business: Ledger;
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const TODAY = day("2026-06-30");
const START = day("2026-01-01");

/** All lines of a figure, read in pages of so many. */
async function linesOf(
  books: Books,
  moment: Moment,
  asked: { customer: string; figure: Figure; size: number },
) {
  const lines: DerivedLine[] = [];
  let page = await readDerivation(books, moment, asked);
  const resultCents = page?.resultCents ?? null;
  while (page) {
    expect(page.before.count).toBe(lines.length);
    lines.push(...page.lines);
    if (page.next === null) return { lines, resultCents, left: page.after };
    page = await readDerivation(books, moment, { ...asked, cursor: page.next });
  }
  return { lines, resultCents, left: { count: 0, cents: 0 } };
}

async function live(plan: readonly [kind: number, amount: number, on: number][]) {
  business = await freshBusiness({ today: TODAY });
  const customer = { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] };
  const account = await business.customer("Greenleaf", customer).write();
  const at = desk(business, account);
  const instants: string[] = [];
  for (const [kind, amount, on] of plan) {
    const then = addDays(START, on);
    if (kind === 0) await at.invoice(amount, then);
    if (kind === 1) await at.pay(amount, then, "oldest-first");
    if (kind === 2) await at.memo(amount, then);
    if (kind === 3) await at.earmark(1 + (amount % 50), "aside").catch(() => null);
    instants.push(await instant(business));
  }
  return { account, instants };
}

async function holds({ customerId }: Account, moment: Moment) {
  await business.read(async (books) => {
    const page = await readAccountPage(books, moment, { customer: customerId });
    const { figures, canCharge } = page;
    for (const size of [2, 100]) {
      const made = async (figure: Figure) => {
        const { lines, resultCents, left } = await linesOf(books, moment, {
          customer: customerId,
          figure,
          size,
        });
        expect(left).toEqual({ count: 0, cents: 0 });
        expect(sum(lines.map((line) => line.cents))).toBe(resultCents);
        return { lines, resultCents };
      };
      const balance = await made("balance");
      expect(balance.resultCents).toBe(figures.balanceCents);
      expect(balance.lines.map((line) => [line.eventId, line.cents])).toEqual(
        page.unpaid.map((item) => [item.itemId, item.openCents]),
      );
      const credit = await made("credit");
      expect(credit.resultCents).toBe(figures.openCreditCents);
      const net = await made("net");
      expect(net.resultCents).toBe(figures.netCents);
      expect(net.lines).toHaveLength(balance.lines.length + credit.lines.length);
      const { resultCents: left } = await made("charge");
      expect(canCharge).toEqual({ kind: "amount", amountCents: Math.max(0, left ?? 0) });
      expect((await made("limit")).resultCents).toBe(5_000_00);
    }
  });
}

test("each figure, at any moment of a random history", { timeout: 120_000 }, async () => {
  const step = fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 4_000_00 }), fc.nat({ max: 180 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 14 }),
      fc.array(fc.tuple(fc.nat({ max: 180 }), fc.option(fc.nat())), { minLength: 3, maxLength: 3 }),
      async (plan, asked) => {
        const { account, instants } = await live(plan);
        await holds(account, { asOf: TODAY, knownAt: null });
        for (const [on, known] of asked) {
          const knownAt = known === null ? null : (instants[known % instants.length] ?? null);
          await holds(account, { asOf: addDays(START, on), knownAt });
        }
      },
    ),
    { numRuns: 8 },
  );
});

test("the limit is told by its changes, and where there is none there is no sum", async () => {
  business = await freshBusiness({ today: TODAY });
  const { accountId, customerId: customer } = await business.customer("Greenleaf").write();
  const terms = (limitCents: number | null) => ({
    status: "good" as const,
    chargingAllowed: true,
    limit:
      limitCents === null
        ? { kind: "none" as const }
        : { kind: "limit" as const, limitCents: cents(limitCents) },
  });
  const derived = (figure: Figure) =>
    business.read((books) => readDerivation(books, { asOf: TODAY, knownAt: null }, { customer, figure }));
  for (const figure of FIGURES)
    expect((await derived(figure)) === null).toBe(figure === "charge" || figure === "limit");
  let seen = { ...terms(null), chargingAllowed: false };
  for (const [limit, reason] of [
    [500_00, "Opened for credit"],
    [300_00, "Pays late"],
  ] as const) {
    const next = { accountId, terms: terms(limit), reason, seen };
    await business.change((books) => changeCredit(books, next));
    seen = terms(limit);
  }
  expect((await derived("limit"))?.lines).toMatchObject([
    { name: "Changed by Onaccount", note: "Opened for credit", cents: 500_00 },
    { note: "Pays late", cents: -200_00 },
  ]);
});

test("earmarks of today count on another day as far as there was credit", async () => {
  business = await freshBusiness({ today: TODAY });
  const customer = { limitCents: cents(100_00), addressLines: ["1 Elm St"] };
  const account = await business
    .customer("Greenleaf", customer)
    .paid("10.00", "2026-02-01")
    .paid("30.00", "2026-05-01")
    .earmarked("25.00", "Spring")
    .write();
  const charge = await business.read((books) =>
    readDerivation(
      books,
      { asOf: day("2026-03-01"), knownAt: null },
      { customer: account.customerId, figure: "charge" },
    ),
  );
  expect(charge).toMatchObject({ resultCents: 100_00 });
  expect(charge?.lines.map((line) => [line.name, line.cents])).toEqual([
    ["Credit limit", 100_00],
    ["Earmarked", -10_00],
    ["Check", 10_00],
  ]);
});

test("where the business counts earmarked credit, it isn't taken off", async () => {
  business = await freshBusiness({ today: TODAY });
  const customer = { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] };
  const account = await business
    .customer("Greenleaf", customer)
    .paid("30.00", "2026-05-01")
    .earmarked("25.00", "Spring")
    .write();
  const charge = () =>
    business.read((books) =>
      readDerivation(
        books,
        { asOf: TODAY, knownAt: null },
        { customer: account.customerId, figure: "charge" },
      ),
    );
  expect(await charge()).toMatchObject({ resultCents: 5_005_00 });
  await business.change(({ tx }) => tx.execute(sql`update books.settings set count_earmarked = true`));
  await holds(account, { asOf: TODAY, knownAt: null });
  const counted = await charge();
  expect(counted).toMatchObject({ resultCents: 5_030_00 });
  expect(counted?.lines.map((line) => line.name)).toEqual(["Credit limit", "Check"]);
});

test.each([
  "x",
  writeCursor(0, "2026-02-30", 5, 1, 1),
  writeCursor(2, "2026-02-01", 5, 1, 1),
  writeCursor("' or true"),
])("a mangled cursor %j is the first page", async (cursor) => {
  business = await freshBusiness({ today: TODAY });
  const { customerId: customer } = await business.customer("Greenleaf").invoice("5.00", "2026-02-01").write();
  const read = (asked: { cursor?: string }) =>
    business.read((books) =>
      readDerivation(books, { asOf: TODAY, knownAt: null }, { customer, figure: "balance", ...asked }),
    );
  expect(await read({ cursor })).toEqual(await read({}));
});
