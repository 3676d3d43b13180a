// An invoice paid from its own link: all of it, less what may be kept for paying early where it was paid in time, or a part.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readInvoiceOffer, readPayOffer } from "@/books/payments/pay-offer.ts";
import { mergeCustomers } from "@/books/customers/merges.ts";
import { desk as accountDesk, journalOf } from "@/books/testing/desk.ts";
import { readMails } from "@/books/statements/outbox.ts";
import { tenantOf } from "../actor.ts";
import { setMailer } from "../auth/mailer.ts";
import { setClock } from "../clock.ts";
import { deliver } from "../jobs/deliver.ts";
import { asMember, call } from "../testing/fixture-shop.ts";
import { somewhere } from "../testing/fixtures.ts";
import { sharedInvoiceNow, sharedPayment } from "../shared-account.ts";
import { openShared } from "../shared-paper.ts";
import { openPayingDesk, type PayingDesk } from "../testing/paying-desk.ts";
import type { Payer } from "../testing/paying-shop.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: PayingDesk;
let at: ReturnType<typeof accountDesk>;
/** Behind the link of an invoice of 1,000.00 of the 25th of June, 2 % until the 5th of July. */
let holder: Payer;
let item: number;
let invoiceId: string;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openPayingDesk(stripe, {}, (books) =>
    books
      .customer("Greenleaf", { terms: "net-30-2-10" })
      .invoice("60.00", "2026-04-01", { dueOn: "2026-05-01" })
      .write(),
  );
  at = accountDesk(desk.at.books, desk.payer);
  ({ eventId: item, invoiceId } = await at.invoice(1_000_00, "2026-06-25"));
  holder = await desk.at.holder(desk.payer, invoiceId);
  return desk.at.books;
});

const offer = () => desk.at.books.read((books) => readInvoiceOffer(books, invoiceId));
const fault = async (fields: Record<string, string>, of = holder) =>
  new URL((await desk.at.send(of, fields)).headers.get("location") ?? "", "http://x").searchParams.get(
    "fault",
  );
const discounts = () =>
  desk.at.books.read(({ tx }) =>
    tx.execute<{ number: number; effective_on: string }>(
      sql`select number, effective_on from books.events where kind = 'discount'`,
    ),
  );
const seen = async () => {
  const shared = await openShared(holder.token, somewhere());
  const [last] = await desk.list();
  return sharedPayment(shared, last?.onlinePaymentId ?? "");
};

test("all of it is paid by its last day: the discount is kept, and the account's other invoice is left alone", async () => {
  expect(await offer()).toMatchObject({
    allCents: 980_00,
    kept: { offeredCents: 20_00, untilOn: "2026-07-05" },
  });
  setClock("2026-07-05T12:00:00Z");
  expect((await desk.pay({ what: "all" }, holder)).amount).toBe(980_00);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
  const [kept] = await discounts();
  expect(kept).toMatchObject({ effective_on: "2026-07-05" });
  expect(await journalOf(desk.at.books, kept?.number ?? 0)).toEqual({
    "sales-discounts": 20_00,
    receivable: -20_00,
  });
  expect(await offer()).toBeNull();
  expect(await seen()).toMatchObject({ state: "paid", keptCents: 20_00, lostCents: 0 });
});

test("begun in time and paid late, the money is booked and the discount stays owed", async () => {
  setClock("2026-07-05T23:30:00Z");
  const session = await desk.begin({ what: "all" }, undefined, holder);
  setClock("2026-07-06T12:00:00Z");
  await desk.tell("checkout.session.completed", stripe.pay(session));
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 80_00, credit: 0 });
  expect(await discounts()).toEqual([]);
  expect(await offer()).toMatchObject({ allCents: 20_00, kept: null });
  expect(await seen()).toMatchObject({ state: "paid", keptCents: 0, lostCents: 20_00 });
});

test("paid in time and told late, it is kept on the day on which it was paid", async () => {
  setClock("2026-07-05T12:00:00Z");
  const session = stripe.pay(await desk.begin({ what: "all" }, undefined, holder));
  setClock("2026-07-09T12:00:00Z");
  await desk.tell("checkout.session.completed", session);
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
  expect(await discounts()).toMatchObject([{ effective_on: "2026-07-05" }]);
});

test("of what was settled in between and is open again nothing is kept, and all of the money is booked", async () => {
  setClock("2026-06-26T12:00:00Z");
  const session = stripe.pay(await desk.begin({ what: "all" }, undefined, holder));
  setClock("2026-06-30T12:00:00Z");
  const { eventId } = await at.pay(500_00, "2026-06-27", [[item, 500_00]]);
  await at.unApply(eventId, item, "2026-06-28");
  await desk.tell("checkout.session.completed", session);
  await desk.work();
  expect((await desk.list())[0]).toMatchObject({ state: "paid", fault: null });
  expect(await desk.owed()).toMatchObject({ items: 560_00, credit: 980_00 });
});

test("a part of it keeps nothing, and a later rest does where it is in time", async () => {
  expect((await desk.pay({ what: "amount", amount: "400.00" }, holder)).amount).toBe(400_00);
  expect(await desk.owed()).toMatchObject({ items: 660_00, credit: 0 });
  expect(await discounts()).toEqual([]);
  expect(await fault({ what: "amount", amount: "580.01" })).toBe("more-than-open");
  expect((await desk.pay({ what: "all" }, holder)).amount).toBe(580_00);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("the customer's own credit is used for it first", async () => {
  await at.pay(100_00, "2026-06-26", []);
  expect(await offer()).toMatchObject({ allCents: 880_00, creditCents: 100_00 });
  expect((await desk.pay({ what: "all" }, holder)).amount).toBe(880_00);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("what somebody else kept or paid meanwhile isn't kept twice: all of the money is there", async () => {
  const [one, two] = [
    await desk.begin({ what: "all" }, undefined, holder),
    await desk.begin({ what: "all" }, undefined, holder),
  ];
  for (const each of [one, two]) await desk.tell("checkout.session.completed", stripe.pay(each));
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 980_00 });
  expect(await discounts()).toHaveLength(1);
});

test("what is on its way settles it with its discount: nothing of it is asked for again", async () => {
  const session = await desk.begin({ what: "all" }, undefined, holder);
  await desk.tell("checkout.session.completed", stripe.payByBank(session));
  await desk.work();
  expect(await offer()).toMatchObject({ allCents: 0, underWayCents: 980_00 });
  expect(await fault({ what: "all" })).toBe("not-found");
  await desk.tell("checkout.session.async_payment_succeeded", stripe.arrive(session));
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("a statement is paid with what may be kept of each of its invoices", async () => {
  const onAccount = await desk.at.books.read((books) => readPayOffer(books, desk.payer.accountId));
  expect(onAccount).toMatchObject({
    allCents: 1_040_00,
    pastDueCents: 60_00,
    kept: { offeredCents: 20_00, untilOn: "2026-07-05" },
  });
  expect(onAccount?.items.map((each) => each.offer?.offeredCents)).toEqual([undefined, 20_00]);
  expect((await desk.pay()).amount).toBe(1_040_00);
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
});

test("what is disputed, voided or settled can't be paid, nor another's payment looked at, nor a credit memo paid", async () => {
  await desk.pay({ what: "past-due" });
  await expect(seen()).rejects.toMatchObject({ code: "not-found" });
  const change = (to: boolean) =>
    desk.at.books.change(({ tx }) =>
      tx.execute(sql`update books.invoices set disputed = ${to} where id = ${invoiceId}::uuid`),
    );
  await change(true);
  expect(await offer()).toBeNull();
  expect(await fault({ what: "all" })).toBe("disputed-item");
  await change(false);
  for (const what of ["past-due", "chosen"]) expect(await fault({ what })).toBe("form-incomplete");
  const shared = await openShared(holder.token, somewhere());
  expect((await sharedInvoiceNow(shared.actor)).pay?.allCents).toBe(980_00);
  await at.reverse(item, "2026-06-30");
  expect(await offer()).toBeNull();
  expect(await fault({ what: "all" })).toBe("nothing-owed");
});

test("after a merge it is paid on the account where it is now", async () => {
  const other = await desk.at.books.customer("Greenleaf Ltd").write();
  await desk.at.books.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: desk.payer.customerId,
      intoCustomerId: other.customerId,
      mergedOn: books.today,
      reason: "",
    }),
  );
  const { allCents } = (await offer()) ?? { allCents: 0 };
  expect(allCents).toBeGreaterThan(0);
  expect((await desk.pay({ what: "all" }, holder)).amount).toBe(allCents);
  expect(await desk.owed(other)).toMatchObject({ items: 60_00, credit: 0 });
});

test(
  "the mail of an invoice leads to paying it, as long as it can be paid online and something is owed",
  {
    timeout: 90_000,
  },
  async () => {
    const owner = await asMember(desk.at.shop, "owner");
    const buttonOf = async () => {
      const sent: string[] = [];
      setMailer(({ text }) => {
        sent.push(text);
        return Promise.resolve({ status: "sent", messageId: "<1@test>" });
      });
      const asked = { kind: "invoice", id: invoiceId, recipients: ["ap@greenleaf.example"], message: "" };
      await call(owner, "mails.send", { commandKey: randomUUID(), ...asked });
      const mails = await desk.at.books.read((books) => readMails(books, { kind: "invoice", id: invoiceId }));
      for (const { outboxId } of mails)
        await deliver({ tenant: tenantOf(desk.at.system), outboxId }, randomUUID());
      setMailer(null);
      return sent.map((text) => /^(Pay|View) invoice/m.exec(text)?.[0]);
    };
    expect(await buttonOf()).toEqual(["Pay invoice"]);
    await desk.pay({ what: "all" }, holder);
    expect(await buttonOf()).toEqual(["View invoice"]);
  },
);
