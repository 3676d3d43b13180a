// Autopay from the form to the books, day by day: told before it is taken, taken once, tried again as was said, then given up; and
// stopped by whoever wants to.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findAutopay } from "@/books/payments/autopay.ts";
import { listAutopays } from "@/books/payments/autopay-list.ts";
import { readMails } from "@/books/statements/outbox.ts";
import { newestStatementOf } from "@/books/statements/standing-links.ts";
import { desk as accountDesk } from "@/books/testing/desk.ts";
import type { Books } from "@/books/open.ts";
import { tenantOf } from "../actor.ts";
import { deliver } from "../jobs/deliver.ts";
import { setClock } from "../clock.ts";
import { runOnlineJob } from "../jobs/online-payments.ts";
import { newFormKey } from "../link-form.ts";
import { call, asMember } from "../testing/fixture-shop.ts";
import { AGREED, openAutopayDesk, type AutopayDesk } from "../testing/autopay-desk.ts";
import { openPayingDesk } from "../testing/paying-desk.ts";
import { eachWithStripe } from "../testing/each-with-stripe.ts";
import type { StripeStandIn } from "../testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
let desk: AutopayDesk;
eachWithStripe(async (standIn) => {
  stripe = standIn;
  desk = await openAutopayDesk(stripe);
  return desk.at.books;
});

const start = AGREED;
const setUp = (fields?: Record<string, string>) => desk.setUp(fields);
const night = (on: string) => desk.night(on);
const seen = () => desk.seen();
const taken = () => desk.taken();

test("told three days before with the amount and the day, and taken on the day, once", async () => {
  await setUp();
  expect(await seen()).toMatchObject({
    isActive: true,
    paidBy: "Visa 4242",
    nextOn: "2026-07-10",
    told: null,
  });
  const before = taken();
  await night("2026-07-06");
  expect(desk.mails).toHaveLength(0);
  await night("2026-07-07");
  await night("2026-07-07");
  expect(desk.mails.map(({ to, text }) => [to.address, text])).toEqual([
    ["ap@greenleaf.example", expect.stringContaining("$100.00 from Visa 4242") as string],
  ]);
  expect(await seen()).toMatchObject({ told: { amountCents: 100_00, on: "2026-07-10" } });
  await night("2026-07-09");
  expect(taken()).toBe(before);
  await night("2026-07-10");
  await night("2026-07-10");
  await night("2026-07-11");
  expect(taken()).toBe(before + 1);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
  expect(await seen()).toMatchObject({ told: null, nextOn: "2026-08-10" });
});

test("what was paid meanwhile isn't taken, and never more than was agreed to is told", async () => {
  await setUp({ ...start, most: "70.00" });
  await night("2026-07-07");
  expect(await seen()).toMatchObject({ told: { amountCents: 70_00 } });
  await accountDesk(desk.at.books, desk.payer).pay(60_00, "2026-06-30", "oldest-first");
  await night("2026-07-10");
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("a bank that says no is tried again after three and four days; then it is told and stopped", async () => {
  const autopayId = await setUp();
  await night("2026-07-07");
  stripe.state.declines = true;
  const before = taken();
  for (const day of [
    "2026-07-10",
    "2026-07-10",
    "2026-07-12",
    "2026-07-13",
    "2026-07-14",
    "2026-07-17",
    "2026-07-30",
  ])
    await night(day);
  expect(taken()).toBe(before + 3);
  expect(desk.mails).toHaveLength(4);
  expect(desk.mails.at(-1)?.text).toContain("Autopay is stopped");
  expect(await desk.at.books.read((books) => findAutopay(books, autopayId))).toMatchObject({
    state: "stopped",
  });
  expect(await desk.owed()).toMatchObject({ items: 160_00 });
});

test("Stripe goes away in the middle of a try: it is gone on with, and taken once", async () => {
  await setUp();
  await night("2026-07-07");
  stripe.state.losesAnswers = true;
  await night("2026-07-10");
  stripe.state.losesAnswers = false;
  await night("2026-07-10");
  expect(desk.intents()).toHaveLength(1);
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
});

test("it is stopped behind the link or by the business, and what was told isn't taken", async () => {
  const autopayId = await setUp();
  await night("2026-07-07");
  const other = await openPayingDesk(stripe);
  const foreign = await other.at.answer(other.payer, { what: "stop", autopay: autopayId });
  expect(foreign.headers.get("location")).toContain("fault=not-found");
  const stopped = await desk.at.answer(desk.payer, { what: "stop", autopay: autopayId });
  expect(stopped.headers.get("location")).toContain("done=autopay-stopped");
  const before = taken();
  await night("2026-07-10");
  expect(taken()).toBe(before);
  setClock("2026-06-30T12:00:00Z");
  const again = await setUp();
  await call(await asMember(desk.at.shop, "clerk"), "autopays.stop", {
    commandKey: "stop-it-now",
    autopayId: again,
  });
  expect(await desk.at.books.read(listAutopays)).toEqual([]);
});

test("without a tick, on a day that isn't in every month, or with nobody to tell, nothing is agreed to", async () => {
  for (const fields of [
    { ...start, agreed: "" },
    { ...start, day: "29" },
    { ...start, most: "-1" },
    { what: "else" },
  ]) {
    const refused = await desk.at.answer(desk.payer, fields);
    expect(refused.headers.get("location")).toMatch(/fault=(form-incomplete|amount-unreadable)/);
  }
  const silent = await openPayingDesk(stripe);
  expect((await silent.at.answer(silent.payer, start)).headers.get("location")).toContain(
    "fault=nothing-to-send",
  );
  expect(await desk.at.books.read(({ tx }) => tx.execute(sql`select id from books.autopays`))).toEqual([]);
});

test("a webhook of the setting up that is lost is found, and set up anew the one before is over", async () => {
  const first = await setUp();
  const answer = await desk.at.answer(desk.payer, start, newFormKey(desk.payer.linkId));
  const { client_reference_id: second } = stripe.setUp(
    answer.headers.get("location")?.split("/pay/")[1] ?? "",
  );
  await runOnlineJob({ tenant: tenantOf(desk.at.system), autopay: String(second) });
  const states = await desk.at.books.read(async (books) => [
    (await findAutopay(books, first))?.state,
    (await findAutopay(books, String(second)))?.state,
  ]);
  expect(states).toEqual(["stopped", "active"]);
});

test("its mails are listed with the statement's: to whom, of how much, on which day, and why one didn't go out", async () => {
  await setUp();
  const mails = () =>
    desk.at.books.read(async (books) => {
      const id = (await newestStatementOf(books, desk.payer.accountId)) ?? "";
      return (await readMails(books, { kind: "statement", id })).map(({ status, lastError, charge }) => [
        charge?.tells,
        charge?.amountCents,
        charge?.on,
        status,
        lastError,
      ]);
    });
  desk.post.answer = { status: "rejected", error: "554 not now" };
  await night("2026-07-07");
  expect(await mails()).toEqual([["announce", 100_00, "2026-07-10", "failed", "554 not now"]]);
  expect(await seen()).toMatchObject({ told: null });
  desk.post.answer = null;
  await night("2026-07-08");
  stripe.state.declines = true;
  await night("2026-07-11");
  expect((await mails()).map(([tells, amount, , status]) => [tells, amount, status])).toEqual([
    ["again", 100_00, "sent"],
    ["announce", 100_00, "sent"],
    ["announce", 100_00, "failed"],
  ]);
});

test("a mail that couldn't go out in time says nothing that isn't so any more, and nothing twice", async () => {
  await setUp();
  const mails = () =>
    desk.at.books.read(async (books) => {
      const id = (await newestStatementOf(books, desk.payer.accountId)) ?? "";
      return (await readMails(books, { kind: "statement", id })).map(({ status, charge }) => [
        charge?.tells,
        status,
      ]);
    });
  await night("2026-07-07");
  desk.post.answer = { status: "retry", error: "451 later", slow: false, taken: false };
  stripe.state.declines = true;
  await night("2026-07-10");
  expect(await mails()).toEqual([
    ["again", "queued"],
    ["announce", "sent"],
  ]);
  stripe.state.declines = false;
  await night("2026-07-13");
  expect(await desk.owed()).toMatchObject({ items: 60_00, credit: 0 });
  desk.post.answer = null;
  const [waiting] = await desk.at.books.read(readQueuedNow);
  await deliver({ tenant: tenantOf(desk.at.system), outboxId: waiting?.id ?? "" }, "late");
  expect(desk.mails).toHaveLength(1);
  expect(await mails()).toEqual([
    ["again", "failed"],
    ["announce", "sent"],
  ]);
});

const readQueuedNow = ({ tx }: Books) =>
  tx.execute<{ id: string }>(sql`select id from books.outbox where status = 'queued'`);
