// The past, by the day: when a debt grows into the next bucket, and from when on a payment is credit and settles. What
// holds on every day of any history is in testing/histories.db.test.ts.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { readAccountAging } from "../receivables/aging.ts";
import type { Moment } from "./as-of.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

afterAll(closePool);

const TODAY = day("2026-06-30");

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
