// A reversal is the exact opposite: after it, on every day from its own, all figures are what they were without the
// event; before it, and as known before it, they are what they were.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { readReversalPreview } from "./reversal-preview.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readPayment } from "../payments/payment-page.ts";
import { desk, figuresOf, instant, journalOf, standsOn, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** Two debts, one of them with money held back, a payment that settled part of the first and is partly open. */
async function lived() {
  const first = await at.invoice(100_00, "2026-01-10");
  const second = await at.invoice(50_00, "2026-01-20", { retainage: 10_00 });
  const paid = await at.pay(60_00, "2026-02-01", [[first.eventId, 20_00]]);
  return { first: first.eventId, second: second.eventId, secondId: second.invoiceId, paid: paid.eventId };
}
type Lived = Awaited<ReturnType<typeof lived>>;

const ON = "2026-03-10";
const DAYS = ["2026-01-15", "2026-03-09", ON, "2026-03-11", "2026-04-19", "2026-04-20", "2026-06-30"];
const LATER = "2026-04-20";

const KINDS: [string, (story: Lived) => Promise<{ eventId: number }>][] = [
  ["invoice", () => at.invoice(70_00, ON)],
  ["invoice with money held back", () => at.invoice(70_00, ON, { retainage: 7_00 })],
  ["invoice held back in full", () => at.invoice(70_00, ON, { retainage: 70_00 })],
  ["house charge", () => at.charge(70_00, ON)],
  ["opening debt", () => at.openDebt(70_00, ON, "2025-12-01")],
  ["opening credit", () => at.openCredit(70_00, ON, "2025-12-01")],
  ["credit memo, applied in part", ({ first }) => at.memo(30_00, ON, [[first, 10_00]])],
  ["payment, applied in part", ({ second }) => at.pay(45_00, ON, [[second, 40_00]])],
  ["payment of nothing", () => at.pay(45_00, ON)],
  ["application", ({ paid, second }) => at.apply(paid, second, { amount: 15_00, on: ON })],
  ["un-application", ({ paid, first }) => at.unApply(paid, first, ON)],
  ["refund", () => at.refund(25_00, ON)],
  ["adjustment up", () => at.up(3_00, ON)],
  ["adjustment down", () => at.down(3_00, ON)],
  ["write-off", ({ first }) => at.writeOff(first, 80_00, ON)],
  ["recovery", () => at.recover(12_00, ON)],
  ["finance charge", () => at.finance(1_23, ON)],
  ["discount", ({ first }) => at.discount(first, 2_00, ON)],
  ["retainage release", ({ secondId }) => at.release(secondId, 4_00, ON)],
];

describe.each(KINDS)("%s", (_kind, make) => {
  test("reversed on its day it leaves every day as it was; and what was known is still known", async () => {
    const story = await lived();
    const before = await standsOn(business, greenleaf, DAYS);
    const { eventId } = await make(story);
    const known = await instant(business);
    const between = await standsOn(business, greenleaf, DAYS);
    const reversal = await at.reverse(eventId, ON);
    expect(await standsOn(business, greenleaf, DAYS)).toEqual(before);
    expect(await standsOn(business, greenleaf, DAYS, known)).toEqual(between);
    expect(await journalOf(business, [eventId, reversal.eventId])).toEqual({});
    await expect(at.reverse(eventId, ON)).rejects.toMatchObject({ code: "reversed-before" });
    await expect(at.reverse(reversal.eventId, ON)).rejects.toMatchObject({ code: "reversal-is-final" });
  });

  test("reversed later it counts in between; before it was posted it can't be reversed", async () => {
    const story = await lived();
    const before = await standsOn(business, greenleaf, DAYS);
    const { eventId } = await make(story);
    const between = await standsOn(business, greenleaf, DAYS);
    const code = expect.stringMatching(/^(out-of-turn|retainage-released|more-than-open)$/);
    await expect(at.reverse(eventId, "2026-03-09")).rejects.toMatchObject({ code });
    await at.reverse(eventId, LATER);
    const after = await standsOn(business, greenleaf, DAYS);
    expect(after).toEqual(DAYS.map((day, i) => (day < LATER ? between[i] : before[i])));
  });
});

test("a paid invoice that is reversed gives the money back as open credit", async () => {
  const { first } = await lived();
  await at.reverse(first, "2026-03-01");
  expect(await figuresOf(business, greenleaf)).toEqual({
    items: 40_00,
    credit: 60_00,
    net: -20_00,
    earmarked: 0,
    retained: 10_00,
  });
});

describe("what was used since is not reversed", () => {
  test("a payment that was refunded in part; after the refund is reversed it goes", async () => {
    const { paid } = await lived();
    const refund = await at.refund(5_00, "2026-02-10");
    await expect(at.reverse(paid, "2026-03-01")).rejects.toMatchObject({ code: "used-since" });
    await at.reverse(refund.eventId, "2026-03-01");
    await at.reverse(paid, "2026-03-01");
    expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 140_00, credit: 0 });
  });

  test("an application that was un-applied meanwhile", async () => {
    const { paid, second } = await lived();
    const { eventId } = await at.apply(paid, second, { amount: 15_00, on: "2026-02-05" });
    await at.unApply(paid, second, "2026-02-06");
    await expect(at.reverse(eventId, "2026-03-01")).rejects.toMatchObject({ code: "used-since" });
  });

  test("an invoice whose retainage was billed meanwhile", async () => {
    const { second, secondId } = await lived();
    await at.release(secondId, 4_00, "2026-02-05");
    await expect(at.reverse(second, "2026-03-01")).rejects.toMatchObject({ code: "retainage-released" });
  });

  test("an un-application when its item was settled meanwhile", async () => {
    const { paid, first } = await lived();
    const { eventId } = await at.unApply(paid, first, "2026-02-05");
    await at.pay(100_00, "2026-02-06", [[first, 100_00]]);
    await expect(at.reverse(eventId, "2026-03-01")).rejects.toMatchObject({ code: "more-than-open" });
  });
});

describe("a payment that came back", () => {
  test("what it settled is owed again, the fee is a debt of its own, and earmarks are released", async () => {
    const { paid, first } = await lived();
    await at.earmark(30_00, "spring");
    const back = await at.bounce(paid, "2026-03-05", 25_00);
    expect(back.releasedEarmarks).toEqual(["spring"]);
    expect(await figuresOf(business, greenleaf)).toEqual({
      items: 165_00,
      credit: 0,
      net: 165_00,
      earmarked: 0,
      retained: 10_00,
    });
    expect(await journalOf(business, back.eventId)).toEqual({
      "undeposited-funds": -60_00,
      "customer-credit": 40_00,
      receivable: 20_00,
    });
    expect(await journalOf(business, back.feeEventId ?? 0)).toEqual({ receivable: 25_00, fees: -25_00 });
    const [stand] = await standsOn(business, greenleaf, ["2026-03-05"]);
    expect(stand?.open).toMatchObject({ [first]: 100_00, [back.feeEventId ?? 0]: 25_00 });
    await expect(at.bounce(paid, "2026-03-05")).rejects.toMatchObject({ code: "reversed-before" });
    await expect(at.reverse(paid, "2026-03-05")).rejects.toMatchObject({ code: "reversed-before" });
    await expect(at.reverse(back.eventId, "2026-03-05")).rejects.toMatchObject({ code: "reversal-is-final" });
    await at.reverse(back.feeEventId ?? 0, "2026-03-06");
    expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 140_00 });
  });

  test("only a payment comes back", async () => {
    const { first } = await lived();
    await expect(at.bounce(first, "2026-03-05")).rejects.toMatchObject({ code: "not-found" });
    await expect(at.bounce(999_999, "2026-03-05")).rejects.toMatchObject({ code: "not-found" });
  });
});

test("in another currency than the business's, what would change is that account and no other", async () => {
  const [euros] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.accounts (customer_id, currency) values (${greenleaf.customerId}::uuid, 'EUR') returning id`),
  );
  const abroad = { ...greenleaf, accountId: euros?.id ?? "" };
  await at.invoice(70_00, ON);
  await desk(business, abroad).invoice(20_00, ON);
  const { eventId, paymentId } = await desk(business, abroad).pay(30_00, ON);
  const mine = { accountId: abroad.accountId, currency: "EUR", figures: { openCreditCents: 30_00 } };
  const seen = await business.read(async (books) => ({
    previewed: await readReversalPreview(books, eventId),
    payment: await readPayment(books, paymentId),
  }));
  expect(seen.previewed.account).toMatchObject(mine);
  expect(seen.payment.account).toMatchObject({ ...mine, debts: [{ openCents: 20_00 }] });
});
