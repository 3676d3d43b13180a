// The past: on every day of any history the page, the aging, the statement and the sum of events say the same, and
// what the account says live is what a replay of its events says.
import fc from "fast-check";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { addDays, day, daysBetween, type Day } from "@/domain/values/day.ts";
import { cents, decimalString, plus, ZERO } from "@/domain/values/money.ts";
import { expectConsistent } from "../testing/expect-consistent.ts";
import { readAccountAging, readBusinessAging } from "../receivables/aging.ts";
import { now, type Moment } from "./as-of.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { previewStatement } from "../statements/statements.ts";

afterAll(closePool);

const START = day("2026-01-01");
const TODAY = day("2026-06-30");
const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US" };

type Step = { who: number; kind: "invoice" | "paid"; amount: number; on: number; term: number };
const steps = fc.array(
  fc.record<Step>({
    who: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom("invoice", "invoice", "paid"),
    amount: fc.integer({ min: 1, max: 500_00 }),
    on: fc.integer({ min: 0, max: daysBetween(START, TODAY) }),
    term: fc.constantFrom(0, 1, 30, 31, 60, 91),
  }),
  { minLength: 4, maxLength: 14 },
);

async function lived(history: readonly Step[]) {
  const business = await freshBusiness({ today: TODAY });
  const accounts = await Promise.all([0, 1, 2].map((n) => business.customer(`Customer ${n}`).write()));
  // In the order of the list, not of the days: much of it is written down late.
  for (const { who, kind, amount, on, term } of history) {
    const [text, date] = [decimalString(cents(amount), "USD"), addDays(START, on)];
    const story = business.account(accounts[who] as Account);
    if (kind === "paid") await story.paid(text, date).write();
    else await story.invoice(text, date, { dueOn: addDays(date, term) }).write();
  }
  return { business, accounts };
}

test("on every day of a random history all figures agree", async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.integer({ min: -1, max: 180 }), { minLength: 4, maxLength: 6 }),
      async (history, days) => {
        const { business, accounts } = await lived(history);
        await business.read(async (books) => {
          for (const asOf of [TODAY, ...days.map((each) => addDays(START, each))]) {
            const moment: Moment = { asOf, knownAt: null };
            let net = ZERO;
            for (const account of accounts) {
              const aging = await expectConsistent(books, account, moment);
              net = plus(net, aging.netCents);
              const statement = await previewStatement(books, LETTERHEAD, { customer: account.number, asOf });
              expect(statement.closingCents).toBe(aging.netCents);
            }
            expect((await readBusinessAging(books, moment)).netCents).toBe(net);
          }
          expect((await runChecks(books.tx)).broken).toEqual([]);
        });
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});

test("live is the replay: asking for today, and for today as known a moment ago, is one answer", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { business, accounts } = await lived(history);
      await business.read(async (books) => {
        const [row] = await books.tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
        for (const account of accounts) {
          const live = await expectConsistent(books, account, now(books));
          expect(await expectConsistent(books, account, { asOf: TODAY, knownAt: row?.at ?? null })).toEqual(
            live,
          );
        }
      });
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test("what was known then stays what was known, whatever is written down later", async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, async (before, after) => {
      const { business, accounts } = await lived(before);
      const [row] = await business.read(({ tx }) =>
        tx.execute<{ at: string }>(sql`select clock_timestamp() as at`),
      );
      const knownAt = row?.at ?? null;
      const days = [0, 40, 90, 180].map((each) => addDays(START, each));
      const ask = () =>
        business.read((books) =>
          Promise.all(
            days.flatMap((asOf) =>
              accounts.map((each) => readAccountAging(books, { asOf, knownAt }, each.accountId)),
            ),
          ),
        );
      const then = await ask();
      for (const { who, kind, amount, on } of after) {
        const [text, date] = [decimalString(cents(amount), "USD"), addDays(START, on)];
        const story = business.account(accounts[who] as Account);
        await (kind === "paid" ? story.paid(text, date) : story.invoice(text, date)).write();
      }
      expect(await ask()).toEqual(then);
      await business.read(async (books) => {
        for (const account of accounts)
          for (const asOf of days) await expectConsistent(books, account, { asOf, knownAt });
      });
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

test.each<[string, Record<string, number>]>([
  ["2026-03-01", {}],
  ["2026-03-02", { current: 100_00 }],
  ["2026-03-31", { current: 100_00 }],
  ["2026-04-01", { d1_30: 100_00 }],
  ["2026-04-30", { d1_30: 100_00 }],
  ["2026-05-01", { d31_60: 100_00 }],
  ["2026-05-30", { d31_60: 100_00 }],
  ["2026-05-31", { d61_90: 100_00 }],
  ["2026-06-29", { d61_90: 100_00 }],
  ["2026-06-30", { d91: 100_00 }],
])("due on 31 March, as of %s", async (asOf, buckets) => {
  const business = await freshBusiness({ today: TODAY });
  const story = business.customer("Greenleaf").invoice("100.00", "2026-03-02", { dueOn: "2026-03-31" });
  const { accountId } = await story.write();
  const moment: Moment = { asOf: asOf as Day, knownAt: null };
  const aging = await business.read((books) => readAccountAging(books, moment, accountId));
  const expected = Object.fromEntries(BUCKETS.map((bucket) => [bucket, buckets[bucket] ?? 0]));
  expect(aging).toMatchObject(expected);
});

test("a payment is credit from its day on, and settles from its day on, however late it was written down", async () => {
  const business = await freshBusiness({ today: TODAY });
  const account = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-10")
    .paid("130.00", "2026-02-10")
    .write();
  const at = (asOf: string) =>
    business.read((books) => readAccountAging(books, { asOf: day(asOf), knownAt: null }, account.accountId));
  expect(await at("2026-02-09")).toMatchObject({ totalCents: 100_00, unappliedCents: 0, netCents: 100_00 });
  expect(await at("2026-02-10")).toMatchObject({ totalCents: 0, unappliedCents: 30_00, netCents: -30_00 });
});
