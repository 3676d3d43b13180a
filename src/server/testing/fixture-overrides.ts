// For tests of the doors: overrides that are asked for and approved in the stand-in shop.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { booksOf } from "./fixture-caller.ts";
import { askSignature, signAsked } from "@/books/receipts/signatures.ts";
import type { SignatureAsked } from "@/domain/receipts/signature-input.ts";
import { cents } from "@/domain/values/money.ts";
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

const UNNAMED = { jobId: null, buyerId: null, orderId: null };

/** Signed on a phone, for what the house charge of the fixtures comes to. */
async function signedAnew(
  shop: Shop,
  named: Pick<SignatureAsked, "jobId" | "buyerId" | "orderId">,
): Promise<void> {
  const amountCents = cents(42_00);
  const lines = [{ description: "Topsoil", quantity: "1", unit: "", totalCents: amountCents }];
  const { accountId } = shop;
  shop.signatureRequestId = await (
    await booksOf(shop)
  ).change(async (books) => {
    const asked = await askSignature(books, { accountId, amountCents, poNumber: "", lines, ...named });
    await signAsked(books, asked.requestId, { path: "M1 1L200 100", name: "Ann Lee" });
    return asked.requestId;
  });
}

export const OVERRIDES_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "receipts.record": async (shop) => {
    await namedAnew(shop);
    await overrideAnew(shop);
    const { jobId, buyerId, orderId } = shop;
    await signedAnew(shop, { jobId, buyerId, orderId });
  },
  "signatures.asked": (shop) => signedAnew(shop, UNNAMED),
  "overrides.ask": overrideAnew,
  "overrides.askForInvoice": overrideAnew,
  "overrides.read": askedAnew,
  "overrides.approve": askedAnew,
  "overrides.decline": askedAnew,
};
