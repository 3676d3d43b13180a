// Held retainage at any day: by customer, job and invoice, by age and expected day, and never another sum than the trial balance's.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { trialFigures } from "@/domain/receivables/trial-balance.ts";
import { day } from "@/domain/values/day.ts";
import { cents, plus } from "@/domain/values/money.ts";
import { closePeriods } from "../business/periods.ts";
import { createJob } from "../jobs/jobs.ts";
import { readTrialBalance } from "../receivables/trial-balance.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readAgedRetainage, readRetainageLedger } from "./aged-retainage.ts";
import { recordInvoice } from "./invoices.ts";
import { setReleaseConditions } from "./release-conditions.ts";
import { releaseRetainage } from "./retainage.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let alder: Account;
let birch: Account;

beforeEach(async () => {
  business = await freshBusiness();
  birch = await business.customer("Birch Homes").write();
  alder = await business.customer("Alder Homes").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const bill = (account: Account, on: string, held: readonly number[], jobId?: string) =>
  business.change((books) =>
    recordInvoice(
      books,
      inputOf(NewInvoice, {
        accountId: account.accountId,
        issuedOn: day(on),
        ...(jobId && { jobId }),
        lines: held.map((retainageCents, at) => ({
          description: `Part ${at + 1}`,
          totalCents: cents(1000_00),
          retainageCents: cents(retainageCents),
        })),
      }),
    ),
  );
const report = (asOf: string, query = {}) =>
  business.read((books) => readAgedRetainage(books, { asOf: day(asOf), knownAt: null }, query));

/** What the report says is the trial balance's, and what is posted in a later month. */
async function tied(asOf: string): Promise<void> {
  const moment = { asOf: day(asOf), knownAt: null };
  const trial = trialFigures(await business.read((books) => readTrialBalance(books, moment)));
  const ledger = await business.read((books) => readRetainageLedger(books, moment));
  expect(ledger.trialCents).toBe(trial.retainageReceivable);
  const { sums } = await report(asOf);
  expect(sums.heldCents).toBe(plus(ledger.trialCents, ledger.laterCents));
}

test("an invoice in a row, by customer and job; what is billed of it is gone on that day and not before", async () => {
  const given = inputOf(NewJob, { customerId: alder.customerId, name: "Oak Street", number: "J-1" });
  const { jobId } = await business.change((books) =>
    createJob(books, given, { members: [], mayLimit: true }),
  );
  await bill(birch, "2026-06-20", [7_00]);
  const loose = await bill(alder, "2026-01-10", [3_00]);
  const onJob = await bill(alder, "2026-05-10", [100_00, 20_00], jobId);
  const lines = [{ invoiceId: onJob.invoiceId, invoiceLine: 2 }];
  const expectedOn = day("2026-07-15");
  await business.change((books) => setReleaseConditions(books, { lines, conditions: [], expectedOn }));
  const bare = async (asOf: string, query = {}) => {
    const { rows, foundCents } = await report(asOf, query);
    return [
      foundCents,
      rows.map((row) => [
        row.customer,
        row.job?.number ?? null,
        row.number,
        row.ageDays,
        row.expectedOn,
        row.heldCents,
      ]),
    ];
  };
  const [alders, birchs] = [
    [
      ["Alder Homes", "J-1", onJob.number, 51, "2026-07-15", 120_00],
      ["Alder Homes", null, loose.number, 171, null, 3_00],
    ],
    [["Birch Homes", null, "INV-00001", 10, null, 7_00]],
  ];
  expect(await bare("2026-06-30")).toEqual([130_00, [...alders, ...birchs]]);
  expect(await bare("2026-06-30", { age: "older" })).toEqual([3_00, [alders[1]]]);
  // Of an invoice whose lines are expected on two days, what is of the one that is asked for.
  expect(await bare("2026-06-30", { expected: "d30" })).toEqual([
    20_00,
    [["Alder Homes", "J-1", onJob.number, 51, "2026-07-15", 20_00]],
  ]);
  expect((await report("2026-06-30", { age: "older" })).sums).toEqual({
    byAge: { d30: 7_00, d60: 120_00, d90: 0, older: 3_00 },
    byExpected: { past: 0, d30: 20_00, d90: 0, later: 0, unsaid: 110_00 },
    heldCents: 130_00,
  });
  expect(await bare("2026-01-09")).toEqual([0, []]);
  const released = [{ invoiceId: loose.invoiceId, invoiceLine: 1, amountCents: cents(3_00) }];
  const release = inputOf(NewRelease, {
    accountId: alder.accountId,
    releasedOn: day("2026-03-01"),
    released,
  });
  await business.change((books) => releaseRetainage(books, release));
  expect(await bare("2026-02-28")).toEqual([3_00, [["Alder Homes", null, loose.number, 49, null, 3_00]]]);
  expect(await bare("2026-03-01")).toEqual([0, []]);
  for (const asOf of ["2026-01-09", "2026-02-28", "2026-03-01", "2026-05-10", "2026-06-30"]) await tied(asOf);
});

test("what is dated in a closed month and posted in a later one is told apart, and the two still tie", async () => {
  const { invoiceId } = await bill(alder, "2026-05-10", [10_00]);
  const [from, period] = [day("2026-05-01"), day("2026-06-01")];
  await business.change((books) => closePeriods(books, { from, through: from }));
  const released = [{ invoiceId, invoiceLine: 1, amountCents: cents(4_00) }];
  const given = { accountId: alder.accountId, releasedOn: day("2026-05-20"), period, released };
  await business.change((books) => releaseRetainage(books, inputOf(NewRelease, given)));
  const moment = { asOf: day("2026-05-31"), knownAt: null };
  expect(await business.read((books) => readRetainageLedger(books, moment))).toEqual({
    trialCents: 10_00,
    laterCents: -4_00,
  });
  for (const asOf of ["2026-05-31", "2026-06-30"]) await tied(asOf);
});
