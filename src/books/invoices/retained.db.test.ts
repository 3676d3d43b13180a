// Retained invoices: what is held is billed whole or in part, over many originals at once and never twice; what is paid of
// it is each original's; and a project manager sees their own jobs'.
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { day } from "@/domain/values/day.ts";
import { plusGross } from "@/domain/values/money.ts";
import { readJob } from "../jobs/job-page.ts";
import { assertBillsJobs } from "../jobs/own-jobs.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";
import { ANN, retaining } from "../testing/retaining.ts";
import { readInvoice } from "./invoice-page.ts";
import { jobsOfInvoices, listHolders, readHeldAccount } from "./held-retainage.ts";
import { readRetainage } from "./retainage-report.ts";

const EVERYBODY = { managerId: null };
let business: Awaited<ReturnType<typeof freshBusiness>>;
let alder: Account;
let at: Desk;
let held: ReturnType<typeof retaining>;

beforeEach(async () => {
  business = await freshBusiness();
  alder = await business.customer("Alder Homes").write();
  at = desk(business, alder);
  held = retaining(business, alder);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

test("what is held is listed by job, invoice and line; what was billed of it is told apart", async () => {
  const [oak, elm] = [await held.jobOf("J-20"), await held.jobOf("J-3")];
  const first = await held.bill(oak, [
    [1000_00, 100_00],
    [500_00, 50_00],
  ]);
  await held.bill(elm, [[200_00, 20_00]]);
  await held.bill(undefined, [[80_00, 8_00]]);
  await held.release([[first.invoiceId, 2, 30_00]]);
  const { lines } = await held.heldOf();
  expect(
    lines.map((line) => [line.job?.number ?? null, line.description, line.withheldCents, line.heldCents]),
  ).toEqual([
    ["J-3", "Part 1", 20_00, 20_00],
    ["J-20", "Part 1", 100_00, 100_00],
    ["J-20", "Part 2", 50_00, 20_00],
    [null, "Part 1", 8_00, 8_00],
  ]);
  expect(await business.read((books) => listHolders(books, EVERYBODY))).toEqual({
    isAll: true,
    rows: [expect.objectContaining({ name: "Alder Homes", currency: "USD", heldCents: 148_00 })],
  });
  // A list that leaves somebody out says so.
  expect(await business.read((books) => listHolders(books, EVERYBODY, 0))).toEqual({
    isAll: false,
    rows: [],
  });
});

test("one invoice over many originals: a line for each, and what is paid of it is each one's", async () => {
  const oak = await held.jobOf("J-1");
  const one = await held.bill(oak, [[1000_00, 100_00]]);
  const two = await held.bill(oak, [[500_00, 50_00]], "2026-03-02");
  const billed = await held.release(
    [
      [one.invoiceId, 1, 100_00],
      [two.invoiceId, 1, 20_00],
    ],
    { number: "RET-1", dueOn: day("2026-05-15"), notesToCustomer: "At completion" },
  );
  const page = await business.read((books) => readInvoice(books, billed.invoiceId));
  expect(page).toMatchObject({
    number: "RET-1",
    totalCents: 120_00,
    dueOn: "2026-05-15",
    job: { jobId: oak },
    notesToCustomer: "At completion",
    lines: [
      { description: `Retainage of invoice ${one.number}, job J-1`, totalCents: 100_00 },
      { description: `Retainage of invoice ${two.number}, job J-1`, totalCents: 20_00 },
    ],
  });
  await at.pay(60_00, "2026-05-02", [[billed.eventId, 60_00]]);
  expect(
    (await held.trace(billed.invoiceId)).map((row) => [row.originalNumber, row.amountCents, row.paidCents]),
  ).toEqual([
    [one.number, 100_00, 50_00],
    [two.number, 20_00, 10_00],
  ]);
  expect(
    (await held.trace(two.invoiceId)).map((row) => [row.retainedNumber, row.amountCents, row.paidCents]),
  ).toEqual([["RET-1", 20_00, 10_00]]);
  expect(await business.read((books) => readJob(books, oak))).toMatchObject({
    billedCents: 1500_00,
    openCents: 900_00 + 450_00 + 60_00,
    heldCents: 30_00,
  });
});

describe("more than is held", () => {
  test("is refused at its line, and nothing is billed", async () => {
    const { invoiceId } = await held.bill(undefined, [[100_00, 10_00]]);
    await held.release([[invoiceId, 1, 4_00]]);
    const before = await figuresOf(business, alder);
    for (const amount of [6_01, 10_00])
      await expect(held.release([[invoiceId, 1, amount]])).rejects.toMatchObject({
        code: "retainage-released",
        field: "released.0.amountCents",
      });
    await expect(held.release([[invoiceId, 2, 1]])).rejects.toMatchObject({ code: "retainage-released" });
    expect(await figuresOf(business, alder)).toEqual(before);
  });

  test("isn't billed by two at once, nor by twenty", async () => {
    const { invoiceId } = await held.bill(undefined, [[100_00, 10_00]]);
    const many = await Promise.allSettled(
      Array.from({ length: 20 }, () => held.release([[invoiceId, 1, 4_00]])),
    );
    expect(many.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect((await held.heldOf()).lines).toMatchObject([{ heldCents: 2_00 }]);
  });
});

test("a retained invoice that is voided is held again, and can be billed anew", async () => {
  const { invoiceId } = await held.bill(undefined, [[100_00, 10_00]]);
  const billed = await held.release([[invoiceId, 1, 10_00]]);
  expect((await held.heldOf()).lines).toEqual([]);
  await at.reverse(billed.eventId, "2026-05-03");
  expect((await held.heldOf()).lines).toMatchObject([{ heldCents: 10_00 }]);
  expect(await held.trace(invoiceId)).toMatchObject([{ isVoided: true, paidCents: 0 }]);
  await held.release([[invoiceId, 1, 10_00]], { releasedOn: day("2026-05-04") });
});

test("as of any day, what was withheld is what was billed of it and what is held", async () => {
  const oak = await held.jobOf("J-1");
  const one = await held.bill(oak, [[1000_00, 100_00]]);
  const two = await held.bill(undefined, [[500_00, 50_00]], "2026-03-10");
  const billed = await held.release([[one.invoiceId, 1, 40_00]]);
  await at.reverse(two.eventId, "2026-05-02");
  await at.reverse(billed.eventId, "2026-05-03");
  const on = async (asOf: string) => {
    const { rows, ...sums } = await business.read((books) => readRetainage(books, day(asOf)));
    expect(sums.withheldCents).toBe(plusGross(sums.releasedCents, sums.heldCents));
    return [
      sums.withheldCents,
      sums.releasedCents ?? Number.NaN,
      sums.heldCents,
      rows.map((row) => [row.job, row.invoice]),
    ];
  };
  const [first, second] = [
    ["J-1", one.number],
    [null, two.number],
  ];
  expect(await on("2026-02-28")).toEqual([0, 0, 0, []]);
  expect(await on("2026-03-10")).toEqual([150_00, 0, 150_00, [first, second]]);
  expect(await on("2026-05-01")).toEqual([150_00, 40_00, 110_00, [first, second]]);
  expect(await on("2026-05-02")).toEqual([100_00, 40_00, 60_00, [first]]);
  expect(await on("2026-05-03")).toEqual([100_00, 0, 100_00, [first]]);
});

test("the same line twice, and a due date before it, are no input", () => {
  const said = { accountId: alder.accountId, releasedOn: "2026-05-01" };
  const line = { invoiceId: alder.accountId, invoiceLine: 1, amountCents: 1 };
  expect(NewRelease.safeParse({ ...said, released: [line, line] }).success).toBe(false);
  expect(NewRelease.safeParse({ ...said, released: [] }).success).toBe(false);
  expect(NewRelease.safeParse({ ...said, dueOn: "2026-04-30", released: [line] }).success).toBe(false);
});

test("a project manager sees and bills their own jobs' retainage, and nobody else's", async () => {
  const [own, other] = [await held.jobOf("J-1", ANN.userId), await held.jobOf("J-2")];
  const mine = await held.bill(own, [[100_00, 10_00]]);
  const [theirs, nobodys] = [
    await held.bill(other, [[100_00, 20_00]]),
    await held.bill(undefined, [[100_00, 40_00]]),
  ];
  const whose = { managerId: ANN.userId };
  const seen = await business.read((books) => readHeldAccount(books, { customer: alder.customerId }, whose));
  expect(seen.lines.map((line) => line.invoiceId)).toEqual([mine.invoiceId]);
  expect(await business.read((books) => listHolders(books, whose))).toMatchObject({
    rows: [{ heldCents: 10_00 }],
  });
  const may = (...invoices: string[]) =>
    business.read(async (books) => assertBillsJobs(books, ANN.userId, await jobsOfInvoices(books, invoices)));
  await may(mine.invoiceId);
  for (const invoices of [[theirs.invoiceId], [nobodys.invoiceId], [mine.invoiceId, theirs.invoiceId], []])
    await expect(may(...invoices)).rejects.toMatchObject({ code: "not-your-job" });
});
