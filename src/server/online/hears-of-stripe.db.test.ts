// What Stripe tells, and what it doesn't: only what it signed is taken, once, and what is so is asked of it.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readUnheard } from "@/books/payments/online-looks.ts";
import { readOnlineSettings, removeOnlineKeys } from "@/books/payments/online-settings.ts";
import { present } from "@/domain/assert.ts";
import { newFormKey } from "../link-form.ts";
import { openPayingDesk, seconds, type PayingDesk } from "../testing/paying-desk.ts";
import { openPayingShop, WEBHOOK_SECRET } from "../testing/paying-shop.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: PayingDesk;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openPayingDesk(stripe);
  return desk.at.books;
});

test("a webhook that is signed wrongly, too old, or for another business is refused, and nothing of it is kept", async () => {
  const session = stripe.pay(await desk.begin());
  const type = "checkout.session.completed";
  const now = seconds();
  const good = stripe.event(type, session, WEBHOOK_SECRET, { at: now });
  const other = await openPayingShop();
  const statuses = [
    await desk.at.bring(stripe.event(type, session, "whsec_wrong", { at: now })),
    await desk.at.bring(stripe.event(type, session, WEBHOOK_SECRET, { at: now - 301 })),
    await desk.at.bring({ ...good, body: good.body.replace("16000", "16001") }),
    await desk.at.bring({ ...good, signature: "" }),
    await desk.at.bring(good, "00000000-0000-0000-0000-000000000000"),
    await desk.at.bring(good, "%00"),
    await desk.at.bring({ ...good, body: good.body + " ".repeat(600_000) }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([400, 400, 400, 400, 404, 404, 413]);
  expect(await desk.at.books.read(({ tx }) => tx.execute(sql`select id from books.stripe_events`))).toEqual(
    [],
  );
  // Signed well, but about a payment of somebody else: it is noted there, and about nothing.
  expect((await other.bring(good)).status).toBe(200);
  expect(await other.books.read(({ tx }) => tx.execute(sql`select about from books.stripe_events`))).toEqual([
    { about: null },
  ]);
  expect(await desk.work()).toBe(0);
  expect((await desk.list())[0]?.state).toBe("started");
});

test("an event told three times is one look and one payment, and one that we don't know is taken and let be", async () => {
  const session = stripe.pay(await desk.begin());
  for (let n = 0; n < 3; n++)
    expect((await desk.tell("checkout.session.completed", session, { id: "evt_thrice" })).status).toBe(200);
  expect(await desk.work()).toBe(1);
  await desk.tell("checkout.session.completed", session);
  await desk.work();
  expect((await desk.tell("customer.tax_id.created", { id: "txi_1", object: "tax_id" })).status).toBe(200);
  expect(await desk.work()).toBe(0);
  expect(await desk.owed()).toMatchObject({ items: 0, credit: 0 });
  expect(
    await desk.at.books.read(({ tx }) => tx.execute(sql`select id from books.stripe_events`)),
  ).toHaveLength(3);
});

test("a webhook that is lost is no no: the page waits, and the sweep finds it", async () => {
  stripe.pay(await desk.begin());
  expect((await desk.list())[0]?.state).toBe("started");
  expect(await desk.at.books.read(readUnheard)).toEqual([]);
  await desk.age();
  const [unheard] = await desk.at.books.read(readUnheard);
  await desk.look(present(unheard, "it is waited for"));
  expect((await desk.list())[0]?.state).toBe("paid");
  expect(await desk.at.books.read(readUnheard)).toEqual([]);
});

test("a payment of a key that was changed isn't asked about for ever, and without keys it waits; each says why", async () => {
  const session = await desk.begin();
  const [begun] = await desk.list();
  const id = present(begun, "it is there").onlinePaymentId;
  stripe.forget(session);
  await desk.look(id);
  expect((await desk.list())[0]).toMatchObject({ state: "started", fault: null });
  await desk.age(24 * 365);
  const keys = await desk.at.books.read(readOnlineSettings);
  await desk.at.books.change((books) => removeOnlineKeys(books, keys.version));
  await desk.look(id);
  expect((await desk.list())[0]).toMatchObject({
    state: "started",
    fault: expect.stringContaining("no Stripe key") as string,
  });
  await desk.at.books.change(({ tx }) =>
    tx.execute(sql`
      update books.online_settings set secret_key = ${keys.secretKey}, webhook_secret = ${keys.webhookSecret}`),
  );
  await desk.look(id);
  expect((await desk.list())[0]).toMatchObject({
    state: "expired",
    fault: expect.stringContaining("by the key that is there now") as string,
  });
  expect(await desk.at.books.read(readUnheard)).toEqual([]);
});

test("a page that was left is waited for until Stripe says that it is over, and money that comes after all is taken", async () => {
  const session = await desk.begin();
  const [begun] = await desk.list();
  const id = present(begun, "it is there").onlinePaymentId;
  await desk.look(id);
  expect((await desk.list())[0]?.state).toBe("started");
  stripe.expire(session);
  await desk.look(id);
  expect((await desk.list())[0]?.state).toBe("expired");
  Object.assign(stripe.get(session), { status: "open" });
  stripe.pay(session);
  await desk.look(id);
  expect((await desk.list())[0]?.state).toBe("paid");
  expect(await desk.owed()).toMatchObject({ items: 0 });
});

test("Stripe is down: nothing is begun twice, and the same form goes on where it stopped", async () => {
  stripe.state.isDown = true;
  const key = newFormKey(desk.payer.linkId);
  const refused = await desk.at.send(desk.payer, { what: "all" }, key);
  expect(refused.headers.get("location")).toContain("fault=payment-page-away");
  stripe.state.isDown = false;
  await desk.begin({ what: "all" }, key);
  expect(await desk.list()).toHaveLength(1);
});

test("a stranger's form, another link's payment and another business's keys lead nowhere", async () => {
  const other = await desk.at.payer((books) => books.customer("Other").invoice("5.00", "2026-03-01").write());
  const forged = await desk.at.send(desk.payer, { what: "all" }, newFormKey(other.linkId));
  expect(forged.headers.get("location")).toContain("fault=not-allowed");
  for (const fields of [
    { what: "chosen" },
    { what: "everything" },
    { what: "amount", amount: "many" },
    { what: "amount", amount: "-1" },
  ]) {
    const refused = await desk.at.send(desk.payer, fields);
    expect(refused.headers.get("location")).toMatch(/fault=(form-incomplete|amount-unreadable)/);
  }
  const theirs = await desk.at.books.read(({ tx }) =>
    tx.execute<{ id: number }>(sql`select id from books.items where account_id = ${other.accountId}::uuid`),
  );
  const chosen = await desk.at.send(desk.payer, { what: "chosen", item: [String(theirs[0]?.id)] });
  expect(chosen.headers.get("location")).toContain("fault=not-found");
  expect(await desk.list()).toEqual([]);
});
