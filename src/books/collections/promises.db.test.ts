// A promise to pay: within ninety days, of what is owed, one at a time; kept by the payments that come until its day.
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { makePromise, readPromises } from "./promises.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let alder: Account;
let today: Day;
beforeEach(async () => {
  business = await freshBusiness();
  alder = await business.customer("Alder").invoice("500.00", "2026-02-01").write();
  today = business.asker.today;
});
afterAll(closePool);

const promise = (days: number, amount: number | null = null, account = alder) =>
  business.change((books) =>
    makePromise(
      books,
      { accountId: account.accountId, currency: "USD" },
      { promisedOn: addDays(today, days), amountCents: amount === null ? null : cents(amount) },
    ),
  );
const promises = () => business.read((books) => readPromises(books, alder.accountId));
const pay = (amount: string) => business.account(alder).paid(amount, today).write();

test("it is waited for, kept by what comes in, and broken by what the bank gives back", async () => {
  await promise(3, 200_00);
  expect(await promises()).toMatchObject([{ state: "waiting", paidCents: 0, owedCents: 500_00 }]);
  await pay("150.00");
  expect(await promises()).toMatchObject([{ state: "waiting", paidCents: 150_00 }]);
  await business.account(alder).paid("50.00", today).write();
  expect(await promises()).toMatchObject([{ state: "kept", paidCents: 200_00 }]);
  await business.account(alder).paid("1.00", today).bounced(today).write();
  expect(await promises()).toMatchObject([{ state: "kept", paidCents: 200_00 }]);
});

test("what had come before doesn't keep it", async () => {
  await pay("300.00");
  await promise(0);
  expect(await promises()).toMatchObject([{ state: "waiting", paidCents: 0, owedCents: 200_00 }]);
});

test("another day takes the place of the first", async () => {
  await promise(3);
  await promise(10, 100_00);
  expect((await promises()).map(({ state, amountCents }) => [state, amountCents])).toEqual([
    ["waiting", 100_00],
    ["replaced", null],
  ]);
});

test.each([
  ["yesterday", -1, null, "promise-day"],
  ["in ninety-one days", 91, null, "promise-day"],
  ["more than is owed", 1, 500_01, "more-than-open"],
])("%s is refused", async (_name, days, amount, code) => {
  await expect(promise(days, amount)).rejects.toMatchObject({ code });
  expect(await promises()).toEqual([]);
});

test("who owes nothing has nothing to promise", async () => {
  const cedar = await business.customer("Cedar").write();
  await expect(promise(1, null, cedar)).rejects.toMatchObject({ code: "nothing-owed" });
});
