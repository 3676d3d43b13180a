// For tests of the doors: overrides that are asked for and approved in the stand-in shop.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { booksOf } from "./fixture-caller.ts";
import { namedAnew } from "./fixture-decisions.ts";
import { overrideAnew } from "./fixture-limits.ts";
import type { Shop } from "./shop.ts";

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

const SHOWN = JSON.stringify([{ description: "Topsoil", quantity: "1", unit: "", totalCents: 42_00 }]);

/** Signed on a phone, for what the house charge of the fixtures comes to. */
async function signedAnew(shop: Shop): Promise<void> {
  const [row] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at, path, name, signed_at)
      values (${shop.accountId}::uuid, 4200, ${SHOWN}, 'user:carl', clock_timestamp() + interval '15 minutes',
        'M1 1L200 100', 'Ann Lee', clock_timestamp()) returning id`),
  );
  shop.signatureRequestId = present(row, "it was signed").id;
}

export const OVERRIDES_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "receipts.record": async (shop) => {
    await namedAnew(shop);
    await overrideAnew(shop);
    await signedAnew(shop);
  },
  "signatures.asked": signedAnew,
  "overrides.ask": overrideAnew,
  "overrides.askForInvoice": overrideAnew,
  "overrides.read": askedAnew,
  "overrides.approve": askedAnew,
  "overrides.decline": askedAnew,
};
