// Money goes to Undeposited Funds or straight to a bank account, and comes back from where it is. What went to the bank
// waits for no deposit.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { NewAccount } from "@/domain/business/account-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { MethodByHand } from "@/domain/ledger/payment-method.ts";
import { NewDeposit } from "@/domain/payments/deposit-input.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { usualAccount } from "@/domain/payments/to-account.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { archiveAccount, createAccount } from "../business/chart.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { listUndeposited } from "./deposit-list.ts";
import { makeDeposit, reverseDeposit } from "./deposits.ts";
import { readPayment } from "./payment-page.ts";
import { recordPayment } from "./payments.ts";
import { recordSplitPayment } from "./split-payments.ts";
import { readToAccounts } from "./to-accounts.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  await business.change((books) =>
    createAccount(books, inputOf(NewAccount, { code: "1010", name: "Savings", kind: "bank" })),
  );
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const given = (amountCents: number, toAccount: string | null, method: MethodByHand = "check") => ({
  accountId: greenleaf.accountId,
  amountCents: cents(amountCents),
  method,
  toAccount,
  receivedOn: day("2026-02-01"),
  applied: [],
});
const pay = (amountCents: number, toAccount: string | null, method?: MethodByHand) =>
  business.change((books) =>
    recordPayment(books, inputOf(NewPayment, given(amountCents, toAccount, method))),
  );
const deposit = (paymentId: string, toAccount?: string) =>
  business.change((books) =>
    makeDeposit(
      books,
      inputOf(NewDeposit, { paymentIds: [paymentId], depositedOn: day("2026-02-02"), toAccount }),
    ),
  );
const comesBack = (eventId: number) =>
  business.change((books) =>
    returnPayment(books, { eventId, returnedOn: day("2026-03-01"), reason: "No funds" }),
  );
/** What stands on the accounts where money can be, by number; without those at nothing. */
const money = () =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ code: string; amount: number }>(sql`
      select c.code, sum(l.amount)::bigint as amount from books.journal_lines l join books.chart c on c.code = l.chart_code
      where c.bank or c.role = 'undeposited-funds' group by 1 having sum(l.amount) <> 0`);
    return Object.fromEntries(rows.map((row) => [row.code, row.amount]));
  });

test("a payment goes where it is said to, and only what lies in Undeposited Funds waits", async () => {
  const straight = await pay(60_00, "1010");
  const waits = await pay(15_00, null);
  expect(await money()).toEqual({ "1010": 60_00, "1100": 15_00 });
  const { rows } = await business.read((books) => listUndeposited(books, {}));
  expect(rows.map((row) => row.paymentId)).toEqual([waits.paymentId]);
  await expect(deposit(straight.paymentId)).rejects.toMatchObject({ code: "deposited-meanwhile" });
  expect(await business.read((books) => readPayment(books, straight.paymentId))).toMatchObject({
    toAccount: { code: "1010", name: "Savings" },
    deposit: null,
  });
});

test("what is no bank account in use is refused, and nothing is recorded", async () => {
  await business.change((books) => archiveAccount(books, "1010"));
  for (const code of ["1010", "1100", "4000", "9999"]) {
    await expect(pay(60_00, code)).rejects.toMatchObject({
      code: "not-found",
      details: { field: "toAccount" },
    });
  }
  expect(await money()).toEqual({});
  const { paymentId } = await pay(60_00, null);
  await expect(deposit(paymentId, "1100")).rejects.toMatchObject({ details: { field: "toAccount" } });
});

test("the bank takes what comes back from the account that it went to, at once or with a deposit", async () => {
  const straight = await pay(60_00, "1010");
  const taken = await pay(15_00, null);
  await deposit(taken.paymentId, "1010");
  const other = await pay(5_00, null);
  await deposit(other.paymentId);
  expect(await money()).toEqual({ "1000": 5_00, "1010": 75_00 });
  await comesBack(straight.eventId);
  await comesBack(taken.eventId);
  expect(await money()).toEqual({ "1000": 5_00 });
  await comesBack(other.eventId);
  expect(await money()).toEqual({});
});

test("what was entered wrongly is reversed on its account, and so is a deposit", async () => {
  const straight = await pay(60_00, "1010");
  await business.change((books) =>
    reverseEvent(books, { eventId: straight.eventId, on: day("2026-02-03"), reason: "Twice" }),
  );
  const taken = await pay(15_00, null);
  const { depositId } = await deposit(taken.paymentId, "1010");
  await business.change((books) =>
    reverseDeposit(books, { depositId, on: day("2026-02-03"), period: undefined, reason: "Wrong slip" }),
  );
  expect(await money()).toEqual({ "1100": 15_00 });
});

test("each part of a parent's check goes to the same account", async () => {
  const input = inputOf(NewPayment, given(60_00, "1010"));
  await business.change((books) => recordSplitPayment(books, input));
  expect(await money()).toEqual({ "1010": 60_00 });
});

test("a payment goes where the last of its method went, unless that account was put away", async () => {
  const usual = async (method: MethodByHand) =>
    usualAccount(method, await business.read((books) => readToAccounts(books)));
  expect([await usual("check"), await usual("record-only")]).toEqual([null, "1000"]);
  await pay(60_00, "1010");
  await pay(60_00, null, "cash");
  expect([await usual("check"), await usual("cash")]).toEqual(["1010", null]);
  await business.change((books) => archiveAccount(books, "1010"));
  expect(await usual("check")).toBeNull();
});
