// The three kinds of statement of one account: what each lists, and that a hundred accounts are read as one is.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { buildStatement } from "@/domain/statements/build-statement.ts";
import { STATEMENT_KINDS, type StatementKind } from "@/domain/statements/kinds.ts";
import { day } from "@/domain/values/day.ts";
import { desk } from "../testing/desk.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readStatementFacts } from "./statement-facts.ts";
import { previewStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const ASOF = day("2026-02-28");

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31")
    .invoice("50.00", "2026-02-01")
    .paid("130.00", "2026-02-10", { reference: "4471" })
    .paid("45.00", "2026-02-12", { to: {} })
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const preview = (kind: StatementKind, more: object = {}) =>
  business.read((books) =>
    previewStatement(books, LETTERHEAD, { customer: greenleaf.customerId, kind, asOf: ASOF, ...more }),
  );

const told = (statement: Awaited<ReturnType<typeof preview>>) =>
  statement.lines.map((line) => [line.description, line.chargeCents, line.creditCents, line.balanceCents]);

test("open item: what is unpaid and the credit that could pay it, from nothing to the net balance", async () => {
  const statement = await preview("open-item");
  expect(told(statement)).toEqual([
    ["INV-00002", 20_00, 0, 20_00],
    ["Check", 0, 45_00, -25_00],
  ]);
  expect(statement).toMatchObject({
    openingCents: 0,
    closingCents: -25_00,
    aging: { unappliedCents: 45_00 },
  });
});

test("a payment says what it covered by the statement's day, and no more", async () => {
  const { lines } = await preview("activity");
  expect(lines.map((line) => line.covers)).toEqual([
    [],
    [
      { number: "INV-00001", amountCents: 100_00 },
      { number: "INV-00002", amountCents: 30_00 },
    ],
    [],
  ]);
  const at = desk(business, greenleaf);
  const { eventId } = await at.pay(7_00, "2026-02-20", "oldest-first");
  expect((await preview("activity")).lines.at(-1)?.covers).toEqual([
    { number: "INV-00002", amountCents: 7_00 },
  ]);
  await at.reverse(eventId, "2026-02-21");
  expect((await preview("activity", { asOf: day("2026-02-20") })).lines.at(-1)?.covers).toHaveLength(1);
});

test("what was voided within the days is one line that moves nothing, and its own two before them", async () => {
  const at = desk(business, greenleaf);
  const { eventId } = await at.pay(7_00, "2026-02-20");
  await at.reverse(eventId, "2026-02-25");
  expect(told(await preview("balance-forward")).slice(-2)).toEqual(
    [
      ["Check 4471", 0, 130_00, 20_00],
      ["Check", 0, 45_00, -25_00],
    ]
      .slice(1)
      .concat([["Check, voided", 7_00, 7_00, -25_00]]),
  );
  expect(told(await preview("balance-forward", { asOf: day("2026-02-24") })).at(-1)).toEqual([
    "Check",
    0,
    7_00,
    -32_00,
  ]);
  expect(told(await preview("activity", { fromOn: day("2026-02-22") }))).toEqual([
    ["Reversal of Check", 7_00, 0, -25_00],
  ]);
});

test("a check that the bank returned stays two lines", async () => {
  const at = desk(business, greenleaf);
  const { eventId } = await at.pay(7_00, "2026-02-20");
  await at.bounce(eventId, "2026-02-25");
  expect(told(await preview("balance-forward")).slice(-2)).toEqual([
    ["Check", 0, 7_00, -32_00],
    ["Returned: Check", 7_00, 0, -25_00],
  ]);
});

test("read together they are what each is by itself, in every kind", async () => {
  const others = [];
  for (const name of ["Ash", "Birch", "Cedar"])
    others.push(
      await business.customer(name).invoice("10.00", "2026-02-03").paid("4.00", "2026-02-05").write(),
    );
  await business.customer("Nothing yet").write();
  for (const kind of STATEMENT_KINDS) {
    const accountIds = [greenleaf, ...others].map((account) => account.accountId);
    const together = await business.read((books) =>
      readStatementFacts(books, LETTERHEAD, {
        kind,
        moment: { asOf: ASOF, knownAt: null },
        fromOn: day("2026-02-01"),
        accountIds,
      }),
    );
    for (const { accountId, customerId } of [greenleaf, ...others]) {
      const { facts } = together.get(accountId) ?? {};
      expect(facts && buildStatement(kind, facts)).toEqual(await preview(kind, { customer: customerId }));
    }
  }
});
