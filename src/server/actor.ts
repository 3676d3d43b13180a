// On whose behalf something is done: a member of the business, a program with one of its keys, the holder of a statement
// link, or the system itself. Made only here, from what the directory says now, so a role taken away is gone with the next request.
import { randomUUID } from "node:crypto";
import type { Business, NewBusiness } from "@/db/directory/businesses.ts";
import type { LiveKey } from "@/db/directory/api-keys.ts";
import { businessById, businessBySlug, membershipIn } from "@/db/directory/businesses.ts";
import type { LinkTarget } from "@/db/directory/statement-links.ts";
import { NO_OWN_LIMITS, type OwnLimits } from "@/domain/ledger/own-limits.ts";
import type { Day } from "@/domain/values/day.ts";
import { asksForSecond } from "@/domain/business/second-factor.ts";
import { PERMISSIONS, mayDo, type Permission, type Role } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import { today } from "./clock.ts";

type Ground = {
  orgId: string;
  orgSlug: string;
  orgName: string;
  zone: string;
  currency: string;
  locale: string;
  country: string;
  today: Day;
  requestId: string;
  /** "user:<id>", "key:<id>", "link:<id>" or "system": what events and audit rows keep of who did it. */
  subject: string;
  /** Where the request came from, for the audit log. */
  ip?: string;
  agent?: string | null;
};

export type MemberActor = Ground & {
  kind: "member";
  userId: string;
  userName: string;
  role: Role;
  ownLimits: OwnLimits;
};
/** A program of the business: it may what its key was given, whoever made it. */
export type KeyActor = Ground & {
  kind: "key";
  userId: null;
  /** The key's name. */
  userName: string;
  role: null;
  keyId: string;
  scopes: readonly Permission[];
};
/** Whoever comes through a door of the business's own. */
export type Insider = MemberActor | KeyActor;
export type LinkActor = Ground & {
  kind: "link";
  userId: null;
  userName: string;
  role: null;
  linkId: string;
  /** The one paper that it opens. */
  paper: MailedPaper;
};
export type SystemActor = Ground & { kind: "system"; userId: null; userName: string; role: null };
export type Actor = Insider | LinkActor | SystemActor;

/** Whether whoever acts holds a permission: a member by their role, a key by its scopes. */
export const may = (actor: Insider, permission: Permission): boolean =>
  actor.kind === "key" ? actor.scopes.includes(permission) : mayDo(actor.role, permission);

/** All that whoever acts may do. */
export const permissionsOf = (actor: Insider): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((each) => may(actor, each));

/** What jobs and log lines say of the tenant; nobody else names one. */
export const tenantOf = (actor: Actor): string => actor.orgId;

/** The business as its papers name it. */
export const letterheadOf = ({ orgName, orgSlug, locale, country }: Actor) => ({
  name: orgName,
  slug: orgSlug,
  locale,
  country,
});

/** Of the session they come by: whether it has proven a second factor, and the only business that it opens. */
type Member = { userId: string; name: string; secondFactor?: boolean; onlyIn?: string | null };

/**
 * null for a stranger, exactly as for a business that doesn't exist. Throws "second-factor-needed" where the business asks
 * for one that this session hasn't proven: here, so that no door can forget to ask.
 */
export async function memberActor(
  member: Member,
  slug: string,
  requestId: string,
): Promise<MemberActor | null> {
  const found = await membershipIn(slug, member.userId);
  if (!found) return null;
  const { onlyIn } = member;
  if (onlyIn && onlyIn !== found.business.id) return null;
  // Whom its own provider let in, it has asked for whatever it asks.
  if (asksForSecond(found.business.secondFactor, found.role) && !member.secondFactor && !onlyIn)
    throw new Refusal("second-factor-needed");
  const ground = groundOf(found.business, requestId, `user:${member.userId}`);
  return {
    ...ground,
    kind: "member",
    userId: member.userId,
    userName: member.name,
    role: found.role,
    ownLimits: found.ownLimits,
  };
}

/** For a key as the directory knows it now. */
export function keyActor({ keyId, business, name, scopes }: LiveKey, requestId: string): KeyActor {
  const ground = groundOf(business, requestId, `key:${keyId}`);
  return { ...ground, kind: "key", userId: null, userName: name, role: null, keyId, scopes };
}

/** `newest`: the newest statement of an account, which a link that stands for one opens; null where there is none. */
export async function linkActor(
  { linkId, orgId, opens }: LinkTarget,
  requestId: string,
  newest: (system: SystemActor, accountId: string) => Promise<string | null>,
): Promise<LinkActor | null> {
  const business = await businessById(orgId);
  if (!business) return null;
  const paper = opens.kind === "account" ? await newestPaper(opens.id) : opens;
  if (paper === null) return null;
  const ground = groundOf(business, requestId, `link:${linkId}`);
  return {
    ...ground,
    kind: "link",
    userId: null,
    userName: "Customer, by link",
    role: null,
    linkId,
    paper,
  };

  async function newestPaper(accountId: string): Promise<MailedPaper | null> {
    const id = business && (await newest(systemIn(business, requestId), accountId));
    return id ? { kind: "statement", id } : null;
  }
}

/** For jobs, which know the tenant by id. */
export async function systemActor(orgId: string, requestId: string): Promise<SystemActor | null> {
  const business = await businessById(orgId);
  return business && systemIn(business, requestId);
}

/** For the operator's command line, which knows the tenant by slug. */
export async function operatorActor(slug: string, requestId: string): Promise<SystemActor | null> {
  const business = await businessBySlug(slug);
  return business && systemIn(business, requestId);
}

/** Whoever holds the phone that a counter asked to sign; null for a business that isn't there any more. */
export async function signerActor(
  orgId: string,
  signatureId: string,
  requestId: string,
): Promise<SystemActor | null> {
  const system = await systemActor(orgId, requestId);
  return system && { ...system, subject: `link:${signatureId}`, userName: "Customer, by phone" };
}

export function systemIn(business: Business, requestId: string): SystemActor {
  return {
    ...groundOf(business, requestId, "system"),
    kind: "system",
    userId: null,
    userName: "Onaccount",
    role: null,
  };
}

/** The first owner of a business that is about to be, with the id it will have. */
export function founderOf(
  planned: Omit<NewBusiness, "id">,
  owner: { id: string; name: string },
  requestId: string,
) {
  const id = randomUUID();
  return { id, founder: joiningActor({ id, ...planned }, { ...owner, role: "owner" }, requestId) };
}

/** Who becomes a member with what they are about to do. */
export function joiningActor(
  business: NewBusiness,
  { id: userId, name: userName, role }: { id: string; name: string; role: Role },
  requestId: string,
): MemberActor {
  const ground = groundOf(business, requestId, `user:${userId}`);
  return { ...ground, kind: "member", userId, userName, role, ownLimits: NO_OWN_LIMITS };
}

function groundOf(business: NewBusiness, requestId: string, subject: string): Ground {
  const { id, slug, name, zone, currency, locale, country } = business;
  const ground = { orgId: id, orgSlug: slug, orgName: name, zone, currency, locale, country };
  return { ...ground, today: today(zone), requestId, subject };
}
