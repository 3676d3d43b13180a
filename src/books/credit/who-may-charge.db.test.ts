// Who may charge, at the counter: people with a PIN and a limit of their own, and purchase orders of which only what is left can be
// drawn, by however many at once; a charge that is reversed gives it back.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { RuleOf } from "@/domain/credit/who-may-charge.ts";
import { FREE_RULE } from "@/domain/credit/who-may-charge.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { cents, formatAmount } from "@/domain/values/money.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { readInvoicePaper } from "../invoices/read-invoice-paper.ts";
import { createJob } from "../jobs/jobs.ts";
import { readReceipt } from "../receipts/receipt-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { addBuyer, addOrder, closeOrder, readCharging, removeBuyer, setRule } from "./charging-rules.ts";

const ON = "2026-06-30";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await credited("Greenleaf");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const credited = (name: string) =>
  business.customer(name, { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] }).write();
const rule = (some: Partial<RuleOf>) =>
  business.change((books) =>
    setRule(books, { ...FREE_RULE, jobId: null, ...some, accountId: greenleaf.accountId }),
  );
type Person = { pin?: string; limit?: number; jobId?: string; until?: Day; account?: Account };
const person = (name: string, { pin, limit, jobId, until, account = greenleaf }: Person = {}) =>
  business
    .change((books) =>
      addBuyer(books, {
        accountId: account.accountId,
        name,
        pin: pin ?? null,
        mostCents: limit === undefined ? null : cents(limit),
        jobId: jobId ?? null,
        until: until ?? null,
      }),
    )
    .then(({ buyerId }) => buyerId);
const order = (amount: number, number = "4711", account = greenleaf) =>
  business
    .change((books) =>
      addOrder(books, { accountId: account.accountId, number, amountCents: cents(amount), until: null }),
    )
    .then(({ orderId }) => orderId);
type Named = { buyerId?: string; buyerPin?: string; poNumber?: string; orderId?: string; jobId?: string };
const charge = (amount: number, named: Named = {}) =>
  counter(business, greenleaf).sell(
    [line("Mulch", "1", formatAmount(cents(amount), "USD"), { taxable: false })],
    [paidBy("house-charge", amount)],
    { on: ON, ...named },
  );
const used = async () =>
  (await business.read((books) => readCharging(books, greenleaf.accountId))).orders.map(
    (each) => each.usedCents,
  );
const jobOf = async () => {
  const job = inputOf(NewJob, { customerId: greenleaf.customerId, name: "Oak Street" });
  return (await business.change((books) => createJob(books, job, { members: [], mayLimit: true }))).jobId;
};

test("where only named people may charge, nobody else does, and receipt, invoice and statement say who did", async () => {
  await charge(5_00);
  await rule({ buyersOnly: true });
  await expect(charge(5_00)).rejects.toMatchObject({ code: "buyer-needed" });
  const buyerId = await person("Ann Lee");
  const { receiptId, houseCharge } = await charge(5_00, { buyerId, poNumber: " 99 " });
  const receipt = await business.read((books) => readReceipt(books, receiptId, { name: "x", country: "US" }));
  expect(receipt).toMatchObject({ buyer: "Ann Lee", poNumber: "99" });
  const paper = await business.read((books) =>
    readInvoicePaper(books, houseCharge?.invoiceId ?? "", { name: "x", locale: "en-US", country: "US" }),
  );
  expect(paper).toMatchObject({ buyer: "Ann Lee", poNumber: "99" });
  // Told on the statement.
  const [kept] = await business.read(({ tx }) =>
    tx.execute(sql`
      select i.po_number, n.note from books.invoices i join books.event_notes n on n.event_number = i.event_number
      where i.id = ${houseCharge?.invoiceId ?? null}::uuid`),
  );
  expect(kept).toEqual({ po_number: "99", note: "PO 99 · Ann Lee" });
  await business.change((books) => removeBuyer(books, buyerId));
  await expect(charge(5_00, { buyerId })).rejects.toMatchObject({ code: "buyer-not-authorised" });
});

test("cash needs no name", async () => {
  await rule({ buyersOnly: true, poRule: "required" });
  const sold = [line("Mulch", "1", "5.00", { taxable: false })];
  const { houseCharge } = await counter(business, greenleaf).sell(sold, [paidBy("cash", 5_00)], { on: ON });
  expect(houseCharge).toBeNull();
});

test("a PIN is asked and not kept", async () => {
  const buyerId = await person("Ann Lee", { pin: "4711" });
  await expect(charge(5_00, { buyerId })).rejects.toMatchObject({ code: "buyer-pin-wrong" });
  await expect(charge(5_00, { buyerId, buyerPin: "4712" })).rejects.toMatchObject({
    code: "buyer-pin-wrong",
  });
  await charge(5_00, { buyerId, buyerPin: "4711" });
  const [kept] = await business.read(({ tx }) =>
    tx.execute<{ h: string }>(sql`select pin_hash as h from books.buyers`),
  );
  expect(kept?.h).toMatch(/^\$argon2id\$/);
});

test("each up to their own limit, in their time, on their job", async () => {
  const jobId = await jobOf();
  const ann = await person("Ann", { limit: 50_00 });
  await charge(50_00, { buyerId: ann });
  await expect(charge(50_01, { buyerId: ann })).rejects.toMatchObject({ code: "over-buyer-limit" });
  const gone = await person("Gone", { until: day("2026-06-29") });
  await expect(charge(1_00, { buyerId: gone })).rejects.toMatchObject({ code: "buyer-not-authorised" });
  const back = [line("Mulch", "1", "1.00", { taxable: false })];
  await expect(
    counter(business, greenleaf).sell(back, [paidBy("house-charge", 1_00)], {
      on: "2026-06-29",
      buyerId: gone,
    }),
  ).rejects.toMatchObject({ code: "buyer-not-authorised" });
  const bo = await person("Bo", { jobId });
  await expect(charge(1_00, { buyerId: bo })).rejects.toMatchObject({ code: "buyer-not-authorised" });
  await charge(1_00, { buyerId: bo, jobId });
});

test("a neighbour's people and orders are nobody's here", async () => {
  const neighbour = await credited("Neighbour");
  const theirs = await person("Theirs", { account: neighbour });
  const orderId = await order(10_00, "1", neighbour);
  await expect(charge(1_00, { buyerId: theirs })).rejects.toMatchObject({ code: "buyer-not-authorised" });
  await expect(charge(1_00, { orderId })).rejects.toMatchObject({ code: "order-ended" });
});

test("a number is required, filled in, or of an order that is open; a job's own rule goes before the account's", async () => {
  const jobId = await jobOf();
  await rule({ poRule: "required" });
  await rule({ poRule: "preset", presetPo: "JOB-1", jobId });
  await expect(charge(1_00)).rejects.toMatchObject({ code: "po-needed" });
  const { receiptId } = await charge(1_00, { jobId });
  const receipt = await business.read((books) => readReceipt(books, receiptId, { name: "x", country: "US" }));
  expect(receipt.poNumber).toBe("JOB-1");
  await rule({ poRule: "blanket" });
  await expect(charge(1_00, { poNumber: "9" })).rejects.toMatchObject({ code: "order-needed" });
  const orderId = await order(10_00);
  await expect(order(10_00)).rejects.toMatchObject({ code: "number-taken" });
  await charge(1_00, { orderId });
  await business.change((books) => closeOrder(books, orderId));
  await expect(charge(1_00, { orderId })).rejects.toMatchObject({ code: "order-ended" });
});

test("what is drawn at once comes to no more than the order, and what is reversed is free again", async () => {
  const orderId = await order(10_00);
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => charge(3_00, { orderId })));
  const drawn = all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(drawn).toHaveLength(3);
  expect(await used()).toEqual([9_00]);
  await expect(charge(1_01, { orderId })).rejects.toMatchObject({ code: "over-order" });
  const eventId = drawn[0]?.houseCharge?.eventId ?? 0;
  await business.change((books) => reverseEvent(books, { eventId, on: day(ON), reason: "Mistake" }));
  expect(await used()).toEqual([6_00]);
  await charge(4_00, { orderId });
});

test("the database holds what is left of an order, whatever was read", async () => {
  const orderId = await order(10_00);
  const { houseCharge } = await charge(5_00);
  const past = business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.charged_by (invoice_id, account_id, amount, order_id)
      values (${houseCharge?.invoiceId ?? null}::uuid, ${greenleaf.accountId}::uuid, 1001, ${orderId}::uuid)`),
  );
  await expect(past).rejects.toMatchObject({ code: "over-order" });
});
