// Two customers turn out to be one: what one account has open moves to the other, line by line, and can be reversed
// whole. Nothing is gained or lost between them, on any day.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, instant, journalOf, standsOn, type Desk } from "../testing/desk.ts";
import { reverseTransfer, transferAccount } from "./transfers.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let twin: Account;
let kept: Account;
let at: Desk;
let ids: { old: number; late: number; paid: number; heldOn: string };
const DAYS = ["2026-01-31", "2026-02-28", "2026-03-01", "2026-06-30"];

beforeEach(async () => {
  business = await freshBusiness();
  twin = await business.customer("Greenleaf Inc").write();
  kept = await business.customer("Greenleaf").invoice("7.00", "2026-01-02").write();
  at = desk(business, twin);
  const old = await at.invoice(100_00, "2026-01-05", { dueOn: "2026-01-20" });
  const late = await at.invoice(60_00, "2026-02-05", { retainage: 6_00 });
  const paid = await at.pay(90_00, "2026-02-10", [[old.eventId, 30_00]]);
  await at.earmark(40_00, "patio");
  ids = { old: old.eventId, late: late.eventId, paid: paid.eventId, heldOn: late.invoiceId };
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const transfer = (from: Account, to: Account, on = "2026-03-01") =>
  business.change((books) =>
    transferAccount(books, {
      fromAccountId: from.accountId,
      toAccountId: to.accountId,
      on: day(on),
      reason: "",
    }),
  );
const back = (eventIds: number[], on = "2026-04-01") =>
  business.change((books) => reverseTransfer(books, { eventIds, on: day(on), reason: "" }));
const both = async (knownAt: string | null = null) => ({
  twin: await standsOn(business, twin, DAYS, knownAt),
  kept: await standsOn(business, kept, DAYS, knownAt),
});
const TOTAL = { items: 131_00, credit: 60_00, net: 71_00, retained: 6_00 };
const NOTHING = { items: 0, credit: 0, net: 0, earmarked: 0, retained: 0 };

test("items keep their dates, credits and retainage come along, earmarks are released, the business's figures stay", async () => {
  const before = await both();
  const known = await instant(business);
  const { eventIds, releasedEarmarks } = await transfer(twin, kept);
  expect([eventIds.length, releasedEarmarks]).toEqual([8, ["patio"]]);
  expect(await figuresOf(business, twin)).toEqual(NOTHING);
  expect(await figuresOf(business, kept)).toEqual({ ...TOTAL, earmarked: 0 });
  const after = await both();
  expect(after.twin.slice(0, 2)).toEqual(before.twin.slice(0, 2));
  expect(after.kept.slice(0, 2)).toEqual(before.kept.slice(0, 2));
  // 70.00 due on 20 January and 54.00 due on 7 March, as before, on the other account.
  expect(after.kept[3]?.aging).toMatchObject({
    d91: 77_00 + 54_00,
    unappliedCents: 60_00,
    retainedCents: 6_00,
  });
  expect(after.kept.map((stand) => stand.business)).toEqual(before.kept.map((stand) => stand.business));
  expect(await both(known)).toEqual(before);
  const { transfers, ...rest } = await journalOf(business, eventIds);
  expect([transfers, rest]).toEqual([undefined, {}]);
});

test("reversed it is as if it never was, from that day on", async () => {
  const before = await both();
  const { eventIds } = await transfer(twin, kept);
  await back(eventIds, "2026-03-01");
  const after = await both();
  const figures = ({ aging, net, top, open }: (typeof after.twin)[0]) => ({ aging, net, top, open });
  expect(after.twin.map(figures)).toEqual(before.twin.map(figures));
  expect(after.kept.map(figures)).toEqual(before.kept.map(figures));
  await expect(back(eventIds)).rejects.toMatchObject({ code: "reversed-before" });
  await transfer(twin, kept, "2026-05-01");
  expect(await figuresOf(business, kept)).toMatchObject(TOTAL);
});

test("only whole: one side, one pair, or halves of two transfers are refused", async () => {
  const { eventIds } = await transfer(twin, kept);
  const again = await transfer(kept, twin);
  await expect(at.reverse(eventIds[0] ?? 0, "2026-04-01")).rejects.toMatchObject({
    code: "reversed-in-pairs",
  });
  await expect(back(eventIds.slice(0, 2))).rejects.toMatchObject({ code: "reversed-in-pairs" });
  await expect(back([eventIds[0] ?? 0, again.eventIds[1] ?? 0])).rejects.toMatchObject({
    code: "reversed-in-pairs",
  });
  await expect(back([ids.old, ids.late])).rejects.toMatchObject({ code: "not-found" });
  await back(again.eventIds);
  await back(eventIds);
  expect(await figuresOf(business, kept)).toMatchObject({ items: 7_00, credit: 0 });
});

test("what was settled there goes back unsettled; earmarks there are released", async () => {
  const { eventIds } = await transfer(twin, kept);
  const there = desk(business, kept);
  const [stand] = await standsOn(business, kept, ["2026-03-01"]);
  const moved =
    Object.keys(stand?.open ?? {})
      .map(Number)
      .at(0) ?? 0;
  await there.pay(20_00, "2026-03-02", "oldest-first");
  await there.earmark(60_00, "deck");
  expect(moved).toBeGreaterThan(0);
  const { releasedEarmarks } = await back(eventIds);
  expect(releasedEarmarks).toEqual(["deck"]);
  expect(await figuresOf(business, twin)).toMatchObject({ items: 124_00, credit: 60_00, retained: 6_00 });
  // 7.00 of it was theirs all along and stays settled or open, as the oldest debts came.
  expect(await figuresOf(business, kept)).toMatchObject({ net: -13_00, retained: 0 });
});

test("what the moved credit settled of the moved debts there is unsettled once, not once for each side", async () => {
  const { eventIds } = await transfer(twin, kept);
  const moved = await business.read(({ tx }) =>
    tx.execute<{ item: number; credit: number }>(sql`
      select min(i.id) as item, min(c.id) as credit from books.items i, books.credits c
      where i.kind = 'transfer-in' and c.kind = 'transfer-in'`),
  );
  const { item = 0, credit = 0 } = moved[0] ?? {};
  await desk(business, kept).apply(credit, item, { amount: 5_00, on: "2026-03-02" });
  await back(eventIds);
  expect(await figuresOf(business, twin)).toMatchObject({ items: 124_00, credit: 60_00, retained: 6_00 });
  expect(await figuresOf(business, kept)).toMatchObject({ items: 7_00, credit: 0, retained: 0 });
});

test("a transfer of thousands of events isn't too long to be looked for", async () => {
  const thousands = Array.from({ length: 4002 }, (_, n) => 1_000_000_000 + n);
  await expect(back(thousands)).rejects.toMatchObject({ code: "not-found" });
});

test("what was refunded there can't be reversed", async () => {
  const { eventIds } = await transfer(twin, kept);
  await desk(business, kept).refund(10_00, "2026-03-05");
  await expect(back(eventIds)).rejects.toMatchObject({ code: "used-since" });
});

test("retainage is billed where it went", async () => {
  await transfer(twin, kept);
  await expect(at.release(ids.heldOn, 1_00, "2026-04-01")).rejects.toMatchObject({
    code: "retainage-released",
  });
  await desk(business, kept).release(ids.heldOn, 6_00, "2026-04-01");
  expect(await figuresOf(business, kept)).toMatchObject({ items: 137_00, retained: 0 });
});

test("to itself, to nowhere, before the items were there, with nothing open", async () => {
  const nowhere = { ...kept, accountId: "00000000-0000-4000-8000-000000000000" };
  await expect(transfer(twin, twin)).rejects.toMatchObject({ code: "not-found" });
  await expect(transfer(twin, nowhere)).rejects.toMatchObject({ code: "not-found" });
  await expect(transfer(twin, kept, "2026-01-31")).rejects.toMatchObject({ code: "out-of-turn" });
  const empty = await business.customer("Empty").write();
  expect(await transfer(empty, kept)).toEqual({ eventIds: [], releasedEarmarks: [] });
});

test("two at once in opposite directions: both are done, one after the other", async () => {
  const results = await Promise.allSettled([transfer(twin, kept), transfer(kept, twin)]);
  expect(results.map((each) => each.status)).toEqual(["fulfilled", "fulfilled"]);
  const figures = [await figuresOf(business, twin), await figuresOf(business, kept)];
  expect(new Set(figures.map((each) => each?.net))).toEqual(new Set([0, 71_00]));
});
