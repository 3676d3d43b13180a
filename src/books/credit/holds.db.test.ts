// Holds that come by themselves: from the day on which something has been due for too long, until it is paid, whatever
// happens at the same moment.
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { canCharge } from "@/domain/ledger/account.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import { readAccount } from "../ledger/accounts.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { newIds } from "../new-ids.ts";
import { ON, creditScene } from "../testing/credit-scene.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk } from "../testing/desk.ts";
import { listCreditCustomers, totalCreditCustomers } from "./credit-customers.ts";

const { the, hold, decide } = creditScene();

const can = async ({ customerId } = the.greenleaf) => {
  const { figures, credit } = await the.business.read((books) => readAccount(books, customerId));
  return canCharge(figures, credit);
};
/** Due on May 1: 60 days past due on June 30. */
const overdue = (amount = 10_00) => the.at.invoice(amount, "2026-04-01", { dueOn: "2026-05-01" });
const HELD = { kind: "refused", because: "held-for-age", about: { daysPastDue: 60, afterDays: 60 } };

test("from the day on which it is that late; paid in part it holds, paid it doesn't, and reopened it does again", async () => {
  const { eventId } = await overdue();
  await hold({ after: 61 });
  expect(await can()).toMatchObject({ kind: "amount" });
  await the.at.charge(1_00, ON);
  await hold({ after: 60 });
  expect(await can()).toEqual(HELD);
  await expect(the.at.charge(1_00, ON)).rejects.toMatchObject({
    code: "charging-refused",
    details: { because: "held-for-age", about: { daysPastDue: 60, afterDays: 60 } },
  });
  await the.at.pay(9_99, ON, [[eventId, 9_99]]);
  expect(await can()).toEqual(HELD);
  const { eventId: paid } = await the.at.pay(1, ON, [[eventId, 1]]);
  await the.at.charge(1_00, ON);
  await the.at.reverse(paid, ON);
  expect(await can()).toEqual(HELD);
});

test("past every verb, the database says no as well, to the day", async () => {
  await overdue();
  await hold({ after: 60 });
  const sneak = (on: string) =>
    the.business.change(async (books) => {
      // Whoever reads no policy asks nothing: only the guard is left.
      const place = await reserveEvent(books, { accountId: the.greenleaf.accountId, on: day(on) });
      const [invoiceId = ""] = await newIds(books, 1);
      const facts = { invoiceId, dueOn: day(on), subtotalCents: cents(1_00), taxCents: cents(0) };
      await post(books, [postInvoice(place, facts)], { gated: true, overrideId: null });
      throw new Error("nothing of it stays");
    });
  await expect(sneak(ON)).rejects.toMatchObject({ code: "over-limit" });
  await expect(sneak("2026-06-29")).rejects.toThrow("nothing of it stays");
});

test("an exempt account isn't held, and a hold by hand says its reason", async () => {
  await overdue();
  await hold({ after: 60, over: cents(0) });
  await decide({ holdExempt: true });
  await the.at.charge(1_00, ON);
  await decide({ status: "hold" });
  expect(await can()).toEqual({ kind: "refused", because: "hold", about: { reason: "Check came back" } });
  await decide({ status: "good", limit: { kind: "limit", limitCents: cents(5_00) } });
  expect(await can()).toEqual({ kind: "amount", amountCents: 0 });
});

test("so much above the limit holds, and paid down to it releases", async () => {
  await hold({ over: cents(50_00) });
  await the.at.invoice(550_00, "2026-06-01");
  expect(await can()).toEqual({ kind: "amount", amountCents: 0 });
  await the.at.invoice(1, "2026-06-01");
  expect(await can()).toEqual({ kind: "refused", because: "held-over", about: { overCents: 50_01 } });
  await the.at.pay(1, ON, "oldest-first");
  expect(await can()).toEqual({ kind: "amount", amountCents: 0 });
});

test("what is paid on the same receipt releases it for the charge behind", async () => {
  await overdue(10_00);
  await hold({ after: 60 });
  const till = counter(the.business, the.greenleaf);
  const sell = (onAccount: number) =>
    till.sell(
      [line("Stone", "1", "5", { taxable: false })],
      [paidBy("house-charge", 5_00), ...(onAccount ? [paidBy("cash", onAccount)] : [])],
      { onAccount },
    );
  await expect(sell(0)).rejects.toMatchObject({ code: "charging-refused" });
  await expect(sell(9_99)).rejects.toMatchObject({ code: "charging-refused" });
  expect((await sell(10_00)).houseCharge).not.toBeNull();
});

test("a parent that is held for age holds the children that charge on its limit", async () => {
  const child = await the.business.customer("North", { addressLines: ["2 Elm St"] }).write();
  await the.business.change((books) =>
    chooseParent(
      books,
      { customerId: child.customerId, parentId: the.greenleaf.customerId },
      { mayLimit: true },
    ),
  );
  await the.business.change((books) =>
    shareLimit(books, { customerId: the.greenleaf.customerId, shares: true }),
  );
  await decide({ chargingAllowed: true }, child);
  await desk(the.business, child).charge(1_00, ON);
  const { eventId } = await overdue();
  await hold({ after: 60 });
  await expect(desk(the.business, child).charge(1_00, ON)).rejects.toMatchObject({
    details: { because: "parent-on-hold" },
  });
  await the.at.pay(10_00, ON, [[eventId, 10_00]]);
  await desk(the.business, child).charge(1_00, ON);
});

test("the list of credit customers knows who is held, how late, and why", async () => {
  await overdue();
  const other = await the.business
    .customer("By hand", { limitCents: cents(100_00), addressLines: ["x"] })
    .write();
  await decide({ status: "hold" }, other);
  await hold({ after: 60 });
  const { rows } = await the.business.read((books) => listCreditCustomers(books, { show: "stopped" }));
  expect(rows.map(({ name, heldForAge, holdReason }) => [name, heldForAge, holdReason])).toEqual([
    ["By hand", null, "Check came back"],
    ["Greenleaf", { daysPastDue: 60, afterDays: 60 }, null],
  ]);
  const totals = await the.business.read((books) => totalCreditCustomers(books, { show: "stopped" }));
  expect(totals).toMatchObject({ count: 2, availableCents: 0 });
});

describe("at the same moment", () => {
  const seqs = async (where: ReturnType<typeof sql>) =>
    (
      await the.business.read(({ tx }) =>
        tx.execute<{ seq: number }>(sql`select seq from books.events where ${where} order by seq`),
      )
    ).map(({ seq }) => seq);
  const crowd = async (first: () => Promise<unknown>) => {
    const charges = Array.from({ length: 24 }, () => () => the.at.charge(1, ON));
    const works = [...charges.slice(0, 8), first, ...charges.slice(8)];
    const results = await Promise.allSettled(works.map((work) => work()));
    return results.flatMap((each) =>
      each.status === "rejected" ? [(each.reason as { code?: string }).code] : [],
    );
  };

  test("paid while others charge: none passes before it, and none is refused after it", async () => {
    const { eventId } = await overdue();
    await hold({ after: 60 });
    const refused = await crowd(() => the.at.pay(10_00, ON, [[eventId, 10_00]]));
    expect(new Set(refused).difference(new Set(["charging-refused"]))).toEqual(new Set());
    const [paidAt = 0] = await seqs(sql`kind = 'payment'`);
    const passed = await seqs(sql`gated`);
    expect(passed.every((seq) => seq > paidAt)).toBe(true);
    expect(passed.length + refused.length).toBe(24);
    await the.at.charge(1, ON);
  });

  test("reopened while others charge: none passes after it", async () => {
    const { eventId } = await overdue();
    const { eventId: paid } = await the.at.pay(10_00, ON, [[eventId, 10_00]]);
    await hold({ after: 60 });
    const refused = await crowd(() => the.at.reverse(paid, ON));
    const codes = new Set(["charging-refused", "over-limit"]);
    expect(new Set(refused).difference(codes)).toEqual(new Set());
    const [reversedAt = 0] = await seqs(sql`kind = 'reversal' or reverses is not null`);
    expect((await seqs(sql`gated`)).every((seq) => seq < reversedAt)).toBe(true);
    await expect(the.at.charge(1, ON)).rejects.toMatchObject({ code: "charging-refused" });
  });
});
