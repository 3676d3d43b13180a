// For tests of the doors: what is asked and answered about charging to an account.
import { pngMarked } from "@/domain/testing/pictures.ts";
import { randomBytes, randomUUID } from "node:crypto";
import type { Permission } from "@/domain/permission.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

export const CREDIT_DOORS: Record<string, Permission> = {
  "charging.read": "account:read",
  "charging.setRule": "limit:change",
  "charging.addBuyer": "limit:change",
  "charging.removeBuyer": "limit:change",
  "charging.photo": "receipt:record",
  "charging.setPhoto": "limit:change",
  "charging.removePhoto": "limit:change",
  "charging.addOrder": "limit:change",
  "charging.closeOrder": "limit:change",
  "overrides.ask": "receipt:record",
  "overrides.askForInvoice": "invoice:write",
  "overrides.read": "account:read",
  "overrides.waiting": "account:read",
  "overrides.ofAccount": "account:read",
  "overrides.ofEvent": "account:read",
  "overrides.approve": "override:approve",
  "overrides.decline": "override:approve",
  "signatures.ask": "receipt:record",
  "signatures.asked": "receipt:record",
};

/** A PNG, and no other's. */
const picture = (): string => Buffer.from(pngMarked(randomBytes(5).toString("hex"))).toString("base64");

/** As the other inputs of fixture-inputs.ts. */
export const CREDIT_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "charging.read": ({ accountId }) => ({ accountId }),
  "charging.setRule": ({ accountId, jobId }) => ({
    ...key(),
    accountId,
    jobId,
    buyersOnly: false,
    poRule: "none",
  }),
  "charging.addBuyer": ({ accountId, jobId }) => ({
    ...key(),
    accountId,
    jobId,
    name: "Ann Lee",
  }),
  "charging.removeBuyer": ({ buyerId }) => ({ ...key(), buyerId }),
  "charging.photo": ({ buyerId }) => ({ buyerId }),
  "charging.setPhoto": ({ buyerId }) => ({ ...key(), buyerId, name: "ann.png", content: picture() }),
  "charging.removePhoto": ({ buyerId }) => ({ ...key(), buyerId }),
  "charging.addOrder": ({ accountId }) => ({
    ...key(),
    accountId,
    number: `PO-${randomUUID().slice(0, 8)}`,
    amountCents: 500_00,
  }),
  "charging.closeOrder": ({ orderId }) => ({ ...key(), orderId }),
  "overrides.ask": ({ accountId, jobId }) => ({
    ...key(),
    accountId,
    jobId,
    amountCents: 100_00,
    reason: "Known for years",
  }),
  "overrides.askForInvoice": ({ accountId, jobId }) => ({
    ...key(),
    accountId,
    jobId,
    amountCents: 100_00,
    reason: "Known for years",
  }),
  "overrides.read": ({ askedId: overrideId }) => ({ overrideId }),
  "overrides.waiting": () => ({}),
  "overrides.ofAccount": ({ accountId }) => ({ accountId }),
  "overrides.ofEvent": ({ eventId }) => ({ eventId }),
  "overrides.approve": ({ askedId: overrideId }) => ({ ...key(), overrideId, minutes: 60 }),
  "signatures.ask": ({ accountId, jobId, buyerId, orderId }) => ({
    ...key(),
    accountId,
    amountCents: 5_00,
    jobId,
    buyerId,
    orderId,
    lines: [],
  }),
  "signatures.asked": ({ signatureRequestId: requestId }) => ({ requestId }),
  "overrides.decline": ({ askedId: overrideId }) => ({ ...key(), overrideId, note: "Pay first" }),
};
