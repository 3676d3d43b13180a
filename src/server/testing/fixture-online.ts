// For tests of the doors: how a stand-in shop takes payments online.
import { sql } from "drizzle-orm";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { STATEMENT_INPUTS } from "./fixture-statement-inputs.ts";
import type { Shop } from "./shop.ts";

/** Nothing set yet, or both keys. */
async function onlineAnew(shop: Shop, hasKeys: boolean): Promise<void> {
  await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute(sql`
      update books.online_settings set in_use = false, secret_key = null, webhook_secret = null, version = 0`),
  );
  if (!hasKeys) return;
  const owner = await asMember(shop, "owner");
  await call(owner, "onlineSettings.change", STATEMENT_INPUTS["onlineSettings.change"]?.(shop));
}

async function paymentBegun(shop: Shop): Promise<void> {
  await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute(sql`
      insert into books.online_payments (account_id, currency, amount, surcharge, planned)
      values (${shop.accountId}::uuid, 'USD', 100, 0, '[]')`),
  );
}

async function autopayAnew(shop: Shop): Promise<void> {
  const [row] = await (
    await booksOf(shop)
  ).change(async ({ tx }) => {
    await tx.execute(sql`
      update books.autopays set state = 'stopped', stopped_at = now(), stopped_by = 'x' where state = 'active' and account_id = ${shop.accountId}::uuid`);
    return tx.execute<{ id: string }>(sql`
      insert into books.autopays (account_id, currency, state, on_day, consent, agreed_by, stripe_customer, stripe_method, next_on)
      values (${shop.accountId}::uuid, 'USD', 'active', 1, 'x', 'x', 'cus_1', 'pm_1', '2026-07-01') returning id`);
  });
  shop.autopayId = row?.id ?? "";
}

export const ONLINE_PREPARATIONS: Record<string, (shop: Shop) => Promise<void>> = {
  "autopays.list": autopayAnew,
  "autopays.stop": autopayAnew,
  "onlinePayments.list": paymentBegun,
  "onlineSettings.change": (shop) => onlineAnew(shop, false),
  "onlineSettings.removeKeys": (shop) => onlineAnew(shop, true),
  "onlineSettings.check": (shop) => onlineAnew(shop, true),
};
