// Discounts for paying early with one check of a parent for itself and its branches: each is kept with the part of whose invoice
// it is, in time or late, and goes with the check.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { chooseParent } from "../customers/families.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf } from "../testing/desk.ts";
import { readPayingAccount } from "./paying-account.ts";
import { recordSplitPayment } from "./split-payments.ts";

const IN_TIME = "2026-03-01";
const LATE = "2026-03-20";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let west: Account;
let [own, branch] = [0, 0];

beforeEach(async () => {
  business = await freshBusiness();
  head = await business.customer("Head Office").write();
  west = await business.customer("West", { terms: "net-30-2-10" }).write();
  const { customerId } = west;
  await business.change((books) =>
    chooseParent(books, { customerId, parentId: head.customerId }, { mayLimit: true }),
  );
  own = (await desk(business, head).invoice(10_00, "2026-01-10")).eventId;
  branch = (await desk(business, west).invoice(200_00, "2026-02-20")).eventId;
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type Uses = readonly (readonly [itemId: number, amount: number])[];
const partsOf = (uses: Uses) =>
  uses.map(([itemId, amountCents]) => ({ itemId, amountCents: cents(amountCents) }));

const pay = (uses: Uses, discount: number, on = IN_TIME) =>
  business.change((books) =>
    recordSplitPayment(
      books,
      inputOf(NewPayment, {
        accountId: head.accountId,
        amountCents: cents(uses.reduce((total, [, amount]) => total + amount, 0)),
        receivedOn: day(on),
        method: "check",
        applied: partsOf(uses),
        discounts: partsOf([[branch, discount]]),
      }),
    ),
  );
const both = (amount: number): Uses => [
  [branch, amount],
  [own, 10_00],
];
const owed = async () =>
  (await Promise.all([head, west].map((each) => figuresOf(business, each)))).map((each) => each?.items);

test("it is offered where the family is paid for, and kept with the part of whose invoice it is", async () => {
  const { debts } = await business.read((books) =>
    readPayingAccount(books, head.customerId, { family: true }),
  );
  expect(debts.find(({ itemId }) => itemId === branch)).toMatchObject({
    whose: "West",
    offer: { offeredCents: 4_00, untilOn: "2026-03-02" },
  });
  const { parts } = await pay(both(196_00), 4_00);
  expect(parts.map((part) => part.amountCents)).toEqual([10_00, 196_00]);
  expect(await owed()).toEqual([0, 0]);
});

test("late it is kept all the same, and goes when the check is reversed", async () => {
  const { parts } = await pay(both(196_00), 4_00, LATE);
  expect(await owed()).toEqual([0, 0]);
  const eventId = parts[0]?.eventId ?? 0;
  await business.change((books) => reverseEvent(books, { eventId, on: day("2026-03-21"), reason: "Wrong" }));
  expect(await owed()).toEqual([10_00, 200_00]);
});

test("more than its terms give, in part, and of what isn’t paid, it is refused, and nothing is posted", async () => {
  await expect(pay(both(195_00), 5_00)).rejects.toMatchObject({ code: "discount-not-offered" });
  await expect(pay(both(190_00), 4_00)).rejects.toMatchObject({ code: "discount-in-part" });
  await expect(pay([[own, 10_00]], 4_00)).rejects.toMatchObject({ code: "not-found" });
  expect(await owed()).toEqual([10_00, 200_00]);
});
