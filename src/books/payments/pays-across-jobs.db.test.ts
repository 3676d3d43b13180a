// One payment for invoices of several of a customer's jobs: each is named with its job where it is taken, and each job's open
// figure goes down by its own part.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readJob } from "../jobs/job-page.ts";
import { createJob } from "../jobs/jobs.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { issued, item } from "../testing/drafts.ts";
import { readPayingAccount } from "./paying-account.ts";
import { recordPayment } from "./payments.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let granite: Account;
let [wall, roof] = ["", ""];
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  granite = await business.customer("Granite").write();
  wall = await jobOf("2601", "Wall");
  roof = await jobOf("2602", "Roof");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

async function jobOf(number: string, name: string) {
  const job = inputOf(NewJob, { customerId: granite.customerId, number, name });
  return (await business.change((books) => createJob(books, job, { members: [], mayLimit: true }))).jobId;
}
const billed = (jobId: string | null, price: string) =>
  issued(business, { customerId: granite.customerId, jobId, lines: [item("1", price)] });
const openOf = async (jobId: string) => (await business.read((books) => readJob(books, jobId))).openCents;

test("one payment settles invoices of two jobs and of none, each named with its own", async () => {
  const [onWall, onRoof, onNone] = [
    await billed(wall, "100"),
    await billed(roof, "60"),
    await billed(null, "5"),
  ];
  const { debts } = await business.read((books) => readPayingAccount(books, granite.customerId));
  expect(debts.map(({ itemId, job }) => [itemId, job])).toEqual([
    [onWall.eventId, "2601 Wall"],
    [onRoof.eventId, "2602 Roof"],
    [onNone.eventId, undefined],
  ]);
  const paid = await business.change((books) =>
    recordPayment(
      books,
      inputOf(NewPayment, {
        accountId: granite.accountId,
        amountCents: cents(145_00),
        receivedOn: day("2026-06-20"),
        method: "check",
        applied: [
          { itemId: onWall.eventId, amountCents: cents(100_00) },
          { itemId: onRoof.eventId, amountCents: cents(40_00) },
          { itemId: onNone.eventId, amountCents: cents(5_00) },
        ],
      }),
    ),
  );
  expect(paid.creditCents).toBe(0);
  expect([await openOf(wall), await openOf(roof)]).toEqual([0, 20_00]);
  const after = await business.read((books) => readPayingAccount(books, granite.customerId));
  expect(after.debts.map(({ job, openCents }) => [job, openCents])).toEqual([["2602 Roof", 20_00]]);
});
