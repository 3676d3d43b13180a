// What Stripe takes back of what went back: a refund that fails, a chargeback that is won, and lost, and made again. What we did with the
// money since keeps nothing of it from the books.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { mergeCustomers } from "@/books/customers/merges.ts";
import { desk as accountDesk, type Desk } from "@/books/testing/desk.ts";
import { present } from "@/domain/assert.ts";
import { openPayingDesk, type PayingDesk } from "../testing/paying-desk.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: PayingDesk;
let at: Desk;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  await open();
  return desk.at.books;
});

async function open(
  ...given: Parameters<typeof openPayingDesk> extends [unknown, ...infer Rest] ? Rest : never
) {
  desk = await openPayingDesk(stripe, ...given);
  at = accountDesk(desk.at.books, desk.payer);
}

/** Told and looked at; what the account owes then. */
async function hear(type: string, object: unknown) {
  await desk.tell(type, object);
  await desk.work();
  return desk.owed();
}
const told = async () => (await desk.list())[0]?.returns.map(({ kind, fault }) => fault ?? kind);
/** The event of its payment. */
const paymentEvent = async () => {
  const [row] = await desk.at.books.read(({ tx }) =>
    tx.execute<{ event_number: number }>(sql`
      select event_number from books.payments where method = 'online' order by event_number limit 1`),
  );
  return present(row, "it was booked").event_number;
};

test("a refund that fails is money that is there again, however often it is told", async () => {
  const { intent } = await desk.pay();
  const refund = stripe.refund(intent, 70_00);
  expect(await hear("charge.refunded", refund)).toMatchObject({ items: 70_00, credit: 0 });
  stripe.failRefund(refund.id);
  expect(await hear("refund.failed", refund)).toMatchObject({ items: 0, credit: 0 });
  expect(await hear("refund.updated", refund)).toMatchObject({ items: 0, credit: 0 });
  expect(await told()).toEqual(["refund", "refund-failed"]);
});

test("a refund that failed before we heard of it never was, and one after it is one", async () => {
  const { intent } = await desk.pay();
  const refund = stripe.failRefund(stripe.refund(intent, 70_00).id);
  expect(await hear("refund.failed", refund)).toMatchObject({ items: 0, credit: 0 });
  expect(await told()).toEqual([]);
  expect(await hear("refund.created", stripe.refund(intent, 20_00))).toMatchObject({ items: 20_00 });
  expect(await told()).toEqual(["refund"]);
});

test("a chargeback that is lost stays one; won, made again, and won again, with its surcharge each time", async () => {
  await open({ surchargePercent: "2.9" });
  const { intent } = await desk.pay();
  for (const ends of ["win", "win", "lose"] as const) {
    const dispute = stripe.dispute(intent, 164_64);
    expect(await hear("charge.dispute.created", dispute)).toMatchObject({ items: 160_00, credit: 0 });
    stripe[ends](dispute.id);
    const left = ends === "win" ? 0 : 160_00;
    expect(await hear("charge.dispute.closed", dispute)).toMatchObject({ items: left, credit: 0 });
  }
  const twice = ["chargeback", "chargeback-won", "chargeback", "chargeback-won"];
  expect(await told()).toEqual([...twice, "chargeback"]);
});

test("two chargebacks of parts of it each take back their own, in whatever order they end", async () => {
  const { intent } = await desk.pay();
  const [one, two] = [stripe.dispute(intent, 60_00), stripe.dispute(intent, 100_00)];
  stripe.win(one.id);
  expect(await hear("charge.dispute.closed", one)).toMatchObject({ items: 100_00, credit: 0 });
  stripe.win(two.id);
  expect(await hear("charge.dispute.created", two)).toMatchObject({ items: 0, credit: 0 });
});

test("a discount goes with all of what went back, and comes again with it as it was paid in time", async () => {
  await open({}, (books) =>
    books.customer("Greenleaf", { terms: "net-30-2-10" }).invoice("1000.00", "2026-06-25").write(),
  );
  const { intent, amount } = await desk.pay();
  expect(amount).toBe(980_00);
  const refund = stripe.refund(intent, 980_00);
  expect(await hear("charge.refunded", refund)).toMatchObject({ items: 1_000_00, credit: 0 });
  stripe.failRefund(refund.id);
  expect(await hear("refund.failed", refund)).toMatchObject({ items: 0, credit: 0 });
  const dispute = stripe.dispute(intent, 980_00);
  expect(await hear("charge.dispute.created", dispute)).toMatchObject({ items: 1_000_00, credit: 0 });
  stripe.win(dispute.id);
  expect(await hear("charge.dispute.closed", dispute)).toMatchObject({ items: 0, credit: 0 });
});

test("refunded in two parts that both fail, the discount comes again with the last of it", async () => {
  await open({}, (books) =>
    books.customer("Greenleaf", { terms: "net-30-2-10" }).invoice("1000.00", "2026-06-25").write(),
  );
  const { intent } = await desk.pay();
  const parts = [stripe.refund(intent, 500_00), stripe.refund(intent, 480_00)];
  for (const each of parts) await hear("charge.refunded", each);
  expect(await desk.owed()).toMatchObject({ items: 1_000_00, credit: 0 });
  for (const each of parts) stripe.failRefund(each.id);
  await hear("refund.failed", parts[0]);
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
});

test("a chargeback that somebody booked by hand before isn't booked twice", async () => {
  const { intent } = await desk.pay();
  await at.bounce(await paymentEvent(), "2026-06-30");
  const dispute = stripe.dispute(intent, 160_00);
  expect(await hear("charge.dispute.created", dispute)).toMatchObject({ items: 160_00, credit: 0 });
  stripe.win(dispute.id);
  expect(await hear("charge.dispute.closed", dispute)).toMatchObject({ items: 0, credit: 0 });
  expect(await told()).toEqual(["chargeback", "chargeback-won"]);
});

test("what was given back by hand and by Stripe, too, is owed once", async () => {
  const { intent } = await desk.pay();
  const [item] = await desk.at.books.read(({ tx }) =>
    tx.execute<{ id: number }>(sql`select id from books.items order by due_on desc limit 1`),
  );
  const eventId = await paymentEvent();
  await at.unApply(eventId, present(item, "it was settled").id, "2026-06-30");
  await at.refund(60_00, "2026-06-30");
  expect(await hear("charge.refunded", stripe.refund(intent, 160_00))).toMatchObject({
    items: 220_00,
    credit: 0,
  });
  expect(await told()).toEqual(["refund"]);
});

test("after a merge a part that went back is owed on the account that stays", async () => {
  const { intent } = await desk.pay();
  const other = await desk.at.books.customer("Greenleaf Ltd").write();
  await desk.at.books.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: desk.payer.customerId,
      intoCustomerId: other.customerId,
      mergedOn: books.today,
      reason: "",
    }),
  );
  const refund = stripe.refund(intent, 70_00);
  await hear("charge.refunded", refund);
  expect(await desk.owed(other)).toMatchObject({ items: 70_00, credit: 0 });
  stripe.failRefund(refund.id);
  await hear("refund.failed", refund);
  expect(await desk.owed(other)).toMatchObject({ items: 0, credit: 0 });
  expect(await told()).toEqual(["refund", "refund-failed"]);
});
