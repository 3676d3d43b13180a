// A payment on account at the counter that settles what was chosen, in place of the oldest debts.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, paidBy } from "../testing/counter.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let till: ReturnType<typeof counter>;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
  till = counter(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const allocations = () =>
  business.read(async ({ tx }) => [
    ...(await tx.execute<Record<string, unknown>>(
      sql`select item_id, amount from books.allocations order by event_number, item_id desc`,
    )),
  ]);

test("a payment on account settles what was chosen, over several tenders; the rest is open credit", async () => {
  const first = await at.invoice(100_00, "2026-05-01");
  const second = await at.invoice(80_00, "2026-05-02");
  await till.sell([], [paidBy("cash", 30_00), paidBy("check", 70_00, "4471")], {
    onAccount: 100_00,
    applied: [
      { itemId: second.eventId, amountCents: cents(50_00) },
      { itemId: first.eventId, amountCents: cents(20_00) },
    ],
  });
  expect(await allocations()).toMatchObject([
    { item_id: second.eventId, amount: 30_00 },
    { item_id: second.eventId, amount: 20_00 },
    { item_id: first.eventId, amount: 20_00 },
  ]);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 110_00, credit: 30_00 });
});

test.each([
  ["more than is open of it", 80_01, 100_00, "more-than-open"],
  ["more than is paid", 60_00, 50_00, "more-than-paid"],
])("a choice of %s is refused, and nothing is recorded", async (_what, chosen, paid, code) => {
  const { eventId } = await at.invoice(80_00, "2026-05-02");
  const applied = [{ itemId: eventId, amountCents: cents(chosen) }];
  const sold = till.sell([], [paidBy("cash", paid)], { onAccount: paid, applied });
  await expect(sold).rejects.toMatchObject({ code });
  expect(await allocations()).toEqual([]);
});
