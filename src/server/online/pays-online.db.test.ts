// A statement paid online, from the form to the books: once, of what was chosen, and never more onto anything than is open.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { desk as accountDesk } from "@/books/testing/desk.ts";
import { readPayOffer } from "@/books/payments/pay-offer.ts";
import { present } from "@/domain/assert.ts";
import { newFormKey } from "../link-form.ts";
import { openPayingDesk, twoInvoices, type PayingDesk } from "../testing/paying-desk.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: PayingDesk;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openPayingDesk(stripe);
  return desk.at.books;
});

test("all of it is paid, once, by an ordinary payment that settles both invoices", async () => {
  expect((await desk.pay()).amount).toBe(160_00);
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
  const [paid] = await desk.list();
  expect(paid).toMatchObject({ state: "paid", amountCents: 160_00, feeCents: 4_94, payoutId: null });
  const [row] = await desk.at.books.read(({ tx }) =>
    tx.execute(sql`
      select method, reference, received_on from books.payments where account_id = ${desk.payer.accountId}::uuid`),
  );
  expect(row).toEqual({ method: "online", reference: "Visa 4242", received_on: "2026-06-30" });
});

test("the form sent twice is one payment and one session; with another amount it is another", async () => {
  const key = newFormKey(desk.payer.linkId);
  const [one, two] = [await desk.begin({ what: "all" }, key), await desk.begin({ what: "all" }, key)];
  expect(two).toBe(one);
  expect(await desk.begin({ what: "amount", amount: "20.00" }, key)).not.toBe(one);
  expect(await desk.list()).toHaveLength(2);
});

test.each([
  ["an amount settles what was due first", { what: "amount", amount: "120.00" }, 120_00, 40_00],
  ["what is past due is paid alone", { what: "past-due" }, 100_00, 60_00],
])("%s", async (_what, fields, paid, left) => {
  expect((await desk.pay(fields)).amount).toBe(paid);
  expect(await desk.owed()).toMatchObject({ items: left, credit: 0 });
});

test("the customer's own credit is used first, what they object to is left out, and chosen invoices are paid alone", async () => {
  desk = await openPayingDesk(stripe, {}, async (books) => {
    const account = await twoInvoices(books);
    const { invoiceId } = await accountDesk(books, account).invoice(40_00, "2026-05-01");
    await books.change(({ tx }) =>
      tx.execute(sql`update books.invoices set disputed = true where id = ${invoiceId}::uuid`),
    );
    await accountDesk(books, account).pay(25_00, "2026-06-02", []);
    return account;
  });
  const items = await desk.at.books.read(({ tx }) =>
    tx.execute<{ id: number; amount: number }>(sql`
      select id, amount from books.items where account_id = ${desk.payer.accountId}::uuid order by amount`),
  );
  const [disputed, june] = items.map((each) => String(each.id));
  const refused = await desk.at.send(desk.payer, {
    what: "chosen",
    item: [present(disputed, "it is there")],
  });
  expect(refused.headers.get("location")).toContain("fault=disputed-item");
  const paid = await desk.pay({ what: "chosen", item: [present(june, "it is there")] });
  expect(paid.amount).toBe(35_00);
  expect(await desk.owed()).toMatchObject({ items: 140_00, credit: 0 });
  expect((await desk.pay()).amount).toBe(100_00);
  expect(await desk.owed()).toMatchObject({ items: 40_00, credit: 0 });
});

test("two tabs pay at once: both land, and the second is open credit", async () => {
  const [one, two] = [await desk.begin(), await desk.begin()];
  for (const each of [one, two]) await desk.tell("checkout.session.completed", stripe.pay(each));
  expect(await desk.work()).toBe(2);
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 160_00 });
  expect((await desk.list()).map(({ state }) => state)).toEqual(["paid", "paid"]);
});

test("what is on its way from a bank isn't asked for again, by choice, amount or all, until it is there", async () => {
  const offer = () => desk.at.books.read((books) => readPayOffer(books, desk.payer.accountId));
  const session = await desk.begin({ what: "past-due" });
  expect(await offer()).toMatchObject({ allCents: 160_00, underWayCents: 0 });
  await desk.tell("checkout.session.completed", stripe.payByBank(session));
  await desk.work();
  expect(await offer()).toMatchObject({ allCents: 60_00, pastDueCents: 0, underWayCents: 100_00 });
  expect((await offer())?.items).toHaveLength(1);
  const refused = await desk.at.send(desk.payer, { what: "amount", amount: "61.00" });
  expect(refused.headers.get("location")).toContain("fault=more-than-open");
  const rest = await desk.begin();
  await desk.tell("checkout.session.completed", stripe.payByBank(rest));
  await desk.work();
  expect(await offer()).toMatchObject({ allCents: 0, items: [], underWayCents: 160_00 });
  for (const each of [session, rest])
    await desk.tell("checkout.session.async_payment_succeeded", stripe.arrive(each));
  await desk.work();
  expect(await offer()).toBeNull();
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
});

test("an invoice that was voided while it was being paid leaves its money as open credit", async () => {
  const session = await desk.begin();
  const [first] = await desk.at.books.read(({ tx }) =>
    tx.execute<{ id: number }>(sql`
      select id from books.items where account_id = ${desk.payer.accountId}::uuid order by due_on limit 1`),
  );
  await accountDesk(desk.at.books, desk.payer).reverse(present(first, "it is there").id, "2026-06-30");
  await desk.tell("checkout.session.completed", stripe.pay(session));
  await desk.work();
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 100_00 });
});

test("a customer who was archived meanwhile is back with their money", async () => {
  const gone = await desk.at.payer((books) => books.customer("Gone").invoice("10.00", "2026-03-01").write());
  const session = stripe.pay(
    (await desk.at.send(gone, { what: "all" })).headers.get("location")?.split("/pay/")[1] ?? "",
  );
  const [item] = await desk.at.books.read(({ tx }) =>
    tx.execute<{ id: number }>(sql`select id from books.items where account_id = ${gone.accountId}::uuid`),
  );
  await accountDesk(desk.at.books, gone).reverse(present(item, "it is there").id, "2026-06-30");
  await desk.at.books.change(({ tx }) =>
    tx.execute(sql`update books.customers set archived_at = now() where id = ${gone.customerId}::uuid`),
  );
  await desk.tell("checkout.session.completed", session);
  await desk.work();
  expect(await desk.owed(gone)).toMatchObject({ items: 0, credit: 10_00 });
});
