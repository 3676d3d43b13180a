// For tests of the doors: overrides that are asked for and approved in the stand-in shop.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { cents } from "@/domain/values/money.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

/** Open for credit, with next to nothing left to charge, and an approval for more. */
async function overrideAnew(shop: Shop): Promise<void> {
  const seen = await readDecided(shop);
  const terms: DecidedTerms = {
    status: "good",
    chargingAllowed: true,
    limit: { kind: "limit", limitCents: cents(1) },
  };
  const change = { ...key(), accountId: shop.accountId, terms, reason: "Opened for credit", seen };
  if (!sameTerms(seen, terms)) await call(await asMember(shop, "owner"), "credit.change", change);
  const [row] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${shop.accountId}::uuid, 5000, 'Known for years', 'Carl', 'Olive', clock_timestamp() + interval '1 day')
      returning id`),
  );
  shop.overrideId = present(row, "it was approved").id;
}

/** By somebody who isn't here to answer it. */
async function askedAnew(shop: Shop): Promise<void> {
  const [row] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.override_requests (account_id, amount, cause, reason, asked_by, asked_by_name, answer_by)
      values (${shop.accountId}::uuid, 5000, 'over-limit', 'Known for years', 'user:carl', 'Carl',
        clock_timestamp() + interval '1 day') returning id`),
  );
  shop.askedId = present(row, "it was asked for").id;
}

export const OVERRIDES_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "receipts.record": overrideAnew,
  "overrides.ask": overrideAnew,
  "overrides.read": askedAnew,
  "overrides.approve": askedAnew,
  "overrides.decline": askedAnew,
};

export async function readDecided(shop: Shop): Promise<DecidedTerms> {
  const { customerId } = shop;
  const credit = await call(await asMember(shop, "owner"), "credit.account", { customerId });
  return (credit as { decided: DecidedTerms }).decided;
}
