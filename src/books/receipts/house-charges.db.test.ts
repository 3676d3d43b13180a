// The credit limit at the counter: a house charge passes to the cent or not at all, for a reason that a person reads;
// an override is used up by the charge that it let through.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";
import { reserve } from "../testing/reserving.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
const ON = "2026-06-30";

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const set = (change: string) =>
  business.change(({ tx }) =>
    tx.execute(sql.raw(`update books.accounts set ${change} where id = '${greenleaf.accountId}'`)),
  );

/** product.md: limit 5,000.00, balance 1,850.90, credit 300.00, of which 100.00 is set aside. */
async function example() {
  await at.invoice(1_850_90, "2026-06-01");
  await at.pay(300_00, "2026-06-10");
  await at.earmark(100_00, "spring order");
}

test("the example of the trade, to the cent", async () => {
  await example();
  await expect(at.charge(3_349_11, ON)).rejects.toMatchObject({
    code: "over-limit",
    details: { canChargeCents: 3_349_10 },
  });
  expect((await at.charge(3_349_10, ON)).number).toBe("INV-00002");
  await expect(at.charge(1, ON)).rejects.toMatchObject({
    code: "over-limit",
    details: { canChargeCents: 0 },
  });
  await at.pay(1, ON);
  await at.charge(1, ON);
});

test("retainage that is held is no part of it, and what was reserved is", async () => {
  await at.invoice(4_000_00, "2026-06-01", { retainage: 1_000_00 });
  await reserve(business, greenleaf, 500_00);
  await expect(at.charge(1_500_01, ON)).rejects.toMatchObject({ details: { canChargeCents: 1_500_00 } });
  await at.charge(1_500_00, ON);
});

test.each([
  ["status = 'hold'", "hold"],
  ["status = 'charge-off'", "charge-off"],
  ["status = 'closed'", "closed"],
  ["charging_allowed = false", "not-allowed"],
  ["limit_cents = null", "no-limit"],
])("%s: refused", async (change, because) => {
  await set(change);
  await expect(at.charge(1_00, ON)).rejects.toMatchObject({ code: "charging-refused", details: { because } });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0 });
});

test("without an address: refused; unlimited: whatever it is", async () => {
  const homeless = desk(business, await business.customer("Nowhere", { limitCents: cents(100_00) }).write());
  await expect(homeless.charge(1_00, ON)).rejects.toMatchObject({ details: { because: "no-address" } });
  await set("unlimited = true, limit_cents = null");
  await at.charge(9_000_000_00, ON);
});

test("a higher limit for a while ends with its day", async () => {
  await set("temporary_limit_cents = 600000, temporary_until = '2026-06-29'");
  await expect(at.charge(5_000_01, ON)).rejects.toMatchObject({ code: "over-limit" });
  await set("temporary_until = '2026-06-30'");
  await at.charge(5_000_01, ON);
});

test("payments and invoices on terms pass, however far above the limit; a lower limit counts at once", async () => {
  await at.invoice(9_000_00, "2026-06-01");
  await at.pay(1_00, "2026-06-02", "oldest-first");
  await expect(at.charge(1, ON)).rejects.toMatchObject({ code: "over-limit" });
  await at.pay(8_998_00, "2026-06-02", "oldest-first");
  await set("limit_cents = 99");
  await expect(at.charge(1, ON)).rejects.toMatchObject({ details: { canChargeCents: 0 } });
});

/** An approval as the office keeps it. */
const approve = async (amount: number, more: { minutes?: number; accountId?: string } = {}) => {
  const id = randomUUID();
  const { minutes = 10, accountId = greenleaf.accountId } = more;
  await business.change(({ tx }) =>
    tx.execute(sql`
    insert into books.overrides (id, account_id, amount, reason, requested_by, approved_by, expires_at)
    values (${id}::uuid, ${accountId}::uuid, ${amount}, 'Known for years', 'Carl', 'Olive',
      clock_timestamp() + ${minutes} * interval '1 minute')`),
  );
  return id;
};

test("an override lets one charge through, and is used up by it", async () => {
  await set("limit_cents = 1000");
  const approval = await approve(50_00);
  const { eventId } = await at.charge(50_00, ON, approval);
  const [kept] = await business.read(({ tx }) =>
    tx.execute(
      sql`select o.used_by_event, e.override_id from books.overrides o join books.events e on e.number = o.used_by_event`,
    ),
  );
  expect(kept).toEqual({ used_by_event: eventId, override_id: approval });
  await expect(at.charge(1_00, ON, approval)).rejects.toMatchObject({ code: "over-limit" });
});

test("two charges at once on one override: one passes", async () => {
  await set("limit_cents = 1000");
  const approval = await approve(50_00);
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => at.charge(50_00, ON, approval)));
  expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
});

test.each<[string, () => Promise<string>]>([
  ["for less than is charged", () => approve(49_99)],
  ["that has expired", () => approve(50_00, { minutes: -1 })],
  ["that nobody gave", async () => randomUUID()],
  [
    "of another account",
    async () => {
      const other = await business.customer("Neighbour").write();
      return approve(50_00, { accountId: other.accountId });
    },
  ],
])("an override %s lets nothing through", async (_what, approval) => {
  await set("limit_cents = 1000");
  await expect(at.charge(50_00, ON, await approval())).rejects.toMatchObject({ code: "over-limit" });
});

test("an override doesn't open a closed account", async () => {
  await set("status = 'closed'");
  await expect(at.charge(50_00, ON, await approve(50_00))).rejects.toMatchObject({
    code: "charging-refused",
  });
});
