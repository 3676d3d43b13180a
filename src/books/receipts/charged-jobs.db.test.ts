// A house charge on a customer's job at the counter: it needs room on the account and on the job, and what is paid on the
// same receipt makes some.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { jobAfterPaid, jobRoom } from "@/domain/jobs/job-limit.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { readInvoice } from "../invoices/invoice-page.ts";
import { readJob } from "../jobs/job-page.ts";
import { createJob } from "../jobs/jobs.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, figuresOf } from "../testing/desk.ts";
import { readPayingAccount } from "../payments/paying-account.ts";
import { reserve } from "../testing/reserving.ts";
import { readCounterCustomer } from "./counter.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let till: ReturnType<typeof counter>;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
  till = counter(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

async function jobWith(limit: number | null, more: Partial<NewJob> = {}): Promise<string> {
  const limitCents = limit === null ? null : cents(limit);
  const job = inputOf(NewJob, { customerId: greenleaf.customerId, name: "Patio", limitCents, ...more });
  const office = { members: [], mayLimit: true };
  return (await business.change((books) => createJob(books, job, office))).jobId;
}
const charge = (amount: number, jobId: string, more: Parameters<typeof till.sell>[2] = {}) =>
  till.sell(
    [line("Stone", "1", (amount / 100).toString(), { taxable: false })],
    [paidBy("house-charge", amount), ...(more.onAccount ? [paidBy("cash", more.onAccount)] : [])],
    { ...more, jobId },
  );
const openOf = async (jobId: string) => (await business.read((books) => readJob(books, jobId))).openCents;

test("the charge is an invoice of the job, within both limits to the cent", async () => {
  const jobId = await jobWith(100_00);
  const { houseCharge } = await charge(60_00, jobId);
  const invoice = await business.read((books) => readInvoice(books, houseCharge?.invoiceId ?? ""));
  expect(invoice).toMatchObject({ job: { jobId }, receipt: { number: "R-00001" } });
  await expect(charge(40_01, jobId)).rejects.toMatchObject({
    code: "over-job-limit",
    details: { canChargeCents: 40_00 },
  });
  await charge(40_00, jobId);
  expect(await openOf(jobId)).toBe(100_00);
  await expect(charge(500_00, await jobWith(null))).rejects.toMatchObject({ code: "over-limit" });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 100_00 });
});

test("what is paid on the same receipt makes room on the job whose invoice it settles", async () => {
  const jobId = await jobWith(100_00);
  const elsewhere = await desk(business, greenleaf).invoice(50_00, "2026-06-01");
  await charge(100_00, jobId);
  // The oldest first: the other invoice takes it all.
  await expect(charge(50_00, jobId, { onAccount: 50_00 })).rejects.toMatchObject({ code: "over-job-limit" });
  await desk(business, greenleaf).pay(50_00, "2026-06-02", [[elsewhere.eventId, 50_00]]);
  await charge(30_00, jobId, { onAccount: 30_00 });
  expect(await openOf(jobId)).toBe(100_00);
});

test("from what the counter is told it reckons what posting does: what is reserved on the job, and what is paid on it", async () => {
  const jobId = await jobWith(100_00);
  const elsewhere = await desk(business, greenleaf).invoice(50_00, "2026-06-01");
  await charge(60_00, jobId);
  await reserve(business, greenleaf, 10_00, { jobId });
  const { customerId } = greenleaf;
  const job = (await business.read((books) => readCounterCustomer(books, customerId))).jobs[0];
  const { debts } = await business.read((books) => readPayingAccount(books, customerId));
  const figures = present(job, "it is offered").figures;
  expect(job?.roomCents).toBe(30_00);
  const ofJob = debts.find((debt) => debt.jobId === jobId)?.itemId ?? 0;
  const roomAfter = (itemId: number) =>
    jobRoom(jobAfterPaid(figures, { jobId, applied: [{ itemId, amountCents: cents(20_00) }], debts }));
  expect([roomAfter(elsewhere.eventId), roomAfter(ofJob)]).toEqual([30_00, 50_00]);
  const paying = { onAccount: 20_00, applied: [{ itemId: ofJob, amountCents: cents(20_00) }] };
  await expect(charge(50_01, jobId, paying)).rejects.toMatchObject({ code: "over-job-limit" });
  await charge(50_00, jobId, paying);
});

test("the counter offers the jobs that can be charged on, with what is left of each limit", async () => {
  await jobWith(100_00, { number: "J-10" });
  await jobWith(null, { number: "J-9", status: "on-hold" });
  await jobWith(null, { number: "J-8", status: "closed" });
  const { jobs } = await business.read((books) => readCounterCustomer(books, greenleaf.customerId));
  expect(jobs.map(({ number, roomCents }) => [number, roomCents])).toEqual([
    ["J-9", null],
    ["J-10", 100_00],
  ]);
});

test("a job of somebody else is refused, and where nothing is charged it isn't looked at", async () => {
  const other = await business.customer("Neighbour").write();
  const theirs = await jobWith(null, { customerId: other.customerId });
  await expect(charge(1_00, theirs)).rejects.toMatchObject({ code: "job-of-another" });
  await till.sell([line("Stone", "1", "1", { taxable: false })], [paidBy("cash", 1_00)], { jobId: theirs });
});
