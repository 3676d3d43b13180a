// Conditions of held lines: set for many at once, met and opened again, by whom; and from when on what may be billed.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { MetCondition, ReleaseConditions } from "@/domain/invoices/release-conditions-input.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import type { JobFilter } from "@/domain/jobs/job-list.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readBillableOfAccount, readBillableOfJob } from "../jobs/billable.ts";
import { countJobs, listJobs } from "../jobs/job-list.ts";
import { createJob } from "../jobs/jobs.ts";
import type { WhoseJobs } from "../jobs/own-jobs.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { listBillableJobs } from "./billable-jobs.ts";
import { LISTED, type Narrowed } from "./held-lines.ts";
import { listHolders, readHeldAccount } from "./held-retainage.ts";
import { recordInvoice } from "./invoices.ts";
import { meetCondition, setReleaseConditions } from "./release-conditions.ts";
import { releaseRetainage } from "./retainage.ts";

const EVERYBODY = { managerId: null };
let business: Awaited<ReturnType<typeof freshBusiness>>;
let alder: Account;
let jobId: string;
let invoiceId: string;

beforeEach(async () => {
  business = await freshBusiness();
  alder = await business.customer("Alder Homes").write();
  const job = inputOf(NewJob, { customerId: alder.customerId, name: "Oak Street" });
  const office = { members: [], mayLimit: true };
  jobId = (await business.change((books) => createJob(books, job, office))).jobId;
  const invoice = inputOf(NewInvoice, {
    accountId: alder.accountId,
    issuedOn: day("2026-03-01"),
    jobId,
    lines: [
      { description: "Walls", totalCents: cents(1000_00), retainageCents: cents(100_00) },
      { description: "Roof", totalCents: cents(500_00), retainageCents: cents(50_00) },
      { description: "Permit", totalCents: cents(80_00) },
    ],
  });
  invoiceId = (await business.change((books) => recordInvoice(books, invoice))).invoiceId;
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const lines = (...of: number[]) => of.map((invoiceLine) => ({ invoiceId, invoiceLine }));
type Conditions = Parameters<typeof inputOf<typeof ReleaseConditions>>[1]["conditions"];
const set = (
  of: number[],
  { conditions, expectedOn }: { conditions: Conditions; expectedOn: string | null },
) =>
  business.change((books) => {
    const said = {
      lines: lines(...of),
      conditions,
      expectedOn: expectedOn === null ? null : day(expectedOn),
    };
    return setReleaseConditions(books, inputOf(ReleaseConditions, said));
  });
const meet = (of: number[], kind: "completion" | "waiver", on: string | null = "2026-05-01") =>
  business.change((books) => {
    const said = { lines: lines(...of), condition: { kind }, metOn: on === null ? null : day(on) };
    return meetCondition(books, inputOf(MetCondition, said));
  });
const heldOf = (narrowed: Narrowed) =>
  business.read((books) => readHeldAccount(books, { customer: alder.customerId, ...narrowed }, EVERYBODY));
const held = async () => (await heldOf({})).lines;
const ofJob = () => business.read((books) => readBillableOfJob(books, jobId));
const NOTHING = { billableCents: 0, since: null };

test("set for many lines at once; what stays keeps its state, what isn't asked for any more is gone", async () => {
  await set([1, 2], { conditions: [{ kind: "waiver" }, { kind: "completion" }], expectedOn: "2026-12-01" });
  await meet([1], "waiver");
  await set([1], {
    conditions: [{ kind: "waiver" }, { kind: "other", words: "Keys handed over" }],
    expectedOn: null,
  });
  expect((await held()).map(({ release }) => release)).toEqual([
    {
      expectedOn: null,
      conditions: [
        { kind: "waiver", words: "", metOn: "2026-05-01", metBy: business.asker.userName },
        { kind: "other", words: "Keys handed over", metOn: null, metBy: "" },
      ],
    },
    {
      expectedOn: "2026-12-01",
      conditions: [
        { kind: "completion", words: "", metOn: null, metBy: "" },
        { kind: "waiver", words: "", metOn: null, metBy: "" },
      ],
    },
  ]);
  // Asked for again, it is open: that it was met before is no longer said.
  await set([1], { conditions: [], expectedOn: null });
  await set([1], { conditions: [{ kind: "waiver" }], expectedOn: null });
  expect((await held())[0]?.release.conditions).toMatchObject([{ kind: "waiver", metOn: null }]);
});

test("may be billed since the last condition was met, and no longer once one is open again or all is billed", async () => {
  expect(await ofJob()).toEqual(NOTHING);
  await set([1, 2], { conditions: [{ kind: "waiver" }, { kind: "completion" }], expectedOn: null });
  await meet([1, 2], "waiver", "2026-05-01");
  expect(await ofJob()).toEqual(NOTHING);
  expect(await meet([1], "completion", "2026-05-20")).toEqual({ lines: 1 });
  const may = { billableCents: 100_00, since: "2026-05-20" };
  expect(await ofJob()).toEqual(may);
  expect(await business.read((books) => readBillableOfAccount(books, alder.accountId))).toEqual(may);
  expect(await business.read((books) => listHolders(books, EVERYBODY))).toMatchObject({
    rows: [{ heldCents: 150_00, billable: may }],
  });
  await meet([2], "completion", "2026-05-10");
  expect(await ofJob()).toEqual({ billableCents: 150_00, since: "2026-05-10" });
  await meet([1], "waiver", null);
  expect(await ofJob()).toEqual({ billableCents: 50_00, since: "2026-05-10" });
  const released = [{ invoiceId, invoiceLine: 2, amountCents: cents(50_00) }];
  const bill = inputOf(NewRelease, { accountId: alder.accountId, releasedOn: day("2026-06-01"), released });
  await business.change((books) => releaseRetainage(books, bill));
  expect(await ofJob()).toEqual(NOTHING);
});

test("over all jobs, who has waited longest comes first; a project manager sees their own", async () => {
  await set([1, 2], { conditions: [{ kind: "waiver" }], expectedOn: null });
  const listed = (whose: WhoseJobs = EVERYBODY) => business.read((books) => listBillableJobs(books, whose));
  expect(await listed()).toEqual([]);
  await meet([1], "waiver", "2026-05-20");
  const mine = {
    customerId: alder.customerId,
    customerName: "Alder Homes",
    currency: "USD",
    job: expect.objectContaining({ jobId }),
  };
  expect(await listed()).toEqual([{ ...mine, billableCents: 100_00, since: "2026-05-20" }]);
  await meet([2], "waiver", "2026-05-10");
  expect(await listed()).toEqual([{ ...mine, billableCents: 150_00, since: "2026-05-10" }]);
  expect(await listed({ managerId: alder.customerId })).toEqual([]);
});

test("without conditions, an expected day that has come is enough", async () => {
  await set([2], { conditions: [], expectedOn: "2026-06-30" });
  expect(await ofJob()).toEqual({ billableCents: 50_00, since: "2026-06-30" });
  await set([2], { conditions: [], expectedOn: "2026-07-01" });
  expect(await ofJob()).toEqual(NOTHING);
});

test("what may be billed is all of it, however many lines wait before it and with it", async () => {
  const line = { description: "Studs", totalCents: cents(10_00), retainageCents: cents(1_00) };
  const invoiced = async (issuedOn: string, kind: "waiver" | "completion") => {
    const invoice = inputOf(NewInvoice, {
      accountId: alder.accountId,
      issuedOn: day(issuedOn),
      jobId,
      lines: Array.from({ length: 700 }, () => line),
    });
    const made = await business.change((books) => recordInvoice(books, invoice));
    const said = Array.from({ length: 700 }, (_, at) => ({
      invoiceId: made.invoiceId,
      invoiceLine: at + 1,
    }));
    const conditions = inputOf(ReleaseConditions, { lines: said, conditions: [{ kind }], expectedOn: null });
    await business.change((books) => setReleaseConditions(books, conditions));
    if (kind === "waiver") return;
    const met = inputOf(MetCondition, { lines: said, condition: { kind }, metOn: day("2026-05-01") });
    await business.change((books) => meetCondition(books, met));
  };
  // On the same job, all before the lines that may be billed.
  await invoiced("2026-01-05", "waiver");
  await invoiced("2026-01-06", "waiver");
  await invoiced("2026-02-01", "completion");
  await invoiced("2026-02-02", "completion");
  await set([1], { conditions: [{ kind: "completion" }], expectedOn: null });
  await meet([1], "completion", "2026-05-20");
  expect(1400).toBeGreaterThan(LISTED);
  const may = { billableCents: 1_500_00, since: "2026-05-01" };
  expect(await ofJob()).toEqual(may);
  expect(await business.read((books) => readBillableOfAccount(books, alder.accountId))).toEqual(may);
  expect(await business.read((books) => listBillableJobs(books, EVERYBODY))).toMatchObject([may]);
  expect(await business.read((books) => listHolders(books, EVERYBODY))).toMatchObject({
    rows: [{ billable: may }],
  });
  // A screen shows the first of them, and says what it leaves out.
  const first = await heldOf({ jobId, mayBeBilled: true });
  expect([first.lines.length, first.lines.every(({ since }) => since !== null)]).toEqual([LISTED, true]);
  expect(first.beyond).toEqual({ lines: 401, heldCents: 500_00 });
  expect((await heldOf({})).beyond).toEqual({ lines: 1802, heldCents: 1_950_00 });
}, 60_000);

test("of one job, or only what may be billed, and nothing is left out of so few", async () => {
  await set([1, 2], { conditions: [{ kind: "waiver" }], expectedOn: null });
  await meet([2], "waiver");
  const of = async (narrowed: Narrowed) => {
    const { lines: found, beyond } = await heldOf(narrowed);
    return [found.map(({ invoiceLine }) => invoiceLine), beyond];
  };
  expect(await of({})).toEqual([[1, 2], null]);
  expect(await of({ jobId })).toEqual([[1, 2], null]);
  expect(await of({ mayBeBilled: true })).toEqual([[2], null]);
  expect(await of({ jobId: alder.customerId })).toEqual([[], null]);
});

test("the list of jobs says what may be billed of each, and is narrowed to those", async () => {
  const listed = async (show?: JobFilter) =>
    (await business.read((books) => listJobs(books, { show }))).rows.map((row) => [row.jobId, row.billable]);
  const count = () => business.read((books) => countJobs(books, { show: "may-be-billed" }));
  expect([await listed(), await listed("may-be-billed"), await count()]).toEqual([
    [[jobId, NOTHING]],
    [],
    { count: 0 },
  ]);
  await set([1, 2], { conditions: [{ kind: "waiver" }], expectedOn: null });
  await meet([1, 2], "waiver", "2026-05-20");
  const row = [[jobId, await ofJob()]];
  expect([await listed(), await listed("may-be-billed"), await count()]).toEqual([row, row, { count: 1 }]);
  expect(row).toEqual([[jobId, { billableCents: 150_00, since: "2026-05-20" }]]);
  // Closed, what waits to be billed is still found.
  await business.change(({ tx }) => tx.execute(sql`update books.jobs set status = 'closed'`));
  expect([await listed(), await listed("may-be-billed")]).toEqual([[], row]);
});

test("a line of which nothing is held back has none, and nothing is met in the future", async () => {
  const waiver = { conditions: [{ kind: "waiver" } as const], expectedOn: null };
  await expect(set([3], waiver)).rejects.toMatchObject({ code: "not-found" });
  await expect(set([1, 4], waiver)).rejects.toMatchObject({ code: "not-found" });
  await set([1], waiver);
  await expect(meet([1], "waiver", "2026-07-01")).rejects.toMatchObject({
    code: "date-in-future",
    field: "metOn",
  });
  expect(await meet([2], "waiver")).toEqual({ lines: 0 });
  expect((await held()).map(({ since }) => since)).toEqual([null, null]);
});

test("the same condition twice, and one of its own without words, are no input", () => {
  const said = { lines: lines(1), expectedOn: null };
  const twice = [{ kind: "waiver" }, { kind: "waiver" }];
  expect(ReleaseConditions.safeParse({ ...said, conditions: twice }).success).toBe(false);
  expect(ReleaseConditions.safeParse({ ...said, conditions: [{ kind: "other" }] }).success).toBe(false);
  expect(ReleaseConditions.safeParse({ ...said, lines: [], conditions: [] }).success).toBe(false);
});
