// For tests of the doors: what other programs have to do with the stand-in shop, what a till asks of it, and what surrounds
// its credit.
import { sql } from "drizzle-orm";
import type { Permission } from "@/domain/permission.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { CREDIT_DOORS, CREDIT_INPUTS } from "./fixture-credit-doors.ts";
import { job, key } from "./fixture-documents.ts";
import { WEBHOOK_DOORS, WEBHOOK_INPUTS, WEBHOOKS_ANEW } from "./fixture-webhooks.ts";
import type { Shop } from "./shop.ts";

export const DECISION_DOORS: Record<string, Permission> = {
  ...WEBHOOK_DOORS,
  ...CREDIT_DOORS,
  "counter.customer": "receipt:record",
  "counter.findProducts": "receipt:record",
  "counter.settings": "receipt:record",
  "decisions.decide": "receipt:record",
  "decisions.capture": "receipt:record",
  "decisions.release": "receipt:record",
  "decisions.read": "account:read",
  "decisions.live": "account:read",
};

export const DECISION_INPUTS: Record<string, (shop: Shop) => unknown> = {
  ...WEBHOOK_INPUTS,
  ...CREDIT_INPUTS,
  "decisions.decide": ({ customerId, jobId, buyerId, orderId }) => ({
    ...key(),
    customer: customerId,
    jobId,
    amountCents: 1_00,
    buyerId,
    orderId,
  }),
  "decisions.capture": ({ decisionId, productId }) => ({
    ...key(),
    decisionId,
    amountCents: 50,
    lines: [{ productId, description: "Nails", quantity: "1", unitPrice: "0.50", taxable: false }],
  }),
  "decisions.release": ({ decisionId }) => ({ ...key(), decisionId }),
  "decisions.read": ({ decisionId }) => ({ decisionId }),
  "decisions.live": ({ accountId }) => ({ accountId }),
};

async function chargeable(shop: Shop): Promise<void> {
  const books = await booksOf(shop);
  await books.change(async ({ tx }) => {
    await tx.execute(sql`update books.customers set city = 'Barre' where id = ${shop.customerId}::uuid`);
    await tx.execute(sql`
      update books.accounts set status = 'good', charging_allowed = true, unlimited = true, limit_cents = null
      where id = ${shop.accountId}::uuid`);
  });
  await namedAnew(shop);
}

/** A job, and who may charge on it to which order. */
export async function namedAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  for (const path of ["jobs.create", "charging.addBuyer", "charging.addOrder"]) {
    const input = path === "jobs.create" ? { ...key(), ...job(shop) } : CREDIT_INPUTS[path]?.(shop);
    Object.assign(shop, await call(owner, path, input));
  }
}

/** With the buyer's picture. */
async function picturedAnew(shop: Shop): Promise<void> {
  await namedAnew(shop);
  const path = "charging.setPhoto";
  await call(await asMember(shop, "owner"), path, CREDIT_INPUTS[path]?.(shop));
}

async function decisionAnew(shop: Shop): Promise<void> {
  await chargeable(shop);
  const owner = await asMember(shop, "owner");
  const made = await call(owner, "decisions.decide", DECISION_INPUTS["decisions.decide"]?.(shop));
  shop.decisionId = (made as { decisionId: string }).decisionId;
}

export const DECISIONS_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  ...WEBHOOKS_ANEW,
  "decisions.decide": chargeable,
  "decisions.capture": decisionAnew,
  "decisions.release": decisionAnew,
  "decisions.read": decisionAnew,
  "decisions.live": decisionAnew,
  "signatures.ask": chargeable,
  "charging.photo": picturedAnew,
  "charging.setPhoto": namedAnew,
  "charging.removePhoto": picturedAnew,
};
