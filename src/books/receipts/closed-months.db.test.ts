// What the counter does into a month that is closed: a sale and a return are dated as they were, what they post is posted in the
// next month that is open, and a cash sale posts nothing.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { closePeriods } from "../business/periods.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { figuresOf } from "../testing/desk.ts";

const [MAY, JUNE] = [day("2026-05-01"), day("2026-06-01")];
const ON = "2026-05-20";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let till: ReturnType<typeof counter>;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] })
    .write();
  till = counter(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const close = (from = MAY, through = MAY) =>
  business.change((books) => closePeriods(books, { from, through }));
const posted = () =>
  business.read(async ({ tx }) => [
    ...(await tx.execute<{ kind: string; effective_on: string; period: string }>(sql`
      select kind, effective_on, period from books.events where account_id = ${greenleaf.accountId}::uuid order by number`)),
  ]);
const charge = () =>
  till.sell([line("Mulch", "1", "50", { taxable: false })], [paidBy("house-charge", 50_00)], { on: ON });

test("a house charge is dated as it was, and posted in the next open month", async () => {
  await close();
  expect((await charge()).period).toBe(JUNE);
  expect(await posted()).toEqual([{ kind: "invoice", effective_on: ON, period: JUNE }]);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 50_00 });
});

test("a payment on account and what it pays for go there, too", async () => {
  await charge();
  await close();
  const paid = await till.sell([], [paidBy("cash", 20_00)], { on: ON, onAccount: 20_00 });
  expect(paid.period).toBe(JUNE);
  expect((await posted()).at(-1)).toEqual({ kind: "payment", effective_on: ON, period: JUNE });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 30_00 });
});

test("goods that come back on a day of it are credited there, too", async () => {
  const { receiptId } = await charge();
  await close();
  await till.bringBack(receiptId, [[1, "1"]], { toAccount: 50_00, on: ON });
  expect((await posted()).at(-1)).toMatchObject({ effective_on: ON, period: JUNE });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 0 });
});

test("a cash sale to whoever walks in posts nothing, so that no closed month is touched", async () => {
  await close();
  const sold = await till.walkIn([line("Mulch", "1", "50", { taxable: false })], [paidBy("cash", 50_00)], {
    on: ON,
  });
  expect(sold.period).toBeNull();
  const [journal] = await business.read(({ tx }) =>
    tx.execute<{ lines: number }>(sql`select count(*)::int as lines from books.journal_lines`),
  );
  expect(journal?.lines).toBe(0);
});
