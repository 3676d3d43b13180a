// Holds that come by themselves: from the day on which something has been due for too long, until it is paid, whatever
// happens at the same moment.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import { day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { changeHolds, readSettings } from "../business/settings.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import { readAccount } from "../ledger/accounts.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { newIds } from "../new-ids.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, type Desk } from "../testing/desk.ts";
import { readCreditAccount } from "./credit-account.ts";
import { changeCredit } from "./credit-changes.ts";
import { listCreditCustomers, totalCreditCustomers } from "./credit-customers.ts";

const ON = "2026-06-30";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness({ today: day(ON) });
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type Policy = { after?: number; over?: Cents };
async function hold({ after, over }: Policy): Promise<void> {
  const { version } = await business.read(readSettings);
  const policy = {
    version,
    holdAfterDays: after ?? null,
    holdOverCents: over ?? null,
    approveAboveCents: null,
    invoicePolicy: "warn" as const,
  };
  await business.change((books) => changeHolds(books, policy, { mayLoosen: true }));
}
async function decide(more: object, account = greenleaf): Promise<void> {
  const { decided } = await business.read((books) => readCreditAccount(books, account.customerId));
  const change = { accountId: account.accountId, terms: { ...decided, ...more }, seen: decided };
  await business.change((books) => changeCredit(books, { ...change, reason: "Check came back" }));
}
const can = async ({ customerId } = greenleaf) => {
  const { figures, credit } = await business.read((books) => readAccount(books, customerId));
  return canCharge(figures, credit);
};
/** Due on May 1: 60 days past due on June 30. */
const overdue = (amount = 10_00) => at.invoice(amount, "2026-04-01", { dueOn: "2026-05-01" });
const HELD = { kind: "refused", because: "held-for-age", about: { daysPastDue: 60, afterDays: 60 } };

test("from the day on which it is that late; paid in part it holds, paid it doesn't, and reopened it does again", async () => {
  const { eventId } = await overdue();
  await hold({ after: 61 });
  expect(await can()).toMatchObject({ kind: "amount" });
  await at.charge(1_00, ON);
  await hold({ after: 60 });
  expect(await can()).toEqual(HELD);
  await expect(at.charge(1_00, ON)).rejects.toMatchObject({
    code: "charging-refused",
    details: { because: "held-for-age", about: { daysPastDue: 60, afterDays: 60 } },
  });
  await at.pay(9_99, ON, [[eventId, 9_99]]);
  expect(await can()).toEqual(HELD);
  const { eventId: paid } = await at.pay(1, ON, [[eventId, 1]]);
  await at.charge(1_00, ON);
  await at.reverse(paid, ON);
  expect(await can()).toEqual(HELD);
});

test("past every verb, the database says no as well, to the day", async () => {
  await overdue();
  await hold({ after: 60 });
  const sneak = (on: string) =>
    business.change(async (books) => {
      // Whoever reads no policy asks nothing: only the guard is left.
      const place = await reserveEvent(books, { accountId: greenleaf.accountId, on: day(on) });
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
  await at.charge(1_00, ON);
  await decide({ status: "hold" });
  expect(await can()).toEqual({ kind: "refused", because: "hold", about: { reason: "Check came back" } });
  await decide({ status: "good", limit: { kind: "limit", limitCents: cents(5_00) } });
  expect(await can()).toEqual({ kind: "amount", amountCents: 0 });
});

test("so much above the limit holds, and paid down to it releases", async () => {
  await hold({ over: cents(50_00) });
  await at.invoice(550_00, "2026-06-01");
  expect(await can()).toEqual({ kind: "amount", amountCents: 0 });
  await at.invoice(1, "2026-06-01");
  expect(await can()).toEqual({ kind: "refused", because: "held-over", about: { overCents: 50_01 } });
  await at.pay(1, ON, "oldest-first");
  expect(await can()).toEqual({ kind: "amount", amountCents: 0 });
});

test("what is paid on the same receipt releases it for the charge behind", async () => {
  await overdue(10_00);
  await hold({ after: 60 });
  const till = counter(business, greenleaf);
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
  const child = await business.customer("North", { addressLines: ["2 Elm St"] }).write();
  await business.change((books) =>
    chooseParent(books, { customerId: child.customerId, parentId: greenleaf.customerId }, { mayLimit: true }),
  );
  await business.change((books) => shareLimit(books, { customerId: greenleaf.customerId, shares: true }));
  await decide({ chargingAllowed: true }, child);
  await desk(business, child).charge(1_00, ON);
  const { eventId } = await overdue();
  await hold({ after: 60 });
  await expect(desk(business, child).charge(1_00, ON)).rejects.toMatchObject({
    details: { because: "parent-on-hold" },
  });
  await at.pay(10_00, ON, [[eventId, 10_00]]);
  await desk(business, child).charge(1_00, ON);
});

test("the list of credit customers knows who is held, how late, and why", async () => {
  await overdue();
  const other = await business
    .customer("By hand", { limitCents: cents(100_00), addressLines: ["x"] })
    .write();
  await decide({ status: "hold" }, other);
  await hold({ after: 60 });
  const { rows } = await business.read((books) => listCreditCustomers(books, { show: "stopped" }));
  expect(rows.map(({ name, heldForAge, holdReason }) => [name, heldForAge, holdReason])).toEqual([
    ["By hand", null, "Check came back"],
    ["Greenleaf", { daysPastDue: 60, afterDays: 60 }, null],
  ]);
  const totals = await business.read((books) => totalCreditCustomers(books, { show: "stopped" }));
  expect(totals).toMatchObject({ count: 2, availableCents: 0 });
});

describe("at the same moment", () => {
  const seqs = async (where: ReturnType<typeof sql>) =>
    (
      await business.read(({ tx }) =>
        tx.execute<{ seq: number }>(sql`select seq from books.events where ${where} order by seq`),
      )
    ).map(({ seq }) => seq);
  const crowd = async (first: () => Promise<unknown>) => {
    const charges = Array.from({ length: 24 }, () => () => at.charge(1, ON));
    const works = [...charges.slice(0, 8), first, ...charges.slice(8)];
    const results = await Promise.allSettled(works.map((work) => work()));
    return results.flatMap((each) =>
      each.status === "rejected" ? [(each.reason as { code?: string }).code] : [],
    );
  };

  test("paid while others charge: none passes before it, and none is refused after it", async () => {
    const { eventId } = await overdue();
    await hold({ after: 60 });
    const refused = await crowd(() => at.pay(10_00, ON, [[eventId, 10_00]]));
    expect(new Set(refused).difference(new Set(["charging-refused"]))).toEqual(new Set());
    const [paidAt = 0] = await seqs(sql`kind = 'payment'`);
    const passed = await seqs(sql`gated`);
    expect(passed.every((seq) => seq > paidAt)).toBe(true);
    expect(passed.length + refused.length).toBe(24);
    await at.charge(1, ON);
  });

  test("reopened while others charge: none passes after it", async () => {
    const { eventId } = await overdue();
    const { eventId: paid } = await at.pay(10_00, ON, [[eventId, 10_00]]);
    await hold({ after: 60 });
    const refused = await crowd(() => at.reverse(paid, ON));
    const codes = new Set(["charging-refused", "over-limit"]);
    expect(new Set(refused).difference(codes)).toEqual(new Set());
    const [reversedAt = 0] = await seqs(sql`kind = 'reversal' or reverses is not null`);
    expect((await seqs(sql`gated`)).every((seq) => seq < reversedAt)).toBe(true);
    await expect(at.charge(1, ON)).rejects.toMatchObject({ code: "charging-refused" });
  });
});
