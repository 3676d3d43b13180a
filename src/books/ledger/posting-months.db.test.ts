// What is dated in a closed month: where it can go, where it goes, and what the books of the months then say.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { periodChoice } from "@/domain/ledger/posting-period.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { closePeriods } from "../business/periods.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { writeOff } from "../corrections/adjustments.ts";
import { applyCredit } from "./applications.ts";
import { readPayingAccount } from "../payments/paying-account.ts";
import { recordPayment } from "../payments/payments.ts";
import { refundCredit } from "../payments/refunds.ts";
import { readAgingReport } from "../receivables/aging-report.ts";
import { readTrialBalance } from "../receivables/trial-balance.ts";
import { readLedgerNet } from "../receivables/ledger-net.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { readPostingMonths } from "./posting-months.ts";

const [MAR, APR, MAY, JUN] = [day("2026-03-01"), day("2026-04-01"), day("2026-05-01"), day("2026-06-01")];
const IN_MARCH = day("2026-03-12");

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
/** Today is 30 June 2026, and March is closed. */
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-02-01").write();
  await close("2026-03-01");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const close = (month: string) =>
  business.change((books) => closePeriods(books, { from: day(month), through: day(month) }));
const pay = (period?: string) =>
  business.change((books) =>
    recordPayment(
      books,
      inputOf(NewPayment, {
        accountId: greenleaf.accountId,
        amountCents: cents(40_00),
        receivedOn: IN_MARCH,
        method: "check",
        ...(period && { period: day(period) }),
      }),
    ),
  );
const periodOf = (eventId: number) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ period: string }>(
      sql`select period from books.events where number = ${eventId}`,
    );
    return rows[0]?.period;
  });

test("a form learns that the day's month is closed and which months can take it, the next one first", async () => {
  const { months } = await business.read((books) => readPayingAccount(books, greenleaf.customerId));
  expect(months).toEqual({ closed: [MAR], open: [APR, MAY, JUN] });
  expect(periodChoice(IN_MARCH, months)).toEqual({ closed: MAR, open: [APR, MAY, JUN] });
});

test("with the current month closed, too, the next one is the last that can be chosen", async () => {
  await close("2026-06-01");
  expect(await business.read(readPostingMonths)).toEqual({
    closed: [MAR, JUN],
    open: [APR, MAY, day("2026-07-01")],
  });
});

test("nothing chosen, a payment goes into the next open month, and its answer says so", async () => {
  const { period, eventId } = await pay();
  expect(period).toBe(APR);
  expect(await periodOf(eventId)).toBe(APR);
});

test("a later open month can be chosen", async () => {
  const { period, eventId } = await pay("2026-06-01");
  expect(period).toBe(JUN);
  expect(await periodOf(eventId)).toBe(JUN);
});

test.each([
  ["the closed month itself", "2026-03-01"],
  ["a month before its date", "2026-02-01"],
  ["a month that hasn't begun", "2026-07-01"],
])("%s is refused, at its field", async (_what, month) => {
  await expect(pay(month)).rejects.toMatchObject({ code: "period-out-of-reach", field: "period" });
});

test("a month closed since the form was drawn is refused at its field, and nothing is recorded", async () => {
  await close("2026-05-01");
  await expect(pay("2026-05-01")).rejects.toMatchObject({ code: "period-out-of-reach", field: "period" });
  const { figures } = await business.read((books) => readPayingAccount(books, greenleaf.customerId));
  expect(figures.openCreditCents).toBe(0);
});

test("every verb with a day of its own takes the month that was chosen for it, and says it", async () => {
  const at = desk(business, greenleaf);
  const on = IN_MARCH;
  const { accountId } = greenleaf;
  const [first, second, third] = [
    await at.pay(30_00, "2026-02-10"),
    await at.pay(20_00, "2026-02-11"),
    await at.pay(10_00, "2026-02-12"),
  ];
  const invoice = await at.invoice(50_00, "2026-02-12");
  const given = { reason: "Found later", seenSeq: undefined, period: MAY };
  const returned = await business.change((books) =>
    returnPayment(books, { eventId: second.eventId, returnedOn: on, feeCents: cents(5_00), ...given }),
  );
  expect(await periodOf(returned.feeEventId ?? 0)).toBe(MAY);
  const recorded = await business.change(async (books) => [
    returned,
    await reverseEvent(books, { eventId: first.eventId, on, ...given }),
    await writeOff(books, { accountId, on, itemId: invoice.eventId, amountCents: cents(1_00), ...given }),
    await applyCredit(books, {
      accountId,
      appliedOn: on,
      applied: [{ creditId: third.eventId, itemId: invoice.eventId, amountCents: cents(4_00) }],
      useEarmarked: false,
      ...given,
    }),
    await refundCredit(books, {
      accountId,
      amountCents: cents(6_00),
      refundedOn: on,
      method: "check",
      reference: "",
      ...given,
    }),
  ]);
  expect(recorded.map(({ period }) => period)).toEqual([MAY, MAY, MAY, MAY, MAY]);
  for (const { eventId } of recorded) expect(await periodOf(eventId)).toBe(MAY);
});

test("the ledger at a day says what of it was posted later, by the months that it is dated and posted in", async () => {
  await pay();
  await pay("2026-06-01");
  await desk(business, greenleaf).invoice(7_00, "2026-03-31");
  const net = (asOf: string) =>
    business.read((books) => readLedgerNet(books, { asOf: day(asOf), knownAt: null }));
  expect(await net("2026-03-31")).toEqual({
    netCents: 27_00,
    postedLater: [
      { dated: MAR, posted: APR, amountCents: -33_00 },
      { dated: MAR, posted: JUN, amountCents: -40_00 },
    ],
  });
  expect(await net("2026-04-30")).toEqual({
    netCents: 27_00,
    postedLater: [{ dated: MAR, posted: JUN, amountCents: -40_00 }],
  });
  expect(await net("2026-06-30")).toEqual({ netCents: 27_00, postedLater: [] });
  expect(await net("2026-02-28")).toEqual({ netCents: 100_00, postedLater: [] });
});

test("a bounce dated in a closed month changes that day's aging and not the period's books", async () => {
  const check = await desk(business, greenleaf).pay(30_00, "2026-02-10");
  const at = (asOf: string) =>
    business.read(async (books) => {
      const moment = { asOf: day(asOf), knownAt: null };
      const { lines } = await readTrialBalance(books, moment);
      return {
        aged: (await readAgingReport(books, moment)).totals.netCents,
        ledger: await readLedgerNet(books, moment),
        trial: lines
          .filter(({ role }) => role === "receivable" || role === "customer-credit")
          .reduce((sum, { balanceCents }) => sum + (balanceCents ?? Number.NaN), 0),
      };
    });
  expect(await at("2026-03-31")).toEqual({
    aged: 70_00,
    ledger: { netCents: 70_00, postedLater: [] },
    trial: 70_00,
  });
  await business.change((books) =>
    returnPayment(books, { eventId: check.eventId, returnedOn: IN_MARCH, reason: "No funds" }),
  );
  // By its date the check is back on that day; March's books stay as they were closed, and April's have it.
  expect(await at("2026-03-31")).toEqual({
    aged: 100_00,
    ledger: { netCents: 100_00, postedLater: [{ dated: MAR, posted: APR, amountCents: 30_00 }] },
    trial: 70_00,
  });
  expect(await at("2026-03-11")).toMatchObject({ aged: 70_00, trial: 70_00 });
  expect(await at("2026-04-30")).toEqual({
    aged: 100_00,
    ledger: { netCents: 100_00, postedLater: [] },
    trial: 100_00,
  });
});
