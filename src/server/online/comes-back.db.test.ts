// Money of an online payment that went back, or came to the bank: booked once, in whatever order it was told.
import { expect, test } from "vitest";
import { LOOK_SLOTS, readToLookAgain } from "@/books/payments/online-looks.ts";
import { present } from "@/domain/assert.ts";
import { idOf, openPayingDesk, type PayingDesk } from "../testing/paying-desk.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: PayingDesk;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openPayingDesk(stripe);
  return desk.at.books;
});

test("a refund that is told before its payment is booked behind it: own credit first, then what it settled last", async () => {
  const session = stripe.pay(await desk.begin());
  const refund = stripe.refund(idOf(session["payment_intent"]), 70_00);
  await desk.tell("charge.refunded", {
    id: "ch_x",
    object: "charge",
    payment_intent: refund["payment_intent"],
  });
  expect(await desk.work()).toBe(0);
  await desk.tell("checkout.session.completed", session);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 70_00, credit: 0 });
  await desk.tell("charge.refunded", {
    id: "ch_x",
    object: "charge",
    payment_intent: refund["payment_intent"],
  });
  await desk.tell("refund.updated", {
    id: "re_x",
    object: "refund",
    payment_intent: refund["payment_intent"],
  });
  expect(await desk.work()).toBe(1);
  expect(await desk.owed()).toMatchObject({ items: 70_00, credit: 0 });
  expect((await desk.list())[0]?.returns).toMatchObject([
    { kind: "refund", amountCents: 70_00, fault: null },
  ]);
});

test("a refund of what is open credit owes nothing again", async () => {
  const [one, two] = [await desk.begin(), await desk.begin()];
  await desk.tell("checkout.session.completed", stripe.pay(one));
  await desk.work();
  const second = stripe.pay(two);
  await desk.tell("checkout.session.completed", second);
  await desk.work();
  stripe.refund(idOf(second["payment_intent"]), 160_00);
  await desk.tell("charge.refunded", {
    id: "ch_y",
    object: "charge",
    payment_intent: idOf(second["payment_intent"]),
  });
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
});

test("a chargeback is a payment that came back; won, its money is there again", async () => {
  const paid = await desk.pay();
  const dispute = stripe.dispute(paid.intent, 160_00);
  await desk.tell("charge.dispute.created", dispute);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 160_00, credit: 0 });
  await desk.tell("charge.dispute.funds_withdrawn", dispute);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 160_00, credit: 0 });
  stripe.win(dispute.id);
  await desk.tell("charge.dispute.closed", dispute);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
  expect((await desk.list())[0]?.returns.map(({ kind }) => kind)).toEqual(["chargeback", "chargeback-won"]);
});

test("a chargeback of the rest after a refund takes back only that", async () => {
  const paid = await desk.pay();
  const { intent } = paid;
  stripe.refund(intent, 30_00);
  stripe.dispute(intent, 130_00);
  await desk.tell("charge.dispute.created", { id: "dp_z", object: "dispute", payment_intent: intent });
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 160_00, credit: 0 });
});

test("a surcharge is a debt of its own that its payment settles, and goes when all of it came back", async () => {
  desk = await openPayingDesk(stripe, { surchargePercent: "2.9" });
  const paid = await desk.pay();
  expect(paid.amount).toBe(164_64);
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
  const { intent } = paid;
  stripe.refund(intent, 164_64);
  await desk.tell("charge.refunded", { id: "ch_s", object: "charge", payment_intent: intent });
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 160_00, credit: 0 });
});

test("a chargeback of a payment with its surcharge that is won leaves neither debt nor credit", async () => {
  desk = await openPayingDesk(stripe, { surchargePercent: "2.9" });
  const { intent } = await desk.pay();
  const dispute = stripe.dispute(intent, 164_64);
  await desk.tell("charge.dispute.created", dispute);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 160_00, credit: 0 });
  stripe.win(dispute.id);
  await desk.tell("charge.dispute.closed", dispute);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
});

test("a refund whose word is lost is found within the day: each that is paid has its turn once", async () => {
  const { intent } = await desk.pay();
  const turns = async () => {
    const ids = [];
    for (let slot = 0; slot < LOOK_SLOTS; slot++)
      ids.push(...(await desk.at.books.read((books) => readToLookAgain(books, slot))));
    return ids;
  };
  expect(await turns()).toEqual([]);
  await desk.age(48);
  stripe.refund(intent, 70_00);
  const [turn, ...more] = await turns();
  expect(more).toEqual([]);
  await desk.look(present(turn, "it has its turn"));
  expect(await desk.owed()).toMatchObject({ items: 70_00, credit: 0 });
});

test("a payout says which payments came with it", async () => {
  const paid = await desk.pay();
  const payout = stripe.payout([paid.intent]);
  await desk.tell("payout.paid", payout);
  expect(await desk.work()).toBe(1);
  expect((await desk.list())[0]).toMatchObject({ payoutId: payout.id, paidOutOn: "2026-06-30" });
});
