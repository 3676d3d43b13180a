// Autopay takes once what it told, however a night ends: never a second time, nothing after it was stopped, and nothing that nobody
// was told of.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listAutopays } from "@/books/payments/autopay-list.ts";
import { setMailer } from "../auth/mailer.ts";
import { openAutopayDesk, type AutopayDesk } from "../testing/autopay-desk.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: AutopayDesk;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openAutopayDesk(stripe);
  return desk.at.books;
});

const last = async () => (await desk.at.books.read(listAutopays))[0]?.last;

test("money that is on the way from a bank for days is asked for once, though Stripe forgets keys after a day", async () => {
  await desk.setUp();
  await desk.night("2026-07-07");
  stripe.state.isSlow = true;
  for (const day of ["2026-07-10", "2026-07-11", "2026-07-12", "2026-07-13", "2026-07-14"]) {
    await desk.night(day);
    stripe.forgetKeys();
  }
  expect(desk.intents()).toHaveLength(1);
  expect(await desk.owed()).toMatchObject({ items: 160_00 });
});

test("an answer that was lost, and is looked for a day later, is found and not asked for again", async () => {
  await desk.setUp();
  await desk.night("2026-07-07");
  stripe.state.losesAnswers = true;
  await desk.night("2026-07-10");
  stripe.state.losesAnswers = false;
  stripe.forgetKeys();
  const [begun] = await desk.list();
  await desk.age(24 * 365);
  await desk.look(String(begun?.onlinePaymentId));
  await desk.night("2026-07-12");
  expect(desk.intents()).toHaveLength(1);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
  expect(await last()).toMatchObject({ state: "paid" });
});

test("killed after it was paid and before its end was noted, it is only ended", async () => {
  await desk.setUp();
  await desk.night("2026-07-07");
  await desk.night("2026-07-10");
  await desk.at.books.change(({ tx }) =>
    tx.execute(sql`update books.autopay_charges set state = 'charging' where state = 'paid'`),
  );
  stripe.forgetKeys();
  await desk.night("2026-07-12");
  expect(desk.intents()).toHaveLength(1);
  expect(await last()).toMatchObject({ state: "paid" });
});

test("stopped while Stripe was away on the day, nothing is taken", async () => {
  const autopayId = await desk.setUp();
  await desk.night("2026-07-07");
  stripe.state.isDown = true;
  await desk.night("2026-07-10");
  stripe.state.isDown = false;
  await desk.at.answer(desk.payer, { what: "stop", autopay: autopayId });
  await desk.night("2026-07-11");
  expect(desk.intents()).toEqual([]);
  const states = await desk.at.books.read(({ tx }) =>
    tx.execute(sql`
      select h.state as charge, o.state as payment from books.autopay_charges h
      join books.online_payments o on o.id = h.online_payment_id`),
  );
  expect(states).toEqual([{ charge: "skipped", payment: "expired" }]);
});

test("stopped after Stripe took it and its answer was lost, it is booked", async () => {
  const autopayId = await desk.setUp();
  await desk.night("2026-07-07");
  stripe.state.losesAnswers = true;
  await desk.night("2026-07-10");
  stripe.state.losesAnswers = false;
  await desk.at.answer(desk.payer, { what: "stop", autopay: autopayId });
  await desk.night("2026-07-11");
  expect(desk.intents()).toHaveLength(1);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("what nobody could be told of isn't taken and says why, and is taken three days after the mail went out", async () => {
  await desk.setUp();
  desk.post.answer = { status: "rejected", error: "550 no such user" };
  await desk.night("2026-07-07");
  await desk.night("2026-07-10");
  expect(desk.intents()).toEqual([]);
  expect(await last()).toMatchObject({ isTold: false, fault: expect.stringContaining("550") as string });
  expect(await desk.seen()).toMatchObject({ told: null });
  desk.post.answer = null;
  await desk.night("2026-07-11");
  expect(desk.mails.map(({ text }) => text)).toEqual([
    expect.stringContaining("On Jul 14, 2026 we take") as string,
  ]);
  expect(await last()).toMatchObject({ isTold: true, fault: "" });
  await desk.night("2026-07-13");
  expect(desk.intents()).toEqual([]);
  await desk.night("2026-07-14");
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("without a mail server or an address it waits and says so, and what is due next month is told once", async () => {
  await desk.setUp();
  setMailer(null);
  await desk.night("2026-07-07");
  expect(await last()).toMatchObject({ isTold: false, fault: "No mail goes out: set up a mail server." });
  await desk.at.books.change(({ tx }) => tx.execute(sql`update books.customers set email = ''`));
  await desk.night("2026-07-08");
  expect(await last()).toMatchObject({ isTold: false, fault: "There is no address to tell it to." });
  await desk.night("2026-08-07");
  const states = await desk.at.books.read(({ tx }) =>
    tx.execute(sql`select charge_on, state, amount from books.autopay_charges order by charge_on`),
  );
  expect(states).toEqual([
    { charge_on: "2026-07-10", state: "skipped", amount: 100_00 },
    { charge_on: "2026-08-10", state: "announced", amount: 160_00 },
  ]);
});

test("it is told to the contact that gets statements, and never to one who was removed", async () => {
  await desk.at.books.change(({ tx }) =>
    tx.execute(sql`
      with c as (update books.customers set email = '' where id = ${desk.payer.customerId}::uuid returning id)
      insert into books.contacts (customer_id, name, email, gets_statements, removed_at)
      select id, 'A', 'gone@greenleaf.example', true, now() from c
      union all select id, 'B', 'here@greenleaf.example', true, null from c`),
  );
  await desk.setUp();
  await desk.night("2026-07-07");
  expect(desk.mails.map(({ to }) => to.address)).toEqual(["here@greenleaf.example"]);
});
