// Who belongs to which business in what role, and who may come in at all. A business keeps an owner who can: what would
// leave it with none is refused, also by two people at once.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Role } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { mailedLinks, memberships, orgs, sessions, users } from "../schema/directory.ts";
import { secondOf } from "./second-factors.ts";
import { passkeys } from "../schema/sign-in-ways.ts";
import { transact, type Connected } from "../transaction.ts";

export type Member = {
  email: string;
  name: string;
  disabled: boolean;
  hasPassword: boolean;
  /** null for somebody who belongs to no business. */
  business: string | null;
  role: Role | null;
};

/** One row per person and business, by address; `slug`: of that business only. */
export function listMembers(slug?: string): Promise<Member[]> {
  return directoryDb()
    .select({
      email: users.email,
      name: users.name,
      disabled: sql<boolean>`${users.disabledAt} is not null`,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      business: orgs.slug,
      role: memberships.role,
    })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(slug === undefined ? undefined : eq(orgs.slug, slug))
    .orderBy(asc(users.email), asc(orgs.slug));
}

/** Who works in a business and may come in, by name; on the connection whose books are open. */
export function colleaguesIn(slug: string, on: DirectoryDb): Promise<{ userId: string; name: string }[]> {
  return on
    .select({ userId: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(and(eq(orgs.slug, slug), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(users.id));
}

/** Who of a business may come in, with their address and role. */
export function membersOf(
  orgId: string,
): Promise<{ userId: string; name: string; email: string; role: Role }[]> {
  return directoryDb()
    .select({ userId: users.id, name: users.name, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, orgId), isNull(users.disabledAt)))
    .orderBy(asc(users.email));
}

const LIMITS_OFF = { largestRefund: null, largestWriteOff: null, largestOverride: null };

export type Guarded = { userId: string; name: string; role: Role; hasSecond: boolean };

/** Who of a business may come in, and whether they have a second factor; on the connection whose books are open. */
export function guardedIn(slug: string, on: DirectoryDb): Promise<Guarded[]> {
  return on
    .select({
      userId: users.id,
      name: users.name,
      role: memberships.role,
      hasSecond: secondOf(sql`${users}.id`),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(and(eq(orgs.slug, slug), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(users.id));
}

/** Without limits of their own. Throws "only-owner". */
export function setMember(orgId: string, userId: string, role: Role): Promise<void> {
  return keepingOwners([orgId], async (tx) => {
    const target = [memberships.orgId, memberships.userId];
    const row = { orgId, userId, role };
    await tx
      .insert(memberships)
      .values(row)
      .onConflictDoUpdate({ target, set: { role, ...LIMITS_OFF } });
  });
}

/** Whether they were a member. Throws "only-owner". */
export function removeMember(orgId: string, userId: string): Promise<boolean> {
  return keepingOwners([orgId], async (tx) => {
    const both = and(eq(memberships.orgId, orgId), eq(memberships.userId, userId));
    const removed = await tx.delete(memberships).where(both).returning({ role: memberships.role });
    return removed.length > 0;
  });
}

/** Signs them out everywhere and lets them in nowhere; what they did stays theirs. Throws "only-owner". */
export async function disablePerson(userId: string): Promise<void> {
  const theirs = await directoryDb()
    .select({ id: memberships.orgId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.role, "owner")));
  await keepingOwners(
    theirs.map(({ id }) => id),
    async (tx) => {
      const disabledAt = sql`coalesce(${users.disabledAt}, now())`;
      const [person] = await tx
        .update(users)
        .set({ disabledAt })
        .where(eq(users.id, userId))
        .returning({ email: users.email });
      if (!person) return;
      await tx.delete(sessions).where(eq(sessions.userId, userId));
      await tx.delete(mailedLinks).where(eq(mailedLinks.email, person.email));
    },
  );
}

export async function enablePerson(userId: string): Promise<void> {
  await directoryDb().update(users).set({ disabledAt: null }).where(eq(users.id, userId));
}

/** Someone who belongs to no business is removed; who still does stays, and comes in by nothing that was known before. */
export function retirePerson(userId: string): Promise<"removed" | "stays"> {
  return transact({ mode: "" }, async (tx) => {
    const mine = eq(users.id, userId);
    const elsewhere = sql`exists (select from ${memberships} where ${memberships.userId} = ${users.id})`;
    const [stays] = await tx
      .update(users)
      .set({ passwordHash: null })
      .where(and(mine, elsewhere))
      .returning({ email: users.email });
    if (!stays) await tx.delete(users).where(mine);
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.delete(passkeys).where(eq(passkeys.userId, userId));
    if (stays) await tx.delete(mailedLinks).where(eq(mailedLinks.email, stays.email));
    return { result: stays ? ("stays" as const) : ("removed" as const) };
  });
}

/** The businesses stay locked until it is done, so that two owners can't take each other out. */
function keepingOwners<T>(orgIds: readonly string[], change: (tx: Connected) => Promise<T>): Promise<T> {
  return transact({ mode: "" }, async (tx) => {
    await lockBusinesses(orgIds, tx);
    const result = await change(tx);
    await assertOwned(orgIds, tx);
    return { result };
  });
}

/** Who belongs to them stays as it is until the transaction ends. */
export async function lockBusinesses(orgIds: readonly string[], tx: Connected): Promise<void> {
  const these = inArray(orgs.id, [...orgIds]);
  if (orgIds.length > 0)
    await tx.select({ id: orgs.id }).from(orgs).where(these).orderBy(orgs.id).for("update");
}

/** Refuses "only-owner" where one of them has no owner left who can come in. */
export async function assertOwned(orgIds: readonly string[], tx: Connected): Promise<void> {
  if (orgIds.length === 0) return;
  const owner = and(eq(memberships.orgId, orgs.id), eq(memberships.role, "owner"), isNull(users.disabledAt));
  const owned = sql`exists (select from ${memberships} join ${users} on ${users.id} = ${memberships.userId} where ${owner})`;
  const [left] = await tx
    .select({ slug: orgs.slug })
    .from(orgs)
    .where(and(inArray(orgs.id, [...orgIds]), sql`not ${owned}`));
  if (left) throw new Refusal("only-owner", { business: left.slug });
}
