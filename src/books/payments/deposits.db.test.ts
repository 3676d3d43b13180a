// Payments are taken to the bank once: whoever deposits at the same time, whatever comes back, and whenever it is undone.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewDeposit } from "@/domain/payments/deposit-input.ts";
import { day } from "@/domain/values/day.ts";
import { closePeriods } from "../business/periods.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, journalOf, type Desk } from "../testing/desk.ts";
import { readHistory } from "../receivables/history-page.ts";
import { listDeposits, listUndeposited, undepositedCurrencies } from "./deposit-list.ts";
import { readDeposit } from "./deposit-page.ts";
import { makeDeposit, reverseDeposit } from "./deposits.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
type Paid = { paymentId: string; eventId: number };
let first: Paid;
let second: Paid;
let others: Paid;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
  const invoice = await at.invoice(100_00, "2026-01-10");
  first = await at.pay(60_00, "2026-02-01", [[invoice.eventId, 60_00]]);
  second = await at.pay(15_00, "2026-02-10");
  others = await desk(business, await business.customer("Hillside").write()).pay(5_00, "2026-02-05");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

test("past the verb, the database refuses a deposit of what is in another, and one without its payments", async () => {
  await deposit([first]);
  const write = (lines: ReturnType<typeof sql>) =>
    business.change(({ tx }) =>
      tx.execute(sql`
        with made as (
          insert into books.deposits (number, currency, deposited_on, amount, memo, made_by, to_chart)
          select 'X-1', currency, deposited_on, amount, '', 'x', to_chart from books.deposits returning id)
        ${lines}`),
    );
  const line = sql`
    insert into books.deposit_lines (deposit_id, line, payment_id, amount)
    select made.id, 1, p.id, p.amount from made, books.payments p where p.id = ${first.paymentId}::uuid`;
  await expect(write(line)).rejects.toMatchObject({ code: "deposited-meanwhile" });
  await expect(write(sql`select 1`)).rejects.toMatchObject({
    message: "a deposit is not the sum of its lines",
  });
});

const deposit = (payments: readonly Paid[], on = "2026-02-11") =>
  business.change((books) =>
    makeDeposit(
      books,
      inputOf(NewDeposit, { paymentIds: payments.map((each) => each.paymentId), depositedOn: day(on) }),
    ),
  );
const undo = (depositId: string, on = "2026-03-01") =>
  business.change((books) =>
    reverseDeposit(books, { depositId, on: day(on), period: undefined, reason: "Wrong slip" }),
  );
const waiting = async () =>
  (await business.read((books) => listUndeposited(books, {}))).rows.map((row) => row.paymentId);
const balances = async () =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ role: string; amount: number }>(sql`
      select c.role, coalesce(sum(l.amount), 0)::bigint as amount from books.chart c
      left join books.journal_lines l on l.chart_code = c.code where c.role in ('bank', 'undeposited-funds') group by 1`);
    return Object.fromEntries(rows.map((row) => [row.role, row.amount]));
  });
const refused = (code: string) => expect.objectContaining({ code });

test("several customers' payments are one deposit, and what wasn't chosen waits on", async () => {
  const made = await deposit([others, first]);
  expect(made).toMatchObject({ number: "D-00001", amountCents: 65_00, period: "2026-02-01" });
  expect(await balances()).toEqual({ bank: 65_00, "undeposited-funds": 15_00 });
  expect(await waiting()).toEqual([second.paymentId]);
  const page = await business.read((books) => readDeposit(books, made.depositId));
  expect(page).toMatchObject({
    toAccount: { code: "1000", name: "Bank" },
    amountCents: 65_00,
    reversed: null,
  });
  // As it was put together.
  expect(page.payments.map((each) => [each.customerName, each.amountCents, each.cameBack])).toEqual([
    ["Hillside", 5_00, false],
    ["Greenleaf", 60_00, false],
  ]);
  expect((await business.read((books) => listDeposits(books, {}))).rows).toMatchObject([
    { number: "D-00001", payments: 2, amountCents: 65_00 },
  ]);
});

test("it is no line of a customer's history", async () => {
  await deposit([first, second]);
  const moment = { asOf: day("2026-06-30"), knownAt: null };
  const { lines } = await business.read((books) =>
    readHistory(books, moment, { accountId: greenleaf.accountId }),
  );
  expect(lines.map((line) => line.kind)).toEqual(["payment", "payment", "invoice"]);
});

describe("refuses", () => {
  test("a payment twice, also of two deposits at once", async () => {
    const both = await Promise.allSettled([deposit([first, second]), deposit([others, first])]);
    const [done, not] = both.toSorted((a, b) => a.status.localeCompare(b.status));
    expect([done?.status, not]).toEqual([
      "fulfilled",
      { status: "rejected", reason: refused("deposited-meanwhile") },
    ]);
    await expect(deposit([first])).rejects.toEqual(refused("deposited-meanwhile"));
    expect(await business.read((books) => listDeposits(books, {}))).toMatchObject({ rows: [{}] });
  });

  test("one that came back, a day before one came in, and what isn't there", async () => {
    await expect(deposit([first, second], "2026-02-09")).rejects.toEqual(refused("before-received"));
    await expect(deposit([{ ...first, paymentId: crypto.randomUUID() }])).rejects.toEqual(
      refused("not-found"),
    );
    await at.bounce(second.eventId, "2026-02-12");
    expect(await waiting()).toEqual([first.paymentId, others.paymentId]);
    await expect(deposit([second], "2026-02-20")).rejects.toEqual(refused("deposited-meanwhile"));
  });

  test("to reverse a payment of it, or its events one by one", async () => {
    const { depositId } = await deposit([first]);
    await expect(at.reverse(first.eventId, "2026-03-01")).rejects.toEqual(refused("deposited-since"));
    const [event] = await business.read(({ tx }) =>
      tx.execute<{ number: number }>(
        sql`select number from books.events where document_id = ${depositId}::uuid`,
      ),
    );
    await expect(at.reverse(event?.number ?? 0, "2026-03-01")).rejects.toEqual(refused("deposit-whole"));
    await undo(depositId);
    await at.reverse(first.eventId, "2026-03-01");
    expect(await balances()).toEqual({ bank: 0, "undeposited-funds": 20_00 });
  });
});

test("a payment that was deposited comes back from the bank, and the deposit stays", async () => {
  const { depositId } = await deposit([first, second]);
  const back = await at.bounce(first.eventId, "2026-02-20");
  expect(await journalOf(business, back.eventId)).toEqual({ receivable: 60_00, bank: -60_00 });
  expect(await balances()).toEqual({ bank: 15_00, "undeposited-funds": 5_00 });
  const page = await business.read((books) => readDeposit(books, depositId));
  expect(page.payments.map((each) => each.cameBack)).toEqual([true, false]);
  await expect(undo(depositId)).rejects.toEqual(refused("deposit-came-back"));
});

test("a reversal frees its payments for another deposit, once, and not before its day", async () => {
  const { depositId } = await deposit([first, second]);
  await expect(undo(depositId, "2026-02-10")).rejects.toEqual(refused("out-of-turn"));
  await undo(depositId);
  expect(await balances()).toEqual({ bank: 0, "undeposited-funds": 80_00 });
  await expect(undo(depositId)).rejects.toEqual(refused("reversed-before"));
  expect((await deposit([first], "2026-03-02")).number).toBe("D-00002");
  const page = await business.read((books) => readDeposit(books, depositId));
  expect(page.reversed).toEqual({ on: "2026-03-01", by: "Onaccount", because: "Wrong slip" });
  expect(page.payments.map((each) => each.paymentId)).toEqual([first.paymentId, second.paymentId]);
});

test("in a closed month it is posted in the next open one", async () => {
  await business.change((books) =>
    closePeriods(books, { from: day("2026-02-01"), through: day("2026-02-01") }),
  );
  expect((await deposit([first])).period).toBe("2026-03-01");
});

test("the currencies in which something waits are told, the business's own first", async () => {
  expect(await business.read(undepositedCurrencies)).toEqual(["USD"]);
  await deposit([first, second, others]);
  expect(await business.read(undepositedCurrencies)).toEqual([]);
});
