// A parent's consolidated view: each row is that customer's own aging on the day, and together they are the sum, to the cent.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { day } from "@/domain/values/day.ts";
import { sum } from "@/domain/values/money.ts";
import { chooseParent } from "../customers/families.ts";
import { mergeCustomers } from "../customers/merges.ts";
import { readAccount } from "../ledger/accounts.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readAccountAging } from "./aging.ts";
import { readFamilyAging } from "./family-aging.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let north: Account;
let south: Account;

beforeEach(async () => {
  business = await freshBusiness();
  head = await business.customer("Head Office").invoice("30.00", "2026-01-10").write();
  north = await business
    .customer("North")
    .invoice("100.00", "2026-02-01")
    .invoice("50.00", "2026-05-20")
    .paid("70.00", "2026-04-01")
    .write();
  south = await business.customer("South").paid("8.00", "2026-03-01").write();
  for (const child of [north, south]) await join(child);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const join = ({ customerId }: Account) =>
  business.change((books) =>
    chooseParent(books, { customerId, parentId: head.customerId }, { mayLimit: true }),
  );
const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null });
const familyAt = (asOf: string, customer = head.customerId) =>
  business.read((books) => readFamilyAging(books, at(asOf), { customer }));
const agingAt = (asOf: string, { customerId }: Account) =>
  business.read(async (books) =>
    readAccountAging(books, at(asOf), (await readAccount(books, customerId)).family),
  );

test.each(["2026-01-31", "2026-03-31", "2026-06-30"])(
  "as of %s each row is its customer’s, and they tie",
  async (on) => {
    const { rows, totals } = await familyAt(on);
    expect(rows.map(({ name, isParent }) => [name, isParent])).toEqual([
      ["Head Office", true],
      ["North", false],
      ["South", false],
    ]);
    const own = await Promise.all([head, north, south].map((each) => agingAt(on, each)));
    for (const bucket of [...BUCKETS, "totalCents", "unappliedCents", "netCents"] as const) {
      expect(rows.map(({ aging }) => aging[bucket])).toEqual(own.map((each) => each[bucket]));
      expect(totals[bucket]).toBe(sum(own.map((each) => each[bucket])));
    }
  },
);

test("what a merged customer owed is its survivor’s row; who has no children is alone", async () => {
  const twin = await business.customer("North twin").invoice("5.00", "2026-02-01").write();
  await business.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: twin.customerId,
      intoCustomerId: north.customerId,
      mergedOn: day("2026-05-01"),
      reason: "",
    }),
  );
  const before = await familyAt("2026-04-30");
  expect(before.rows[1]?.aging.totalCents).toBe(35_00);
  expect(before.totals.netCents).toBe(57_00);
  expect((await familyAt("2026-06-30", south.customerId)).rows).toHaveLength(1);
});
