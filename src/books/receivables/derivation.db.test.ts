// What makes up the limit and what can be charged, case by case. That every figure's lines come to what the page shows,
// at any moment of any history, is in testing/histories.db.test.ts.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import { NOTHING_DECIDED } from "@/domain/credit/credit-terms.ts";
import { day } from "@/domain/values/day.ts";
import { FIGURES, type Figure } from "@/domain/receivables/derivation.ts";
import { cents } from "@/domain/values/money.ts";
import { changeCredit } from "../credit/credit-changes.ts";
import { readDerivation } from "./derivation.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { expectDerived } from "../testing/expect-derived.ts";

let business: Ledger;
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const TODAY = day("2026-06-30");
test("the limit is told by its changes, and where there is none there is no sum", async () => {
  business = await freshBusiness({ today: TODAY });
  const { accountId, customerId: customer } = await business.customer("Greenleaf").write();
  const terms = (limitCents: number | null) => ({
    status: "good" as const,
    chargingAllowed: true,
    ...NOTHING_DECIDED,
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
  await business.read((books) => expectDerived(books, account, { asOf: TODAY, knownAt: null }));
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
