// Credit decisions: a yes keeps the room, a no says why and what would help; what is kept is captured, released or expires,
// once, and expired room is back without anybody doing anything.
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { z } from "zod";
import { addBuyer, addOrder, setRule } from "../credit/charging-rules.ts";
import { NewBuyer, NewOrder } from "@/domain/credit/who-may-charge-input.ts";
import { NewCapture, NewDecision } from "@/domain/receipts/credit-decision.ts";
import { cents } from "@/domain/values/money.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import { readAccount } from "../ledger/accounts.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { createJob } from "../jobs/jobs.ts";
import { decideCredit } from "./credit-decisions.ts";
import {
  captureReservation,
  readDecision,
  readLiveReservations,
  releaseReservation,
} from "./reservations.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
const ON = "2026-06-30";

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(100_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type More = Partial<z.input<typeof NewDecision>>;
const ask = (amount: number, more: More = {}, key?: string) =>
  business.change(
    (books) =>
      decideCredit(
        books,
        inputOf(NewDecision, { customer: greenleaf.number, amountCents: cents(amount), ...more }),
      ),
    key,
  );
const capture = (decisionId: string, amount?: number) =>
  business.change((books) =>
    captureReservation(
      books,
      inputOf(NewCapture, { decisionId, ...(amount && { amountCents: cents(amount) }) }),
    ),
  );
const release = (decisionId: string) => business.change((books) => releaseReservation(books, { decisionId }));
const set = (change: string) =>
  business.change(({ tx }) =>
    tx.execute(sql.raw(`update books.accounts set ${change} where id = '${greenleaf.accountId}'`)),
  );
const reserved = async (account = greenleaf) =>
  (await business.read((books) => readAccount(books, account.customerId))).figures.reservedCents;

test("a yes keeps the room, with the figures it was given on", async () => {
  await at.invoice(30_00, "2026-06-01");
  expect(await ask(50_00)).toMatchObject({
    approved: true,
    because: null,
    reason: null,
    figures: { limitCents: 100_00, balanceCents: 30_00, reservedCents: 0, canChargeCents: 70_00 },
    expiresAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(await reserved()).toBe(50_00);
  await expect(at.charge(20_01, ON)).rejects.toMatchObject({ details: { canChargeCents: 20_00 } });
  await at.charge(20_00, ON);
});

test("a no is an answer with its reason and what would help, and is kept", async () => {
  await ask(80_00);
  const no = await ask(30_00);
  expect(no).toMatchObject({ approved: false, because: "over-limit", expiresAt: null });
  expect(no.reason).toBe("That is 10.00 above what this customer can charge, which is 20.00.");
  expect(no.wouldPass).toBe("A payment of 10.00, 10.00 more on the limit, or a charge of 20.00 at most.");
  expect(await business.read((books) => readDecision(books, no.decisionId))).toMatchObject({
    state: "refused",
    because: "over-limit",
    figures: { reservedCents: 80_00 },
  });
  await expect(capture(no.decisionId)).rejects.toMatchObject({ code: "not-found" });
  await set("status = 'hold'");
  expect(await ask(1_00)).toMatchObject({ because: "hold", wouldPass: "Take the account off hold." });
});

test("the same key gives the same answer and keeps the room once", async () => {
  const first = await ask(60_00, {}, "till-1-sale-77");
  expect(await ask(60_00, {}, "till-1-sale-77")).toEqual(first);
  expect(await reserved()).toBe(60_00);
});

test("a capture of a part makes the receipt and its invoice, and gives the rest back", async () => {
  const { decisionId } = await ask(60_00, { reference: "Web order 1001" });
  const done = await capture(decisionId, 45_00);
  expect(done).toMatchObject({
    capturedCents: 45_00,
    releasedCents: 15_00,
    houseCharge: { number: "INV-00001" },
  });
  expect(await reserved()).toBe(0);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 45_00 });
  expect(await business.read((books) => readDecision(books, decisionId))).toMatchObject({
    state: "captured",
    capturedCents: 45_00,
    receiptId: done.receiptId,
  });
  await expect(capture(decisionId)).rejects.toMatchObject({
    code: "captured-before",
    details: { receipt: done.number },
  });
  await expect(release(decisionId)).rejects.toMatchObject({ code: "captured-before" });
});

test("more than was reserved isn't captured, even with room for it, and a refused capture changes nothing", async () => {
  const { decisionId } = await ask(60_00);
  await expect(capture(decisionId, 60_01)).rejects.toMatchObject({ code: "more-than-reserved" });
  await set("status = 'hold'");
  await expect(capture(decisionId)).rejects.toMatchObject({
    code: "charging-refused",
    details: { because: "hold" },
  });
  await set("status = 'good', limit_cents = 5999");
  await expect(capture(decisionId)).rejects.toMatchObject({ code: "over-limit" });
  await set("limit_cents = 6000");
  await capture(decisionId);
});

test("a release gives the room back once", async () => {
  const { decisionId } = await ask(60_00);
  expect(await release(decisionId)).toEqual({ releasedCents: 60_00 });
  await expect(release(decisionId)).rejects.toMatchObject({ code: "reservation-ended" });
  await expect(capture(decisionId)).rejects.toMatchObject({ code: "reservation-ended" });
  expect((await ask(100_00)).approved).toBe(true);
});

test("after its time the room is back for everybody, and nobody captures or releases it", async () => {
  const { decisionId } = await ask(100_00, { expiresInSeconds: 1 });
  expect(await ask(1_00)).toMatchObject({ because: "over-limit" });
  await sleep(1_100);
  expect(await reserved()).toBe(0);
  expect(await business.read((books) => readLiveReservations(books, greenleaf.accountId))).toEqual([]);
  await expect(capture(decisionId)).rejects.toMatchObject({ code: "reservation-expired" });
  await expect(release(decisionId)).rejects.toMatchObject({ code: "reservation-expired" });
  await at.charge(40_00, ON);
  expect((await ask(60_00)).approved).toBe(true);
  expect(await business.read((books) => readDecision(books, decisionId))).toMatchObject({ state: "expired" });
});

test("a job's limit counts what is reserved on it, and gets it back", async () => {
  const office = { members: [], mayLimit: true };
  const job = { customerId: greenleaf.customerId, name: "Patio", limitCents: cents(50_00) };
  const { jobId } = await business.change((books) => createJob(books, inputOf(NewJob, job), office));
  const { decisionId } = await ask(40_00, { jobId });
  expect(await ask(20_00, { jobId })).toMatchObject({
    because: "over-job-limit",
    figures: { jobRoomCents: 10_00 },
    wouldPass: expect.stringContaining("10.00 more on the job’s limit, or a charge of 10.00 at most"),
  });
  await expect(at.charge(10_01, ON, null, jobId)).rejects.toMatchObject({ code: "over-job-limit" });
  await ask(10_00, { jobId, expiresInSeconds: 1 });
  await sleep(1_100);
  await capture(decisionId);
  expect(await ask(10_00, { jobId })).toMatchObject({ approved: true });
  const other = await business
    .customer("Neighbour", { limitCents: cents(9_00), addressLines: ["2 Elm St"] })
    .write();
  await expect(ask(1_00, { jobId, customer: other.number })).rejects.toMatchObject({
    code: "job-of-another",
  });
});

test("a shared limit counts what its family reserved, until it expires", async () => {
  const branch = await business.customer("Branch", { addressLines: ["2 Elm St"] }).write();
  await business.change(({ tx }) =>
    tx.execute(sql`update books.accounts set charging_allowed = true where id = ${branch.accountId}::uuid`),
  );
  const office = { members: [], mayLimit: true };
  const joins = { customerId: branch.customerId, parentId: greenleaf.customerId };
  await business.change((books) => chooseParent(books, joins, office));
  await business.change((books) => shareLimit(books, { customerId: greenleaf.customerId, shares: true }));
  await ask(70_00, { customer: branch.number, expiresInSeconds: 1 });
  expect(await ask(40_00)).toMatchObject({
    because: "over-shared-limit",
    figures: { canChargeCents: 30_00 },
  });
  await sleep(1_100);
  expect(await ask(40_00)).toMatchObject({ approved: true, figures: { canChargeCents: 100_00 } });
  expect(await ask(61_00, { customer: branch.number })).toMatchObject({
    because: "over-shared-limit",
    reason: expect.stringContaining("the limit of Greenleaf and its children leaves no more"),
  });
});

test("who may charge and on what order is asked before a yes, and holds at the capture", async () => {
  const { accountId } = greenleaf;
  const rule = { accountId, jobId: null, buyersOnly: true, poRule: "required" as const, presetPo: "" };
  await business.change((books) => setRule(books, rule));
  const buyer = inputOf(NewBuyer, { accountId, name: "Ann Lee", pin: "4711", mostCents: cents(30_00) });
  const { buyerId } = await business.change((books) => addBuyer(books, buyer));
  expect(await ask(10_00)).toMatchObject({
    because: "buyer-needed",
    wouldPass: "Name one of the people who may charge to this account.",
  });
  await expect(ask(10_00, { buyerId, buyerPin: "0000" })).rejects.toMatchObject({ code: "buyer-pin-wrong" });
  const ann = { buyerId, buyerPin: "4711" };
  expect(await ask(10_00, ann)).toMatchObject({ because: "po-needed" });
  expect(await ask(30_01, { ...ann, poNumber: "PO-7" })).toMatchObject({ because: "over-buyer-limit" });
  expect(await reserved()).toBe(0);
  const { decisionId } = await ask(30_00, { ...ann, poNumber: "PO-7" });
  const { receiptId } = await capture(decisionId);
  const [kept] = await business.read(({ tx }) =>
    tx.execute(sql`
      select c.buyer_name, c.po_number from books.charged_by c join books.invoices i on i.id = c.invoice_id
      where i.receipt_id = ${receiptId}::uuid`),
  );
  expect(kept).toEqual({ buyer_name: "Ann Lee", po_number: "PO-7" });
});

test("a yes keeps the room of its blanket order, too", async () => {
  const { accountId } = greenleaf;
  const order = inputOf(NewOrder, { accountId, number: "B-1", amountCents: cents(50_00) });
  const { orderId } = await business.change((books) => addOrder(books, order));
  const { decisionId } = await ask(40_00, { orderId });
  expect(await ask(20_00, { orderId })).toMatchObject({ because: "over-order" });
  await release(decisionId);
  const again = await ask(50_00, { orderId });
  await capture(again.decisionId);
  expect(await ask(1, { orderId })).toMatchObject({ because: "over-order" });
});
