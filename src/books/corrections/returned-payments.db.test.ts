// The bank gave a payment back: whatever we did with the money since, it is recorded, and the customer owes exactly so
// much again. What was refunded is a debt of its own; what a merge moved is taken where it is now.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { mergeCustomers, reverseMerge } from "../customers/merges.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, journalOf, standsOn, type Desk } from "../testing/desk.ts";
import { readReversalPreview } from "./reversal-preview.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf", { number: "C-1" }).write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const figures = () => figuresOf(business, greenleaf);
const preview = (eventId: number) => business.read((books) => readReversalPreview(books, eventId));

describe("a check of 500 on account, 200 of it refunded", () => {
  let check: number;
  let refund: number;
  beforeEach(async () => {
    check = (await at.pay(500_00, "2026-02-01")).eventId;
    refund = (await at.refund(200_00, "2026-02-10")).eventId;
  });

  test("bounces: Dr Customer Credit 300, Dr A/R 200, Cr Undeposited 500; 200 and the fee are owed", async () => {
    const back = await at.bounce(check, "2026-03-05", 25_00);
    expect(await journalOf(business, back.eventId)).toEqual({
      "customer-credit": 300_00,
      receivable: 200_00,
      "undeposited-funds": -500_00,
    });
    expect(await figures()).toMatchObject({ items: 225_00, credit: 0, net: 225_00 });
    const [stand] = await standsOn(business, greenleaf, ["2026-03-05"]);
    expect(stand?.open).toEqual({ [back.eventId]: 200_00, [back.feeEventId ?? 0]: 25_00 });
    await expect(at.bounce(check, "2026-03-06")).rejects.toMatchObject({ code: "reversed-before" });
  });

  test("what will happen is said before: a debt of 200 of its own, 300 of credit less", async () => {
    const { stays, returned } = await preview(check);
    expect(stays).toBe("used-since");
    expect(returned).toMatchObject({
      debtCents: 200_00,
      owedAgain: [],
      effect: { openItemsCents: 200_00, openCreditCents: -300_00, netCents: 500_00 },
    });
    await at.bounce(check, "2026-03-05");
    expect((await preview(check)).returned).toBeNull();
  });

  test("dated by the bank before the refund, it counts from the bank's day", async () => {
    const back = await at.bounce(check, "2026-02-05");
    const days = await standsOn(business, greenleaf, ["2026-02-04", "2026-02-05", "2026-02-10"]);
    expect(days.map(({ net, aging }) => [net, aging.totalCents, aging.unappliedCents])).toEqual([
      [-500_00, 0, 500_00],
      [0, 200_00, 200_00],
      [200_00, 200_00, 0],
    ]);
    expect(days[2]?.open).toEqual({ [back.eventId]: 200_00 });
  });

  test("a refund that is reversed afterwards pays for the debt that the return left", async () => {
    const back = await at.bounce(check, "2026-03-05");
    await at.reverse(refund, "2026-03-06");
    expect(await figures()).toMatchObject({ items: 0, credit: 0, net: 0 });
    expect((await standsOn(business, greenleaf, ["2026-03-05"]))[0]?.open).toEqual({
      [back.eventId]: 200_00,
    });
  });

  test("where that debt was paid meanwhile, the money is open credit", async () => {
    const back = await at.bounce(check, "2026-03-05");
    await at.pay(150_00, "2026-03-06", [[back.eventId, 150_00]]);
    await at.reverse(refund, "2026-03-07");
    expect(await figures()).toMatchObject({ items: 0, credit: 150_00, net: -150_00 });
  });
});

test("refunded in full, all of it is owed", async () => {
  const check = await at.pay(500_00, "2026-02-01");
  await at.refund(500_00, "2026-02-02");
  const back = await at.bounce(check.eventId, "2026-02-03");
  expect(await journalOf(business, back.eventId)).toEqual({
    receivable: 500_00,
    "undeposited-funds": -500_00,
  });
  expect(await figures()).toMatchObject({ items: 500_00, credit: 0 });
});

describe("what was applied after the day the bank says", () => {
  test("is owed again from the day on which it was settled", async () => {
    const first = await at.invoice(100_00, "2026-01-10");
    const second = await at.invoice(50_00, "2026-01-20");
    const check = await at.pay(200_00, "2026-02-01", [[first.eventId, 100_00]]);
    await at.apply(check.eventId, second.eventId, { amount: 50_00, on: "2026-02-08" });
    await at.bounce(check.eventId, "2026-02-05");
    const days = await standsOn(business, greenleaf, [
      "2026-02-04",
      "2026-02-05",
      "2026-02-08",
      "2026-06-30",
    ]);
    const both = { [first.eventId]: 100_00, [second.eventId]: 50_00 };
    expect(days.map((stand) => stand.open)).toEqual([{ [second.eventId]: 50_00 }, both, both, both]);
    expect(await figures()).toMatchObject({ items: 150_00, credit: 0 });
  });

  test("and what was refunded for a while is a debt until it came back", async () => {
    const check = await at.pay(100_00, "2026-02-01");
    const refund = await at.refund(40_00, "2026-02-08");
    await at.reverse(refund.eventId, "2026-02-12");
    const back = await at.bounce(check.eventId, "2026-02-05");
    const days = await standsOn(business, greenleaf, ["2026-02-05", "2026-02-08", "2026-02-12"]);
    expect(days.map((stand) => [stand.open[back.eventId] ?? 0, stand.net])).toEqual([
      [40_00, 0],
      [40_00, 40_00],
      [0, 0],
    ]);
  });

  test("not before the day it came in", async () => {
    const check = await at.pay(100_00, "2026-02-01");
    await expect(at.bounce(check.eventId, "2026-01-31")).rejects.toMatchObject({ code: "out-of-turn" });
  });
});

describe("after a merge", () => {
  let kept: Account;
  let there: Desk;
  let ids: { settled: number; check: number };

  beforeEach(async () => {
    kept = await business.customer("Greenleaf Ltd", { number: "C-2" }).write();
    there = desk(business, kept);
    const settled = await at.invoice(90_00, "2026-01-05", { dueOn: "2026-01-20" });
    const check = await at.pay(120_00, "2026-01-10", [[settled.eventId, 90_00]]);
    ids = { settled: settled.eventId, check: check.eventId };
  });
  const merge = (from = greenleaf, into = kept, on = "2026-03-01") =>
    business.change((books) =>
      mergeCustomers(books, {
        fromCustomerId: from.customerId,
        intoCustomerId: into.customerId,
        mergedOn: day(on),
        reason: "",
      }),
    );
  const reverseMergeOf = (mergeId: string) =>
    business.change((books) => reverseMerge(books, { mergeId, reversedOn: day("2026-05-01") }));
  const NOTHING = { items: 0, credit: 0, net: 0, earmarked: 0, retained: 0 };

  test("the moved 30 are taken where they are now, and an earmark of them is released", async () => {
    await merge();
    await there.earmark(20_00, "patio");
    const { returned } = await preview(ids.check);
    expect(returned).toMatchObject({
      debtCents: 0,
      owedAgain: [{ eventId: ids.settled, amountCents: 90_00 }],
      effect: { openItemsCents: 90_00, openCreditCents: -30_00 },
    });
    const back = await at.bounce(ids.check, "2026-04-01", 25_00);
    expect(back.releasedEarmarks).toEqual(["patio"]);
    expect(await figures()).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 115_00, credit: 0, net: 115_00 });
    const [stand] = await standsOn(business, kept, ["2026-04-01"]);
    expect(stand?.business).toMatchObject({ current: 25_00, d61_90: 90_00 });
  });

  test("from what it settled there, which is owed again", async () => {
    const later = await there.invoice(70_00, "2026-02-01", { dueOn: "2026-02-15" });
    await merge();
    const [moved] = await business.read(({ tx }) =>
      tx.execute<{ id: number }>(
        sql`select id from books.credits where account_id = ${kept.accountId}::uuid`,
      ),
    );
    await there.apply(moved?.id ?? 0, later.eventId, { amount: 30_00, on: "2026-03-02" });
    expect((await preview(ids.check)).returned).toMatchObject({
      owedAgain: [
        { eventId: ids.settled, amountCents: 90_00 },
        { eventId: later.eventId, amountCents: 30_00 },
      ],
      effect: { openItemsCents: 120_00, openCreditCents: 0 },
    });
    await at.bounce(ids.check, "2026-03-01");
    expect(await figuresOf(business, kept)).toMatchObject({ items: 160_00, credit: 0 });
    expect((await standsOn(business, kept, ["2026-03-02"]))[0]?.open).toMatchObject({
      [later.eventId]: 70_00,
    });
  });

  test("what of it was refunded there is owed", async () => {
    await merge();
    await there.refund(10_00, "2026-03-02");
    expect((await preview(ids.check)).returned).toMatchObject({ debtCents: 10_00 });
    await at.bounce(ids.check, "2026-04-01");
    expect(await figures()).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 100_00, credit: 0 });
  });

  test("through two merges, used on the way", async () => {
    const third = await business.customer("Greenleaf Group", { number: "C-3" }).write();
    const bill = await there.invoice(12_00, "2026-01-15");
    await merge();
    const [moved] = await business.read(({ tx }) =>
      tx.execute<{ id: number }>(
        sql`select id from books.credits where account_id = ${kept.accountId}::uuid`,
      ),
    );
    await there.apply(moved?.id ?? 0, bill.eventId, { amount: 12_00, on: "2026-03-01" });
    await there.refund(8_00, "2026-03-01");
    await merge(kept, third, "2026-03-02");
    expect(await figuresOf(business, third)).toMatchObject({ items: 0, credit: 10_00 });
    await at.bounce(ids.check, "2026-04-01");
    expect([await figures(), await figuresOf(business, kept)]).toEqual([NOTHING, NOTHING]);
    expect(await figuresOf(business, third)).toMatchObject({ items: 110_00, credit: 0 });
    expect((await standsOn(business, third, ["2026-04-01"]))[0]?.net).toBe(110_00);
  });

  test("goes back with the merge when that is reversed, and leaves no credit of a check that bounced", async () => {
    const { mergeId } = await merge();
    await at.bounce(ids.check, "2026-04-01", 25_00);
    await reverseMergeOf(mergeId);
    expect(await figures()).toMatchObject({ items: 90_00, credit: 0 });
    expect(await figuresOf(business, kept)).toMatchObject({ items: 25_00, credit: 0 });
  });

  test("one that was refunded and returned before the merge, its refund reversed after it", async () => {
    const refund = await at.refund(30_00, "2026-01-11");
    await at.bounce(ids.check, "2026-01-12");
    await merge();
    expect(await figuresOf(business, kept)).toMatchObject({ items: 120_00 });
    await at.reverse(refund.eventId, "2026-04-01");
    expect(await figures()).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 120_00, credit: 30_00, net: 90_00 });
  });
});
