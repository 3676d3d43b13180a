// How an account pays, to the day, from what is in its books.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, type Desk } from "../testing/desk.ts";
import { readPayingHabits } from "./paying-habits.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness({ today: day("2026-06-30") });
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const habit = async () =>
  (await business.read((books) => readPayingHabits(books, [greenleaf.accountId]))).get(greenleaf.accountId);

test("nothing yet", async () => {
  expect(await habit()).toEqual({
    invoicedCents: 0,
    recentCents: 0,
    beforeCents: 0,
    paidInvoices: 0,
    paidLate: 0,
    daysToPay: null,
    daysLate: null,
    oldestDaysPastDue: null,
  });
});

test("by amount, from the invoice to its last payment; what is open is only late, and what was credited no sale", async () => {
  const early = await at.invoice(100_00, "2026-03-01", { dueOn: "2026-03-31" });
  const late = await at.invoice(300_00, "2026-03-01", { dueOn: "2026-03-31" });
  const open = await at.invoice(50_00, "2026-05-01", { dueOn: "2026-05-31" });
  await at.invoice(70_00, "2025-05-01", { dueOn: "2025-05-31" });
  await at.pay(100_00, "2026-03-21", [[early.eventId, 100_00]]);
  await at.pay(100_00, "2026-03-21", [[late.eventId, 100_00]]);
  await at.pay(200_00, "2026-04-10", [[late.eventId, 200_00]]);
  await at.pay(10_00, "2026-06-01", [[open.eventId, 10_00]]);
  expect(await habit()).toEqual({
    invoicedCents: 450_00,
    recentCents: 50_00,
    beforeCents: 400_00,
    paidInvoices: 2,
    paidLate: 1,
    // 100.00 in 20 days, 300.00 in 40; due after 30.
    daysToPay: 35,
    daysLate: 5,
    oldestDaysPastDue: 395,
  });
});
