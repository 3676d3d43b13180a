// Corrections of what is owed, and money that is held back: each to its own side of the journal, none beyond what is there.
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, journalOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let first: number;
let second: number;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
  first = (await at.invoice(100_00, "2026-01-10")).eventId;
  second = (await at.invoice(50_00, "2026-02-10")).eventId;
  await at.pay(120_00, "2026-02-01");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const figures = () => figuresOf(business, greenleaf);
describe("corrections", () => {
  test.each<[string, () => Promise<{ eventId: number }>, Record<string, number>, Record<string, number>]>([
    ["up", () => at.up(3_00, "2026-03-01"), { items: 153_00 }, { receivable: 3_00, adjustments: -3_00 }],
    [
      "down",
      () => at.down(3_00, "2026-03-01"),
      { credit: 123_00 },
      { "customer-credit": -3_00, adjustments: 3_00 },
    ],
    [
      "recovery",
      () => at.recover(3_00, "2026-03-01"),
      { items: 153_00 },
      { receivable: 3_00, recoveries: -3_00 },
    ],
    [
      "finance charge",
      () => at.finance(3_00, "2026-03-01"),
      { items: 153_00 },
      { receivable: 3_00, "finance-charges": -3_00 },
    ],
    [
      "write-off",
      () => at.writeOff(first, 100_00, "2026-03-01"),
      { items: 50_00 },
      { receivable: -100_00, "bad-debts": 100_00 },
    ],
    [
      "discount",
      () => at.discount(first, 2_00, "2026-03-01"),
      { items: 148_00 },
      { receivable: -2_00, "sales-discounts": 2_00 },
    ],
    [
      "opening debt",
      () => at.openDebt(9_00, "2026-03-01", "2025-01-01"),
      { items: 159_00 },
      { receivable: 9_00, "opening-balance": -9_00 },
    ],
    [
      "opening credit",
      () => at.openCredit(9_00, "2026-03-01", "2025-01-01"),
      { credit: 129_00 },
      { "customer-credit": -9_00, "opening-balance": 9_00 },
    ],
  ])("%s", async (_what, make, change, journal) => {
    const { eventId } = await make();
    expect(await figures()).toMatchObject({ items: 150_00, credit: 120_00, ...change });
    expect(await journalOf(business, eventId)).toEqual(journal);
  });

  test("no more is given up than is owed, and not before it was", async () => {
    await expect(at.writeOff(first, 100_01, "2026-03-01")).rejects.toMatchObject({ code: "more-than-open" });
    await expect(at.discount(first, 100_01, "2026-03-01")).rejects.toMatchObject({ code: "more-than-open" });
    await expect(at.writeOff(second, 1, "2026-02-09")).rejects.toMatchObject({ code: "out-of-turn" });
  });
});

test("money held back is billed in parts, never more than is held, never before it was", async () => {
  const { invoiceId, eventId } = await at.invoice(240_00, "2026-03-01", { retainage: 24_00 });
  expect(await figures()).toMatchObject({ items: 366_00, retained: 24_00 });
  expect(await journalOf(business, eventId)).toEqual({
    receivable: 216_00,
    "retainage-receivable": 24_00,
    revenue: -240_00,
  });
  const release = await at.release(invoiceId, 6_00, "2026-04-01");
  expect([release.number, release.totalCents]).toEqual(["INV-00004", 6_00]);
  expect(await journalOf(business, release.eventId)).toEqual({
    receivable: 6_00,
    "retainage-receivable": -6_00,
  });
  await expect(at.release(invoiceId, 18_01, "2026-04-02")).rejects.toMatchObject({
    code: "retainage-released",
  });
  await expect(at.release(invoiceId, 1_00, "2026-02-28")).rejects.toMatchObject({
    code: "retainage-released",
  });
  await at.release(invoiceId, 18_00, "2026-04-02");
  expect(await figures()).toMatchObject({ items: 390_00, retained: 0 });
  await at.reverse(release.eventId, "2026-05-01");
  expect(await figures()).toMatchObject({ items: 384_00, retained: 6_00 });
});
