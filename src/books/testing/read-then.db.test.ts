// What lists and pages say of a moment that is past is what they said when it was now: each is read after every step of a
// story, and all of it once more at the end, as of that day and as known at that instant.
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { customerList } from "@/domain/customers/customer-list.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { jobList } from "@/domain/jobs/job-list.ts";
import { DepositReversal, NewDeposit } from "@/domain/payments/deposit-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { listCustomers } from "../customers/customer-list.ts";
import { readProfile } from "../customers/customer-profile.ts";
import { disputeInvoice } from "../invoices/disputes.ts";
import { listInvoices } from "../invoices/invoice-list.ts";
import { readInvoice } from "../invoices/invoice-page.ts";
import { listJobs } from "../jobs/job-list.ts";
import { createJob } from "../jobs/jobs.ts";
import type { Moment } from "../ledger/as-of.ts";
import { makeDeposit, reverseDeposit } from "../payments/deposits.ts";
import { listPayments } from "../payments/payment-list.ts";
import { readPayment } from "../payments/payment-page.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { freshBusiness, ledger, type Account, type Ledger } from "../story/ledger-dsl.ts";
import { desk, instant } from "./desk.ts";
import { mergeInto } from "./merging.ts";
import { namesOf, readAll } from "./read-all.ts";

afterAll(closePool);

type Business = Awaited<ReturnType<typeof freshBusiness>>;

let business: Business;
let greenleaf: Account;
const told: { step: string; on: string; at: string; all: Awaited<ReturnType<typeof readAll>> }[] = [];

/** Does something on a day, and keeps what is said of everything at its end. */
async function step(
  name: string,
  on: string,
  work: (business: ReturnType<typeof onDay>) => Promise<unknown>,
) {
  const that = onDay(on);
  await work(that);
  const all = await that.read((books) => readAll(books));
  told.push({ step: name, on, at: await instant(business), all });
}

const addJob = (here: Ledger, { customerId }: Account, name: string) =>
  here.change((books) =>
    createJob(books, inputOf(NewJob, { customerId, name }), { members: [], mayLimit: true }),
  );

const onDay = (on: string) => ledger({ ...business.asker, today: day(on) });

beforeAll(async () => {
  business = await freshBusiness({ today: "2026-07-31" });
  const limited = { limitCents: cents(125_00), addressLines: ["1 Elm St"] };
  greenleaf = await business.customer("Greenleaf", { number: "C-7", ...limited }).write();
  const acme = await business.customer("Acme", { number: "C-8" }).write();
  const [{ jobId }, elm] = [await addJob(business, greenleaf, "Oak"), await addJob(business, acme, "Elm")];
  const at = (on: Parameters<typeof desk>[0], account = greenleaf) => desk(on, account);
  const deposit = (on: Ledger, day_: string) =>
    on.change((books) =>
      makeDeposit(books, inputOf(NewDeposit, { paymentIds: [paymentId], depositedOn: day(day_) })),
    );
  const dispute = (on: Ledger, note: string) =>
    on.change((books) => disputeInvoice(books, { invoiceId, disputed: note !== "", note }));
  let [first, second, paid, late, memo] = [0, 0, 0, 0, 0];
  let [invoiceId, paymentId, depositId] = ["", "", ""];
  await step("invoices", "2026-01-10", async (on) => {
    first = (await at(on).invoice(100_00, "2026-01-10", { dueOn: "2026-02-09", jobId })).eventId;
    await at(on, acme).invoice(8_00, "2026-01-05", { dueOn: "2026-07-01", ...elm });
  });
  await step("a payment in part", "2026-02-01", async (on) => {
    ({ eventId: paid, paymentId } = await at(on).pay(70_00, "2026-02-01", [[first, 40_00]]));
  });
  await step("a deposit", "2026-02-03", async (on) => {
    ({ depositId } = await deposit(on, "2026-02-03"));
  });
  await step("another invoice, with retainage", "2026-02-20", async (on) => {
    ({ eventId: second, invoiceId } = await at(on).invoice(90_00, "2026-02-20", {
      dueOn: "2026-03-22",
      retainage: 9_00,
      jobId,
    }));
    await at(on).invoice(12_00, "2026-02-20", { retainage: 12_00, jobId });
  });
  await step("a charge of the counter", "2026-02-21", (on) =>
    on
      .account(greenleaf)
      .bought([["Stone", "2", "5.00"]], "2026-02-21")
      .write(),
  );
  await step("the deposit reversed", "2026-02-22", (on) =>
    on.change((books) =>
      reverseDeposit(
        books,
        inputOf(DepositReversal, { depositId, on: day("2026-02-22"), reason: "Wrong slip" }),
      ),
    ),
  );
  await step("a dispute", "2026-02-23", (on) => dispute(on, "Two were cracked"));
  await step("a credit memo", "2026-03-01", async (on) => {
    memo = (await at(on).memo(15_00, "2026-03-01", [[second, 5_00]])).eventId;
  });
  await step("what was written down late", "2026-03-10", async (on) => {
    late = (await at(on).pay(6_00, "2026-02-15", [[first, 6_00]])).eventId;
  });
  await step("a second deposit, dated back", "2026-03-12", (on) => deposit(on, "2026-02-10"));
  await step("the dispute settled", "2026-03-13", (on) => dispute(on, ""));
  await step("un-applied", "2026-03-15", (on) => at(on).unApply(paid, first, "2026-03-15"));
  await step("a refund", "2026-03-16", (on) => at(on).refund(20_00, "2026-03-16", paid));
  await step("another dispute", "2026-03-20", (on) => dispute(on, "Late as well"));
  await step("given up", "2026-04-01", (on) => at(on).writeOff(second, 10_00, "2026-04-01"));
  await step("the memo reversed", "2026-04-10", (on) => at(on).reverse(memo, "2026-04-10"));
  await step("the check came back", "2026-04-20", (on) => at(on).bounce(late, "2026-04-20", 25_00));
  await step("voided", "2026-05-02", async (on) => {
    const wrong = await at(on, acme).invoice(3_00, "2026-05-01");
    await at(on, acme).reverse(wrong.eventId, "2026-05-02");
  });
  await step("all paid", "2026-05-20", (on) => at(on).pay(400_00, "2026-05-20", "oldest-first"));
}, 120_000);

test("every list and page says of a moment what it said then", { timeout: 120_000 }, async () => {
  expect(told.length).toBe(19);
  for (const { step: name, on, at, all } of told) {
    const then = await business.read((books) => readAll(books, { asOf: day(on), knownAt: at }));
    for (const [what, said] of Object.entries(all))
      expect([name, what, then[what]]).toEqual([name, what, said]);
  }
  // None of them was empty all the time, but for those that this story has nothing for.
  const never = Object.keys(told[0]?.all ?? {}).filter((what) =>
    told.every(({ all }) => (all[what] as unknown[]).length === 0),
  );
  expect(never.filter((what) => !/, (archived|empty|exemption-ends)$/.test(what))).toEqual([]);
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test("what was written down late counts on its day, once it is known", async () => {
  const openOn = (asOf: string) =>
    business.read(async (books) => {
      const { rows } = await listInvoices(books, {
        customerId: greenleaf.customerId,
        at: { asOf: day(asOf), knownAt: null },
      });
      return rows.map((row) => [row.totalCents, row.openCents, row.state]);
    });
  expect(await openOn("2026-02-14")).toEqual([[100_00, 60_00, "overdue"]]);
  expect(await openOn("2026-02-15")).toEqual([[100_00, 54_00, "overdue"]]);
  expect(await openOn("2026-01-09")).toEqual([]);
});

test("what came later isn't there: the page of an invoice that wasn't issued yet is not found", async () => {
  const [row] = (await business.read((books) => listInvoices(books, { sort: "issued" }))).rows;
  const read = business.read((books) =>
    readInvoice(books, row?.invoiceId ?? "", { asOf: day("2026-01-01"), knownAt: null }),
  );
  await expect(read).rejects.toMatchObject({ code: "not-found" });
});

test("a payment that two deposits had one after the other is one, in the later of them", async () => {
  const depositsOn = (asOf: string) =>
    business.read(async (books) => {
      const at: Moment = { asOf: day(asOf), knownAt: null };
      const { rows } = await listPayments(books, { sort: "received", at });
      const read = await Promise.all(rows.map(({ paymentId }) => readPayment(books, paymentId, at)));
      return read.map(({ eventId, deposit }) => [eventId, deposit?.number ?? ""]);
    });
  const [first, second] = [await depositsOn("2026-02-03"), await depositsOn("2026-02-20")];
  expect(first.map(([, number]) => number)).toEqual(["D-00001"]);
  expect(second.map(([, number]) => number)).toEqual(["", "D-00002"]);
});

test("of who was merged into another, the other's row says what their account says", async () => {
  const here = await freshBusiness();
  const twin = await here.customer("Twin", { number: "C-2" }).write();
  const { jobId } = await addJob(here, twin, "Oak");
  await desk(here, twin).invoice(30_00, "2026-01-05", { jobId, dueOn: "2026-01-20" });
  const kept = await here.customer("Kept", { number: "C-1" }).invoice("7.00", "2026-01-02").write();
  await mergeInto(here, [twin, kept], { on: "2026-03-01" });
  const at: Moment = { asOf: day("2026-02-01"), knownAt: null };
  const listed = (asked: Parameters<typeof listCustomers>[1]) =>
    here.read(async (books) => {
      const { rows } = await listCustomers(books, { ...asked, at });
      return rows.map(({ number, balanceCents, overdueCents }) => [number, balanceCents, overdueCents]);
    });
  for (const sort of namesOf(customerList.sorts)) {
    expect([sort, await listed({ sort })]).toEqual([sort, [["C-1", 37_00, 30_00]]]);
    // Whatever they owed is in the other's row, and once.
    expect([sort, await listed({ sort, show: "archived" })]).toEqual([sort, [["C-2", 0, 0]]]);
  }
  for (const customer of ["C-1", "C-2"]) {
    const page = await here.read((books) => readAccountPage(books, at, { customer }));
    expect([page.customerNumber, page.figures.balanceCents]).toEqual(["C-1", 37_00]);
  }
  const read = await here.read((books) => readProfile(books, kept.customerId, at));
  expect(read.balanceCents).toBe(37_00);
  const gone = await here.read((books) => readProfile(books, twin.customerId, at));
  expect([gone.mergedInto?.customerId, gone.balanceCents, gone.openCreditCents]).toEqual([
    kept.customerId,
    0,
    0,
  ]);
  for (const sort of namesOf(jobList.sorts)) {
    const { rows } = await here.read((books) => listJobs(books, { sort, at }));
    expect(rows.map(({ customerNumber, openCents }) => [customerNumber, openCents])).toEqual([
      ["C-1", 30_00],
    ]);
  }
});
