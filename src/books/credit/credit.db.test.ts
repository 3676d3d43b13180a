// Credit on an account: from where it comes, what it settles later, how it is given back, and what none of that may do.
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, journalOf, standsOn, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let first: number;
let second: number;
let paid: number;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
  first = (await at.invoice(100_00, "2026-01-10")).eventId;
  second = (await at.invoice(50_00, "2026-02-10")).eventId;
  paid = (await at.pay(120_00, "2026-02-01")).eventId;
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const figures = () => figuresOf(business, greenleaf);
const openOn = async (day: string) => (await standsOn(business, greenleaf, [day]))[0]?.open;

describe("applied later", () => {
  test("it moves no money: net stays, from its day on the item is the smaller", async () => {
    const { eventId } = await at.apply(paid, first, { amount: 70_00, on: "2026-03-01" });
    expect(await figures()).toMatchObject({ items: 80_00, credit: 50_00, net: 30_00 });
    expect(await openOn("2026-02-28")).toEqual({ [first]: 100_00, [second]: 50_00 });
    expect(await openOn("2026-03-01")).toEqual({ [first]: 30_00, [second]: 50_00 });
    expect(await journalOf(business, eventId)).toEqual({ receivable: -70_00, "customer-credit": 70_00 });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      "more than the item's rest",
      () => at.apply(paid, second, { amount: 50_01, on: "2026-03-01" }),
      "more-than-open",
    ],
    [
      "more than the credit's rest",
      () => at.apply(paid, first, { amount: 120_01, on: "2026-03-01" }),
      "more-than-open",
    ],
    [
      "before the item was there",
      () => at.apply(paid, second, { amount: 1, on: "2026-02-09" }),
      "out-of-turn",
    ],
    [
      "before the credit was there",
      () => at.apply(paid, first, { amount: 1, on: "2026-01-31" }),
      "out-of-turn",
    ],
    [
      "a credit that isn't there",
      () => at.apply(999_999, first, { amount: 1, on: "2026-03-01" }),
      "not-found",
    ],
    ["an item as a credit", () => at.apply(second, first, { amount: 1, on: "2026-03-01" }), "not-found"],
    ["in the future", () => at.apply(paid, first, { amount: 1, on: "2026-07-01" }), "date-in-future"],
  ])("%s is refused", async (_what, apply, code) => {
    await expect(apply()).rejects.toMatchObject({ code });
    expect(await figures()).toMatchObject({ items: 150_00, credit: 120_00 });
  });

  test("what is set aside is not for the taking", async () => {
    await at.earmark(100_00, "patio");
    await expect(at.apply(paid, first, { amount: 20_01, on: "2026-03-01" })).rejects.toMatchObject({
      code: "more-than-credit",
    });
    await at.apply(paid, first, { amount: 20_00, on: "2026-03-01" });
    await expect(at.earmark(1, "more")).rejects.toMatchObject({ code: "more-than-credit" });
  });

  test("another account's credit or debt is not found", async () => {
    const other = desk(business, await business.customer("Neighbour").write());
    const theirs = (await other.pay(10_00, "2026-02-01")).eventId;
    const debt = (await other.invoice(10_00, "2026-02-01")).eventId;
    await expect(at.apply(theirs, first, { amount: 1, on: "2026-03-01" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(at.apply(paid, debt, { amount: 1, on: "2026-03-01" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(at.pay(5_00, "2026-03-01", [[debt, 5_00]])).rejects.toMatchObject({ code: "not-found" });
    await expect(at.writeOff(debt, 1_00, "2026-03-01")).rejects.toMatchObject({ code: "not-found" });
  });

  test("a rest that an earlier day would not have had can't be used on that day", async () => {
    await at.apply(paid, first, { amount: 100_00, on: "2026-05-01" });
    // 20.00 is what the credit has left on every day from now on.
    await expect(at.apply(paid, second, { amount: 20_01, on: "2026-03-01" })).rejects.toMatchObject({
      code: "more-than-credit",
    });
    await at.apply(paid, second, { amount: 20_00, on: "2026-03-01" });
  });
});

describe("un-applied", () => {
  test("all that stands of one credit on one item, and only once", async () => {
    await at.apply(paid, first, { amount: 30_00, on: "2026-03-01" });
    await at.apply(paid, first, { amount: 40_00, on: "2026-03-02" });
    await at.unApply(paid, first, "2026-03-05");
    expect(await figures()).toMatchObject({ items: 150_00, credit: 120_00 });
    expect(await openOn("2026-03-04")).toMatchObject({ [first]: 30_00 });
    await expect(at.unApply(paid, first, "2026-03-06")).rejects.toMatchObject({ code: "nothing-applied" });
    await expect(at.unApply(paid, second, "2026-03-06")).rejects.toMatchObject({ code: "nothing-applied" });
  });

  test("not before it was applied", async () => {
    await at.apply(paid, first, { amount: 30_00, on: "2026-03-10" });
    await expect(at.unApply(paid, first, "2026-03-09")).rejects.toMatchObject({ code: "out-of-turn" });
  });

  test.each<[string, () => Promise<{ eventId: number }>]>([
    ["write-off", () => at.writeOff(first, 10_00, "2026-03-01")],
    ["discount", () => at.discount(first, 10_00, "2026-03-01")],
  ])("a %s is reversed, never un-applied into money that could be handed out", async (_what, give) => {
    const { eventId } = await give();
    await expect(at.unApply(eventId, first, "2026-03-02")).rejects.toMatchObject({ code: "reverse-instead" });
    await expect(at.reverse(first, "2026-03-02")).rejects.toMatchObject({ code: "used-since" });
    await at.reverse(eventId, "2026-03-02");
    await at.reverse(first, "2026-03-02");
    expect(await figures()).toMatchObject({ items: 50_00, credit: 120_00 });
  });
});

describe("a refund", () => {
  test("takes the oldest credit first, and says which earmarks were released, the newest first", async () => {
    const memo = await at.memo(15_00, "2026-03-01");
    await at.earmark(10_00, "oldest");
    await at.earmark(60_00, "middle");
    await at.earmark(20_00, "newest");
    const refund = await at.refund(60_00, "2026-03-10");
    expect(refund.releasedEarmarks).toEqual(["newest"]);
    expect(await figures()).toMatchObject({ items: 150_00, credit: 75_00, net: 75_00, earmarked: 70_00 });
    expect(await journalOf(business, refund.eventId)).toEqual({
      "customer-credit": 60_00,
      bank: -60_00,
    });
    // All of the payment's 60.00, then 10.00 of the memo's.
    expect((await at.refund(70_00, "2026-03-11")).releasedEarmarks.sort()).toEqual(["middle", "oldest"]);
    await expect(at.apply(memo.eventId, first, { amount: 5_01, on: "2026-03-12" })).rejects.toMatchObject({
      code: "more-than-credit",
    });
    await at.apply(memo.eventId, first, { amount: 5_00, on: "2026-03-12" });
  });

  test("of one payment only, up to its rest, never before it came", async () => {
    const later = (await at.pay(30_00, "2026-04-01")).eventId;
    await expect(at.refund(30_01, "2026-04-02", later)).rejects.toMatchObject({ code: "more-than-credit" });
    await expect(at.refund(1_00, "2026-03-31", later)).rejects.toMatchObject({ code: "more-than-credit" });
    await expect(at.refund(150_01, "2026-04-02")).rejects.toMatchObject({ code: "more-than-credit" });
    await at.refund(30_00, "2026-04-02", later);
    expect(await figures()).toMatchObject({ credit: 120_00 });
  });

  test("of credit that was applied on a later day is refused, whatever the day said then", async () => {
    await at.apply(paid, first, { amount: 100_00, on: "2026-05-01" });
    await expect(at.refund(20_01, "2026-03-01")).rejects.toMatchObject({ code: "more-than-credit" });
  });
});

test("a credit memo reverses the sale, and settles at once what it is told to", async () => {
  const memo = await at.memo(30_00, "2026-03-01", [[first, 20_00]]);
  expect(memo.number).toBe("CM-00001");
  expect(await figures()).toMatchObject({ items: 130_00, credit: 130_00 });
  expect(await journalOf(business, memo.eventId)).toEqual({
    revenue: 30_00,
    "customer-credit": -10_00,
    receivable: -20_00,
  });
  await expect(at.memo(30_00, "2026-03-01", [[first, 80_01]])).rejects.toMatchObject({
    code: "more-than-open",
  });
  await expect(at.memo(30_00, "2026-03-01", [[first, 30_01]])).rejects.toMatchObject({
    code: "more-than-paid",
  });
  await expect(at.memo(30_00, "2026-02-09", [[second, 1]])).rejects.toMatchObject({ code: "not-issued-yet" });
});
