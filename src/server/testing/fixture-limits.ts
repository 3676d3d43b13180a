// For tests of the doors: what must have happened to a stand-in shop's credit before a procedure has something to do.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { NOTHING_DECIDED, sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { cents } from "@/domain/values/money.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

/** Open for credit, with next to nothing left to charge, and an approval for more. */
export async function overrideAnew(shop: Shop): Promise<void> {
  const seen = await readDecided(shop);
  const terms: DecidedTerms = {
    status: "good",
    chargingAllowed: true,
    limit: { kind: "limit", limitCents: cents(1) },
    ...NOTHING_DECIDED,
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

export async function readDecided(shop: Shop): Promise<DecidedTerms> {
  const { customerId } = shop;
  const credit = await call(await asMember(shop, "owner"), "credit.account", { customerId });
  return (credit as { decided: DecidedTerms }).decided;
}
