// A payment that is entered late counts from the day it came: it settles what no later day needs, oldest first, and
// the rest of it is open credit. Only what somebody chose is refused.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, standsOn, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let first: number;

/** An invoice of 100.00, settled in March, and open again since May. */
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
  first = (await at.invoice(100_00, "2026-01-10")).eventId;
  const paid = await at.pay(70_00, "2026-03-01", [[first, 70_00]]);
  await at.unApply(paid.eventId, first, "2026-05-01");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const openOn = async (day: string) => (await standsOn(business, greenleaf, [day]))[0]?.open;

test.each([
  ["before it was settled", "2026-02-01", 30_00],
  ["on the day it was settled", "2026-03-01", 30_00],
  ["while it was settled", "2026-04-30", 30_00],
  ["on the day it was open again", "2026-05-01", 80_00],
  ["today", "2026-06-30", 80_00],
])(
  "%s: what that day and every later one had to settle, and the rest is credit",
  async (_when, on, settles) => {
    const paid = await at.pay(80_00, on, "oldest-first");
    expect(paid.applied).toEqual([{ itemId: first, amountCents: settles }]);
    expect(paid.creditCents).toBe(80_00 - settles);
    expect(await figuresOf(business, greenleaf)).toMatchObject({
      items: 100_00 - settles,
      credit: 70_00 + 80_00 - settles,
    });
  },
);

test("what is full on that day is passed over, and the next debt is settled", async () => {
  await at.pay(30_00, "2026-03-15", [[first, 30_00]]);
  const second = (await at.invoice(50_00, "2026-02-20")).eventId;
  const paid = await at.pay(60_00, "2026-04-01", "oldest-first");
  expect(paid.applied).toEqual([{ itemId: second, amountCents: 50_00 }]);
  expect(await openOn("2026-04-01")).toEqual({});
  expect(await openOn("2026-05-01")).toEqual({ [first]: 70_00 });
});

test("several late payments share what is left, to the cent", async () => {
  await at.pay(20_00, "2026-02-10", "oldest-first");
  const paid = await at.pay(20_00, "2026-02-05", "oldest-first");
  expect(paid.applied).toEqual([{ itemId: first, amountCents: 10_00 }]);
  expect((await at.pay(1, "2026-04-02", "oldest-first")).applied).toEqual([]);
});

test("what a person chose is refused, not changed", async () => {
  await expect(at.pay(80_00, "2026-02-01", [[first, 30_01]])).rejects.toMatchObject({ code: "out-of-turn" });
  await at.pay(80_00, "2026-02-01", [[first, 30_00]]);
});
