// For tests of the doors: what is asked and answered about charging to an account.
import type { Permission } from "@/domain/permission.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

export const CREDIT_DOORS: Record<string, Permission> = {
  "overrides.ask": "receipt:record",
  "overrides.read": "account:read",
  "overrides.waiting": "account:read",
  "overrides.ofAccount": "account:read",
  "overrides.ofEvent": "account:read",
  "overrides.approve": "override:approve",
  "overrides.decline": "override:approve",
};

/** As the other inputs of fixture-inputs.ts. */
export const CREDIT_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "overrides.ask": ({ accountId, jobId }) => ({
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
  "overrides.decline": ({ askedId: overrideId }) => ({ ...key(), overrideId, note: "Pay first" }),
};
