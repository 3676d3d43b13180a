// Jobs: kept as they were entered, changed by one at a time, never two under one number, readable when their manager has
// left, and put away without a trace lost.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { jobTexts } from "@/domain/jobs/job.ts";
import { JobEdit, NewJob } from "@/domain/jobs/job-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { mergeCustomers, reverseMerge } from "../customers/merges.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { readJob } from "./job-page.ts";
import { archiveJob, createJob, editJob, unarchiveJob, type Office } from "./jobs.ts";

const ANN = { userId: "00000000-0000-4000-8000-0000000000a1", name: "Ann Lee" };
const OFFICE: Office = { members: [ANN], mayLimit: true };
const NOBODY = "00000000-0000-4000-8000-000000000000";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
let greenleaf: Account;
beforeAll(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const create = (more: Partial<NewJob> = {}, office = OFFICE) =>
  business.change((books) =>
    createJob(
      books,
      inputOf(NewJob, { customerId: greenleaf.customerId, name: "Oak Street", ...more }),
      office,
    ),
  );
const read = (jobId: string) => business.read((books) => readJob(books, jobId));

/** The job as its form would send it, with what was typed over it. */
async function edit(jobId: string, more: Partial<JobEdit>, office = OFFICE) {
  const { customerId: _c, currency: _u, managerName: _m, taxName: _x, ...kept } = await read(jobId);
  const { isArchived: _a, customerNumber: _n, customerName: _k, billedCents: _b, ...rest } = kept;
  const { taxCents: _t, paidCents: _p, openCents: _o, heldCents: _h, invoices: _i, ...job } = rest;
  const said = inputOf(JobEdit, { ...job, addressLines: [...job.addressLines], ...more });
  return business.change((books) => editJob(books, said, office));
}

const OAK = {
  number: "2026-14",
  name: "Oak Street",
  status: "on-hold",
  managerId: ANN.userId,
  addressLines: ["14 Oak St"],
  city: "Albany",
  region: "NY",
  postalCode: "12207",
  country: "",
  startsOn: day("2026-03-01"),
  endsOn: day("2026-09-30"),
  limitCents: cents(5_000_00),
  contractNumber: "C-77",
  contractOn: day("2026-02-20"),
  contractCents: cents(100_000_00),
  chartCode: "4000",
  retainageWork: "10",
  retainageStored: "7.125",
  notes: "Gate code 12",
  taxId: null,
} as const;

test("what was entered is what is there", async () => {
  const { jobId, number } = await create({ ...OAK, addressLines: ["14 Oak St"] });
  expect(number).toBe("2026-14");
  expect(await read(jobId)).toEqual({
    ...OAK,
    jobId,
    customerId: greenleaf.customerId,
    customerNumber: expect.stringMatching(/^\S+$/),
    customerName: "Greenleaf",
    currency: "USD",
    managerName: "Ann Lee",
    taxName: null,
    version: 1,
    isArchived: false,
    billedCents: 0,
    taxCents: 0,
    paidCents: 0,
    openCents: 0,
    heldCents: 0,
    invoices: 0,
  });
});

test("a number is one job's, in capitals or not; left out, it is the next of the series that is free", async () => {
  await create({ number: "Yard-1" });
  await expect(create({ number: "YARD-1" })).rejects.toMatchObject({ code: "number-taken", field: "number" });
  const { number } = await create();
  expect(number).toMatch(/^J-000\d$/);
  const next = `J-${String(Number(number.slice(2)) + 1).padStart(4, "0")}`;
  const { jobId } = await create({ number: next.toLowerCase() });
  expect((await create()).number).not.toBe(next);
  await expect(edit(jobId, { number: "yard-1" })).rejects.toMatchObject({ code: "number-taken" });
});

test.each<[Partial<NewJob>, string]>([
  [{ managerId: NOBODY }, "managerId"],
  [{ chartCode: "1200" }, "chartCode"],
  [{ taxId: NOBODY }, "taxId"],
  [{ customerId: NOBODY }, "customerId"],
])("%j isn't there", async (wrong, field) => {
  await expect(create(wrong)).rejects.toMatchObject({ code: "not-found", details: { field } });
});

describe("changing one", () => {
  test("takes what is given, and counts the version", async () => {
    const { jobId } = await create({ number: "E-1", limitCents: cents(5_00) });
    expect(await edit(jobId, { number: "E-2", endsOn: day("2026-12-31"), limitCents: null })).toEqual({
      version: 2,
    });
    expect(await read(jobId)).toMatchObject({
      number: "E-2",
      endsOn: "2026-12-31",
      limitCents: null,
      version: 2,
    });
    expect(await edit(jobId, {})).toEqual({ version: 2 });
  });

  test("an older version is refused with the job as it is now and who changed it, and nothing changes", async () => {
    const { jobId } = await create();
    await edit(jobId, { name: "Elm Street" });
    const now = await read(jobId);
    await expect(edit(jobId, { version: 1, name: "Ash Street" })).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { version: 2, now: jobTexts(now, { currency: "USD", locale: "en-US" }), by: "Onaccount" },
    });
    expect(await read(jobId)).toEqual(now);
  });

  test("two at once: one is kept, the other hears of it", async () => {
    const { jobId } = await create();
    const both = await Promise.allSettled([
      edit(jobId, { version: 1, name: "One" }),
      edit(jobId, { version: 1, name: "Two" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(jobId)).version).toBe(2);
  });

  test("a manager who left is still named, and can't be chosen anew", async () => {
    const { jobId } = await create({ managerId: ANN.userId });
    const gone: Office = { members: [], mayLimit: true };
    await edit(jobId, { notes: "Sent the plans" }, gone);
    expect(await read(jobId)).toMatchObject({
      managerId: ANN.userId,
      managerName: "Ann Lee",
      notes: "Sent the plans",
    });
    await edit(jobId, { managerId: null }, gone);
    expect(await read(jobId)).toMatchObject({ managerId: null, managerName: "" });
    await expect(edit(jobId, { managerId: ANN.userId }, gone)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a limit is set and changed by who may set limits, and by nobody else", async () => {
    const clerk: Office = { members: [], mayLimit: false };
    await expect(create({ limitCents: cents(1) }, clerk)).rejects.toMatchObject({ code: "not-allowed" });
    const { jobId } = await create({ limitCents: cents(5_00) });
    await edit(jobId, { name: "Same limit" }, clerk);
    for (const limitCents of [null, cents(6_00)])
      await expect(edit(jobId, { limitCents }, clerk)).rejects.toMatchObject({
        code: "not-allowed",
        field: "limitCents",
      });
  });
});

test("a job is put away once it is settled, and comes back as it was", async () => {
  const at = desk(business, greenleaf);
  const { jobId } = await create({ number: "AWAY" });
  const { eventId } = await at.invoice(10_00, "2026-03-01", { jobId });
  const away = () => business.change((books) => archiveJob(books, jobId));
  await expect(away()).rejects.toMatchObject({ code: "job-unsettled" });
  await at.pay(10_00, "2026-03-02", [[eventId, 10_00]]);
  expect([await away(), await away()]).toEqual([{ version: 2 }, { version: 2 }]);
  await expect(at.invoice(1_00, "2026-03-03", { jobId })).rejects.toMatchObject({ code: "job-closed" });
  await business.change((books) => unarchiveJob(books, jobId));
  expect(await read(jobId)).toMatchObject({ isArchived: false, number: "AWAY", version: 3 });
  await at.invoice(1_00, "2026-03-03", { jobId });
});

test("a closed job takes no invoice, and the retainage that was held back on it all the same", async () => {
  const at = desk(business, greenleaf);
  const { jobId } = await create();
  const { invoiceId } = await at.invoice(100_00, "2026-03-01", { jobId, retainage: 10_00 });
  await edit(jobId, { status: "closed" });
  await expect(at.invoice(1_00, "2026-03-02", { jobId })).rejects.toMatchObject({
    code: "job-closed",
    field: "jobId",
  });
  await at.release(invoiceId, 4_00, "2026-03-03");
  expect(await read(jobId)).toMatchObject({ heldCents: 6_00 });
});

test("a job of another customer can't be on an invoice; after a merge both are one, and after its reversal two", async () => {
  const one = await business.customer("Twin").write();
  const other = await business.customer("Neighbour").write();
  const { jobId } = await create({ number: "OF-ONE", customerId: one.customerId });
  const at = desk(business, other);
  const bill = () => at.invoice(5_00, "2026-03-01", { jobId });
  await expect(bill()).rejects.toMatchObject({ code: "job-of-another", field: "jobId" });
  await desk(business, one).invoice(7_00, "2026-03-01", { jobId });
  const { mergeId } = await business.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: one.customerId,
      intoCustomerId: other.customerId,
      mergedOn: day("2026-04-01"),
      reason: "",
    }),
  );
  await bill();
  // What was open moved with the merge, and is the job's still.
  expect(await read(jobId)).toMatchObject({
    customerId: other.customerId,
    openCents: 12_00,
    billedCents: 12_00,
  });
  await business.change((books) => reverseMerge(books, { mergeId, reversedOn: day("2026-04-02") }));
  await expect(bill()).rejects.toMatchObject({ code: "job-of-another" });
  expect(await read(jobId)).toMatchObject({ customerId: one.customerId, openCents: 12_00 });
});

test("another business's job isn't there", async () => {
  const { jobId } = await create();
  const elsewhere = await freshBusiness();
  await expect(elsewhere.read((books) => readJob(books, jobId))).rejects.toMatchObject({ code: "not-found" });
  for (const id of ["nobody", NOBODY]) await expect(read(id)).rejects.toMatchObject({ code: "not-found" });
});
