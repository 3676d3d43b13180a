// Changes of who belongs to a business, by people of its own. Each locks the business first and looks then at who asks and
// whom it is about, so that a role taken away meanwhile counts, and two owners can't take each other out. They run on the
// transaction of the command that they are part of, so that what the books refuse or lose is not done here either.
import { and, asc, eq, sql } from "drizzle-orm";
import { assertMayChange, assertOwner, limitsIn } from "@/domain/business/people.ts";
import { NO_OWN_LIMITS, isBeyondOwn, withinOwn, type OwnLimits } from "@/domain/ledger/own-limits.ts";
import { mayDo, type Role } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { DirectoryDb } from "../client.ts";
import { memberships, users } from "../schema/directory.ts";
import { revokeKeysOf } from "./api-keys.ts";
import { OWN_LIMITS, limitColumns } from "./businesses.ts";
import { assertOwned, lockBusinesses } from "./members.ts";

/** Who asks, and in which business. */
export type By = { orgId: string; userId: string };

export type Colleague = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  lastSeenAt: string | null;
  disabled: boolean;
  ownLimits: OwnLimits;
};

/** Everybody who belongs to the business, by name. */
export function readColleagues({ orgId }: Pick<By, "orgId">, on: DirectoryDb): Promise<Colleague[]> {
  return on
    .select({ ...COLLEAGUE })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.orgId, orgId))
    .orderBy(asc(users.name), asc(users.id));
}

const COLLEAGUE = {
  userId: users.id,
  name: users.name,
  email: users.email,
  role: memberships.role,
  joinedAt: memberships.createdAt,
  lastSeenAt: memberships.lastSeenAt,
  disabled: sql<boolean>`${users.disabledAt} is not null`,
  ownLimits: OWN_LIMITS,
};

/** As they were before. Refuses what `assertMayChange` refuses, "not-found", "nothing-changed" and "only-owner". */
export async function changeRole(
  by: By,
  { userId, role }: { userId: string; role: Role },
  on: DirectoryDb,
): Promise<Colleague> {
  const { asking, other } = await lockPair(by, userId, on);
  assertMayChange({ by: asking.role, isOwnPlace: by.userId === userId, from: other.role, to: role });
  if (other.role === role) throw new Refusal("nothing-changed");
  // A role that can do more carries no more than whoever gives it may do.
  const limits = limitsIn(role, withinOwn(asking.ownLimits, other.ownLimits));
  await keep(by, { userId, role, limits }, on);
  if (!mayDo(role, "settings:change")) await revokeKeysOf(by.orgId, userId, on);
  await assertOwned([by.orgId], on);
  return other;
}

/** As they were before. An owner has no limits. Refuses "limits-beyond-own", too: what lets them do more than who gives it. */
export async function changeLimits(
  by: By,
  { userId, limits }: { userId: string; limits: OwnLimits },
  on: DirectoryDb,
): Promise<Colleague> {
  const { asking, other } = await lockPair(by, userId, on);
  const { role } = other;
  assertMayChange({ by: asking.role, isOwnPlace: by.userId === userId, from: role, to: role });
  const kept = limitsIn(role, limits);
  const [own, before] = [limitsIn(role, asking.ownLimits), limitsIn(role, other.ownLimits)];
  if (isBeyondOwn(own, { before, given: kept })) throw new Refusal("limits-beyond-own");
  await keep(by, { userId, role, limits: kept }, on);
  return other;
}

/** They are no longer there from their next request on; their sessions go on, for the other businesses of theirs. */
export async function removeColleague(by: By, userId: string, on: DirectoryDb): Promise<Colleague> {
  const { asking, other } = await lockPair(by, userId, on);
  assertMayChange({ by: asking.role, isOwnPlace: by.userId === userId, from: other.role, to: null });
  await drop(by.orgId, userId, on);
  await assertOwned([by.orgId], on);
  return other;
}

/** Who asks goes. Refuses "only-owner". */
export async function leaveBusiness(by: By, on: DirectoryDb): Promise<Colleague> {
  const { asking } = await lockPair(by, by.userId, on);
  await drop(by.orgId, by.userId, on);
  await assertOwned([by.orgId], on);
  return asking;
}

/** The other becomes an owner, and who asks, an owner until now, an admin. */
export async function transferOwnership(by: By, userId: string, on: DirectoryDb): Promise<Colleague> {
  const { asking, other } = await lockPair(by, userId, on);
  assertOwner(asking.role);
  if (by.userId === userId) throw new Refusal("own-membership");
  await keep(by, { userId, role: "owner", limits: NO_OWN_LIMITS }, on);
  await keep(by, { userId: by.userId, role: "admin", limits: NO_OWN_LIMITS }, on);
  await assertOwned([by.orgId], on);
  return other;
}

/** Who asks and whom it is about, under the lock. Refuses "not-found". */
async function lockPair({ orgId, userId }: By, otherId: string, on: DirectoryDb) {
  await lockBusinesses([orgId], on);
  const [asking, other] = [await memberIn(orgId, userId, on), await memberIn(orgId, otherId, on)];
  if (!asking || asking.disabled || !other) throw new Refusal("not-found");
  return { asking, other };
}

async function memberIn(orgId: string, userId: string, on: DirectoryDb): Promise<Colleague | undefined> {
  const [member] = await on
    .select({ ...COLLEAGUE })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(both(orgId, userId));
  return member;
}

const both = (orgId: string, userId: string) =>
  and(eq(memberships.orgId, orgId), eq(memberships.userId, userId));

type Place = { userId: string; role: Role; limits: OwnLimits };

async function keep({ orgId }: By, { userId, role, limits }: Place, on: DirectoryDb): Promise<void> {
  await on
    .update(memberships)
    .set({ role, ...limitColumns(limits) })
    .where(both(orgId, userId));
}

/** The keys that they made for programs end with them: who has left may still know what they were. */
async function drop(orgId: string, userId: string, on: DirectoryDb): Promise<void> {
  await revokeKeysOf(orgId, userId, on);
  await on.delete(memberships).where(both(orgId, userId));
}
