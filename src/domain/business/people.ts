// Who may change whose place in a business: who manages its people changes everybody's but an owner's and their own; an
// owner alone makes and unmakes owners. What each role is for, in a sentence.
import { LIMITED, type Limited, type OwnLimits } from "../ledger/own-limits.ts";
import { mayDo, type Permission, type Role } from "../permission.ts";
import { Refusal } from "../refusal.ts";
import { formatMoney } from "../values/money.ts";
import type { Notation } from "../values/written-number.ts";

type Change = { by: Role; isOwnPlace: boolean; from: Role | null; to: Role | null };

/** Refuses "not-allowed", "own-membership" and "owners-only". `from` and `to`: the role before and after; null for none. */
export function assertMayChange({ by, isOwnPlace, from, to }: Change): void {
  if (!mayDo(by, "people:manage")) throw new Refusal("not-allowed", { permission: "people:manage" });
  if (isOwnPlace) throw new Refusal("own-membership");
  if (from === "owner" || to === "owner") assertOwner(by);
}

export function assertOwner(by: Role): void {
  if (!mayDo(by, "owner:change")) throw new Refusal("owners-only");
}

/** Only where the role may do the thing at all. */
const NEEDED: Record<Limited, Permission> = {
  refund: "event:reverse",
  "write-off": "account:adjust",
  override: "override:approve",
};

/** What a limit of its own makes sense for in a role; an owner has none. */
export const limitedIn = (role: Role): Limited[] =>
  role === "owner" ? [] : LIMITED.filter((each) => mayDo(role, NEEDED[each]));

/** Of these limits those that the role has. */
export const limitsIn = (role: Role, limits: OwnLimits): OwnLimits => {
  const kept = limitedIn(role);
  const of = (each: Limited) => (kept.includes(each) ? limits[each] : null);
  return { refund: of("refund"), "write-off": of("write-off"), override: of("override") };
};

export const LIMITED_WORDS: Record<Limited, string> = {
  refund: "Largest refund",
  "write-off": "Largest write-off",
  override: "Largest override approved",
};

const MAY: Record<Limited, string> = {
  refund: "refund",
  "write-off": "write off",
  override: "approve above a limit",
};

/** For the form before: what somebody with a limit of their own may do in one go; null for who has none. */
export function ownLimitWords(
  limits: OwnLimits | null,
  what: Limited,
  { currency, locale }: Notation,
): string | null {
  const limit = limits?.[what] ?? null;
  if (limit === null) return null;
  const most = formatMoney(limit, currency, locale);
  return `You may ${MAY[what]} up to ${most} in one go. Above that, or in another currency, ask somebody who may do more.`;
}

export const ROLE_WORDS: Record<Role, { name: string; does: string }> = {
  owner: { name: "Owner", does: "Everything, owners and the business itself included." },
  admin: { name: "Admin", does: "Everything but owners and deleting the business." },
  bookkeeper: {
    name: "Bookkeeper",
    does: "Customers, receipts, invoices, payments, corrections, statements, reports.",
  },
  clerk: { name: "Clerk", does: "The counter: receipts, payments, customers." },
  "project-manager": { name: "Project manager", does: "Jobs, and the invoices of those that they run." },
  viewer: { name: "Viewer", does: "Looks at everything, changes nothing." },
};
