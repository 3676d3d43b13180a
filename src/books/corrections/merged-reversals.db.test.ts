// What comes back after two customers were merged: a check that bounces and an invoice that is voided on the account
// that is gone stand on the one that stays, and reversing the merge reverses them with the rest.
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readReversalPreview } from "./reversal-preview.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { mergeInto, partAgain } from "../testing/merging.ts";
import { returnPayment } from "./returned-payments.ts";
import { desk, figuresOf, standsOn, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let twin: Account;
let kept: Account;
let at: Desk;
let ids: { settled: number; settledId: string; partly: number; check: number; second: number };

beforeEach(async () => {
  business = await freshBusiness();
  twin = await business.customer("Greenleaf Inc", { number: "C-2" }).write();
  kept = await business.customer("Greenleaf", { number: "C-1" }).invoice("7.00", "2026-01-02").write();
  at = desk(business, twin);
  const settled = await at.invoice(100_00, "2026-01-05", { dueOn: "2026-01-20", number: "INV-1" });
  const partly = await at.invoice(60_00, "2026-01-06", { dueOn: "2026-02-20", number: "INV-2" });
  const check = await at.pay(120_00, "2026-01-10", [
    [settled.eventId, 100_00],
    [partly.eventId, 20_00],
  ]);
  const second = await at.memo(5_00, "2026-01-11", [[partly.eventId, 5_00]]);
  ids = {
    settled: settled.eventId,
    settledId: settled.invoiceId,
    partly: partly.eventId,
    check: check.eventId,
    second: second.eventId,
  };
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const merge = (from = twin, into = kept, on?: string) => mergeInto(business, [from, into], { on });
const reverse = (mergeId: string, on = "2026-05-01") => partAgain(business, mergeId, on);
const NOTHING = { items: 0, credit: 0, net: 0, earmarked: 0, retained: 0 };

describe("a check that bounces after the merge", () => {
  test("is owed again by the one that stays, with its dates, and the fee with it", async () => {
    await merge();
    const { account, effect } = await business.read((books) => readReversalPreview(books, ids.check));
    expect(account).toMatchObject({ accountId: kept.accountId, figures: { balanceCents: 42_00 } });
    expect(effect).toMatchObject({ openItemsCents: 120_00, openCreditCents: 0 });
    const given = { eventId: ids.check, returnedOn: day("2026-04-01"), feeCents: cents(25_00), reason: "" };
    await expect(
      business.change((books) => returnPayment(books, { ...given, seenSeq: account.seenSeq + 1 })),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    await business.change((books) => returnPayment(books, { ...given, seenSeq: account.seenSeq }));
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 187_00, credit: 0, net: 187_00 });
    // 100.00 due in January, 35.00 + 20.00 in February, 7.00 from before, the fee of 25.00 due on 1 April.
    const [before, after] = await standsOn(business, kept, ["2026-03-31", "2026-04-01"]);
    expect(before?.business).toMatchObject({ d61_90: 0, d31_60: 42_00 });
    expect(after?.business).toMatchObject({ current: 25_00, d31_60: 62_00, d61_90: 100_00 });
    await expect(at.bounce(ids.check, "2026-04-02")).rejects.toMatchObject({ code: "reversed-before" });
  });

  test("goes back with the merge when that is reversed", async () => {
    const { mergeId } = await merge();
    await at.bounce(ids.check, "2026-04-01", 25_00);
    await reverse(mergeId);
    expect(await figuresOf(business, twin)).toMatchObject({ items: 155_00, credit: 0 });
    expect(await figuresOf(business, kept)).toMatchObject({ items: 32_00, credit: 0 });
    await at.pay(155_00, "2026-05-02", "oldest-first");
    await merge(twin, kept, "2026-05-03");
    expect(await figuresOf(business, kept)).toMatchObject({ items: 32_00, credit: 0 });
  });

  test("what was paid again and given back in money holds the merge", async () => {
    const { mergeId } = await merge();
    await at.reverse(ids.settled, "2026-04-01");
    await desk(business, kept).refund(100_00, "2026-04-02");
    await expect(reverse(mergeId)).rejects.toMatchObject({ code: "used-since" });
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
  });

  test("moves on with every merge, and back with each", async () => {
    const third = await business
      .customer("Greenleaf Ltd", { number: "C-3" })
      .invoice("1.00", "2026-01-02")
      .write();
    const first = await merge();
    const second = await merge(kept, third, "2026-03-02");
    await at.bounce(ids.check, "2026-04-01", 25_00);
    expect([await figuresOf(business, twin), await figuresOf(business, kept)]).toEqual([NOTHING, NOTHING]);
    expect(await figuresOf(business, third)).toMatchObject({ items: 188_00 });
    await expect(reverse(first.mergeId)).rejects.toMatchObject({ code: "used-since" });
    await reverse(second.mergeId);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 162_00 });
    expect(await figuresOf(business, third)).toMatchObject({ items: 26_00 });
    await reverse(first.mergeId);
    expect(await figuresOf(business, twin)).toMatchObject({ items: 155_00 });
    expect(await figuresOf(business, kept)).toMatchObject({ items: 7_00 });
  });
});

describe("what is voided after the merge", () => {
  test("leaves what had paid it as credit of the one that stays", async () => {
    await merge();
    await at.reverse(ids.settled, "2026-04-01");
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 42_00, credit: 100_00, net: -58_00 });
    await desk(business, kept).refund(100_00, "2026-04-02");
  });

  test("is refused where part of it was moved", async () => {
    const held = await at.invoice(30_00, "2026-02-01", { retainage: 3_00 });
    await at.pay(27_00, "2026-02-02", [[held.eventId, 27_00]]);
    await merge();
    for (const eventId of [ids.partly, held.eventId]) {
      const { stays } = await business.read((books) => readReversalPreview(books, eventId));
      expect(stays).toBe("used-since");
      await expect(at.reverse(eventId, "2026-04-01")).rejects.toMatchObject({ code: "used-since" });
    }
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
  });

  test("a release of what was held back holds it back again, there", async () => {
    const held = await at.invoice(30_00, "2026-02-01", { retainage: 3_00 });
    const freed = await at.release(held.invoiceId, 3_00, "2026-02-02");
    await at.pay(3_00, "2026-02-03", [[freed.eventId, 3_00]]);
    await merge();
    await at.reverse(freed.eventId, "2026-04-01");
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ items: 69_00, credit: 3_00, retained: 3_00 });
  });

  test("two at once on one that is being merged: each waits, and none is lost", async () => {
    const outcomes = await Promise.allSettled([
      merge(),
      at.bounce(ids.check, "2026-04-01"),
      at.reverse(ids.second, "2026-04-01"),
    ]);
    const done = outcomes.map((each) => each.status === "fulfilled");
    expect(done[0]).toBe(true);
    const total = 42_00 + (done[1] ? 120_00 : 0) + (done[2] ? 5_00 : 0);
    expect(await figuresOf(business, twin)).toEqual(NOTHING);
    expect(await figuresOf(business, kept)).toMatchObject({ net: total });
  });
});
