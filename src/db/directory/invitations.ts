// Who was asked by mail to join a business: one invitation per address, of which only the newest link counts, and it only
// as its hash. It counts once, for a week, and as long as whoever sent it could still send it.
import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { limitsIn } from "@/domain/business/people.ts";
import { NO_OWN_LIMITS } from "@/domain/ledger/own-limits.ts";
import { mayDo, type Role } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { invitations, memberships, orgs, users } from "../schema/directory.ts";
import { OWN_LIMITS, limitColumns, type Business } from "./businesses.ts";
import type { By } from "./membership-changes.ts";

const LIFE = sql<string>`now() + interval '7 days'`;
const LIVES = gt(invitations.expiresAt, sql`now()`);

/** The most that may wait at once in one business. */
const MOST_WAITING = 200;

/** In place of one to the same address that waits; `replaces` says so, where that one was mailed. Refuses "already-member", and "too-many" where two hundred wait. */
export async function keepInvitation(
  { orgId, userId: invitedBy }: By,
  { email, role }: { email: string; role: Role },
  on: DirectoryDb,
): Promise<{ invitationId: string; replaces: boolean }> {
  const [member] = await on
    .select({ role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, orgId), eq(users.email, email)));
  if (member) throw new Refusal("already-member");
  if ((await on.$count(invitations, eq(invitations.orgId, orgId))) >= MOST_WAITING)
    throw new Refusal("too-many");
  const [before] = await on
    .select({ sentAt: invitations.sentAt })
    .from(invitations)
    .where(and(eq(invitations.orgId, orgId), eq(invitations.email, email)));
  const anew = { role, invitedBy, tokenHash: null, sentAt: null, expiresAt: LIFE };
  const [kept] = await on
    .insert(invitations)
    .values({ orgId, email, ...anew })
    .onConflictDoUpdate({
      target: [invitations.orgId, invitations.email],
      set: anew,
      // An owner's is replaced by nobody who couldn't have given it.
      setWhere: sql`${invitations.role} <> 'owner' or ${role} = 'owner'`,
    })
    .returning({ id: invitations.id });
  if (!kept) throw new Refusal("not-allowed", { permission: "owner:change" });
  return { invitationId: kept.id, replaces: (before?.sentAt ?? null) !== null };
}

export type Waiting = {
  invitationId: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: string;
  sentAt: string | null;
  expiresAt: string;
  expired: boolean;
};

/** Those that were neither accepted nor withdrawn, by address. */
export function readInvitations({ orgId }: Pick<By, "orgId">, on: DirectoryDb): Promise<Waiting[]> {
  return on
    .select(WAITING)
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.orgId, orgId))
    .orderBy(asc(invitations.email));
}

const WAITING = {
  invitationId: invitations.id,
  email: invitations.email,
  role: invitations.role,
  invitedBy: users.name,
  createdAt: invitations.createdAt,
  sentAt: invitations.sentAt,
  expiresAt: invitations.expiresAt,
  expired: sql<boolean>`${invitations.expiresAt} <= now()`,
};

/** Refuses "not-found". */
export async function readInvitation(
  { orgId }: Pick<By, "orgId">,
  invitationId: string,
  on: DirectoryDb,
): Promise<Waiting> {
  const [waiting] = await on
    .select(WAITING)
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.orgId, orgId), eq(invitations.id, invitationId)));
  if (!waiting) throw new Refusal("not-found");
  return waiting;
}

/**
 * From now on in the name of who sends it again; the link before opens nothing any more. Refuses "too-many" within a
 * minute of the last time.
 */
export async function renewInvitation(
  { orgId, userId: invitedBy }: By,
  invitationId: string,
  on: DirectoryDb,
): Promise<void> {
  const [renewed] = await on
    .update(invitations)
    .set({ invitedBy, tokenHash: null, sentAt: null, expiresAt: LIFE })
    .where(
      and(
        eq(invitations.orgId, orgId),
        eq(invitations.id, invitationId),
        lt(invitations.expiresAt, sql`${LIFE} - interval '1 minute'`),
      ),
    )
    .returning({ id: invitations.id });
  if (!renewed) throw new Refusal("too-many", { seconds: 60 });
}

export async function dropInvitation(
  { orgId }: Pick<By, "orgId">,
  invitationId: string,
  on: DirectoryDb,
): Promise<void> {
  await on.delete(invitations).where(and(eq(invitations.orgId, orgId), eq(invitations.id, invitationId)));
}

/** The hash of the link that is about to be mailed; its address, or null where it was withdrawn or taken meanwhile. */
export async function keepInvitationToken(invitationId: string, tokenHash: Buffer): Promise<string | null> {
  const [kept] = await directoryDb()
    .update(invitations)
    .set({ tokenHash })
    .where(eq(invitations.id, invitationId))
    .returning({ email: invitations.email });
  return kept?.email ?? null;
}

export async function markInvitationSent(invitationId: string): Promise<void> {
  await directoryDb()
    .update(invitations)
    .set({ sentAt: sql`now()` })
    .where(eq(invitations.id, invitationId));
}

export type OpenInvitation = {
  invitationId: string;
  business: Business;
  email: string;
  role: Role;
  invitedBy: string;
};

/** What a link opens; null where it opens nothing. Looking changes nothing. */
export async function openInvitation(
  tokenHash: Buffer,
  on: DirectoryDb = directoryDb(),
): Promise<OpenInvitation | null> {
  const [found] = await on
    .select({
      invitationId: invitations.id,
      business: orgs,
      email: invitations.email,
      role: invitations.role,
      invitedBy: users.name,
      inviter: memberships.role,
      disabledAt: users.disabledAt,
    })
    .from(invitations)
    .innerJoin(orgs, eq(orgs.id, invitations.orgId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, invitations.orgId), eq(memberships.userId, invitations.invitedBy)),
    )
    .where(and(eq(invitations.tokenHash, tokenHash), LIVES, isNull(orgs.closedAt)));
  if (!found) return null;
  const { inviter, disabledAt, ...open } = found;
  const couldSend = mayDo(inviter, open.role === "owner" ? "owner:change" : "people:manage");
  return couldSend && disabledAt === null ? open : null;
}

/**
 * Uses an invitation up. False where another request did meanwhile. Who belongs already keeps their role; who comes may do no more in
 * one go than whoever invited them.
 */
export async function takeInvitation(
  tokenHash: Buffer,
  { userId }: { userId: string },
  on: DirectoryDb,
): Promise<boolean> {
  const [taken] = await on
    .delete(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), LIVES))
    .returning({ orgId: invitations.orgId, role: invitations.role, invitedBy: invitations.invitedBy });
  if (!taken) return false;
  const { orgId, role, invitedBy } = taken;
  const [inviter] = await on
    .select(OWN_LIMITS)
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, invitedBy)));
  const limits = limitsIn(role, inviter ?? NO_OWN_LIMITS);
  await on
    .insert(memberships)
    .values({ orgId, role, userId, ...limitColumns(limits) })
    .onConflictDoNothing();
  return true;
}
