// A job's own limit: a charge on it needs room on the account and on the job, whoever else charges at the same moment; what
// is paid, reversed or voided gives room back, to the cent.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect, type Pool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { jobRoom } from "@/domain/jobs/job-limit.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, type Desk } from "../testing/desk.ts";
import { readJob } from "./job-page.ts";
import { createJob } from "./jobs.ts";

/** Beside those of the crowd on one account (crowd.db.test.ts), which may run at the same time. */
const CONNECTIONS = 24;
const ON = "2026-06-30";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;

beforeAll(async () => {
  await closePool();
  (globalThis as { onaccountPool?: Pool }).onaccountPool = connect(
    needed("DATABASE_URL"),
    CONNECTIONS,
    60_000,
  );
});
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

async function jobWith(limitCents: Cents | null, { customerId } = greenleaf): Promise<string> {
  const job = inputOf(NewJob, { customerId, name: "Oak Street", limitCents });
  const office = { members: [], mayLimit: true };
  return (await business.change((books) => createJob(books, job, office))).jobId;
}
const openOf = async (jobId: string) => (await business.read((books) => readJob(books, jobId))).openCents;

/** All at once; how many were done, and why the others were not. */
async function crowd(count: number, work: (n: number) => Promise<unknown>) {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, n) => work(n)));
  const reasons = results.flatMap((each) =>
    each.status === "rejected" ? [(each.reason as { code?: string }).code] : [],
  );
  return { done: results.length - reasons.length, reasons: new Set(reasons) };
}

test.each<[number | null, number, number | null]>([
  [null, 900, null],
  [1000, 0, 1000],
  [1000, 999, 1],
  [1000, 1000, 0],
  [1000, 1001, 0],
  [0, 0, 0],
])("a limit of %j with %j open leaves %j", (limit, open, room) => {
  const limitCents = limit === null ? null : cents(limit);
  expect(jobRoom({ limitCents, exposureCents: cents(open) })).toBe(room);
});

test("200 charges of 1.00 on two jobs of 30.00 and 40.00: exactly so many pass", async () => {
  const jobs = [await jobWith(cents(30_00)), await jobWith(cents(40_00))];
  const outcome = await crowd(200, (n) => at.charge(1_00, ON, null, jobs[n % 2]));
  expect(outcome).toEqual({ done: 70, reasons: new Set(["over-job-limit"]) });
  expect(await Promise.all(jobs.map(openOf))).toEqual([30_00, 40_00]);
});

test("200 charges on two jobs with more room than their account: the account's limit holds", async () => {
  const jobs = [await jobWith(cents(400_00)), await jobWith(null)];
  const outcome = await crowd(200, (n) => at.charge(5_00, ON, null, jobs[n % 2]));
  expect(outcome).toEqual({ done: 100, reasons: new Set(["over-limit"]) });
  const [one = 0, two = 0] = await Promise.all(jobs.map(openOf));
  expect(one + two).toBe(500_00);
});

test("two customers can't charge one job together: it is one customer's", async () => {
  const neighbour = await business
    .customer("Neighbour", { limitCents: cents(500_00), addressLines: ["2 Elm St"] })
    .write();
  const jobId = await jobWith(cents(30_00));
  const theirs = desk(business, neighbour);
  const outcome = await crowd(40, (n) => (n % 2 === 0 ? at : theirs).charge(1_00, ON, null, jobId));
  expect(outcome).toEqual({ done: 20, reasons: new Set(["job-of-another"]) });
  expect(await openOf(jobId)).toBe(20_00);
});

test("charges and payments together never pass the limit, and what is paid can be charged again", async () => {
  const jobId = await jobWith(cents(20_00));
  for (let n = 0; n < 20; n++) await at.charge(1_00, "2026-06-01", null, jobId);
  const outcome = await crowd(100, (n) =>
    n % 5 === 0 ? at.pay(1_00, ON, "oldest-first") : at.charge(1_00, ON, null, jobId),
  );
  expect(outcome.reasons).toEqual(new Set(["over-job-limit"]));
  expect(await openOf(jobId)).toBeLessThanOrEqual(20_00);
  await at.pay(20_00, ON, "oldest-first");
  await at.charge(20_00, ON, null, jobId);
});

test("applied, un-applied, voided, written off: the room follows", async () => {
  const jobId = await jobWith(cents(10_00));
  const { eventId } = await at.charge(10_00, "2026-06-01", null, jobId);
  await expect(at.charge(1, ON, null, jobId)).rejects.toMatchObject({
    code: "over-job-limit",
    details: { canChargeCents: 0 },
  });
  const paid = await at.pay(4_00, "2026-06-02", [[eventId, 4_00]]);
  expect(await openOf(jobId)).toBe(6_00);
  await at.unApply(paid.eventId, eventId, "2026-06-03");
  expect(await openOf(jobId)).toBe(10_00);
  await at.writeOff(eventId, 1_00, "2026-06-03");
  expect(await openOf(jobId)).toBe(9_00);
  const last = await at.charge(1_00, "2026-06-04", null, jobId);
  expect(await openOf(jobId)).toBe(10_00);
  await at.reverse(last.eventId, "2026-06-05");
  expect(await openOf(jobId)).toBe(9_00);
});

test("an invoice on terms counts as open on its job, and isn't stopped by the job's limit", async () => {
  const jobId = await jobWith(cents(10_00));
  const { eventId } = await at.invoice(50_00, "2026-06-01", { jobId, retainage: 5_00 });
  expect(await openOf(jobId)).toBe(45_00);
  await expect(at.charge(1, ON, null, jobId)).rejects.toMatchObject({ code: "over-job-limit" });
  // What has no job has the account's room still.
  await at.charge(1_00, ON);
  await at.reverse(eventId, ON);
  expect(await openOf(jobId)).toBe(0);
  await at.charge(10_00, ON, null, jobId);
});

test("nobody but the database writes what a job has open", async () => {
  const jobId = await jobWith(cents(10_00));
  const write = business.change(({ tx }) =>
    tx.execute(sql`update books.jobs set exposure = 0 where id = ${jobId}::uuid`),
  );
  await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("the database refuses what the code forgot to ask: past the job's limit", async () => {
  const jobId = await jobWith(cents(10_00));
  const { eventId } = await at.charge(1_00, "2026-06-01", null, jobId);
  // As a writer would that didn't lock the job: the limit falls between the question and the posting.
  await business.change(async ({ tx }) => {
    await tx.execute(sql`update books.jobs set limit_cents = 50 where id = ${jobId}::uuid`);
  });
  const refused = business.change(({ tx }) =>
    tx.execute(sql`select books.expose_jobs(array[${eventId}::bigint], true)`),
  );
  await expect(refused).rejects.toMatchObject({ code: "over-job-limit" });
  expect(await openOf(jobId)).toBe(1_00);
});
