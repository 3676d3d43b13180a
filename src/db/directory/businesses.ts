// Which businesses there are, and who belongs to which in what role. A business is found by its slug, the first
// part of every address of its pages; to a stranger it is simply not there.
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { SecondFactorPolicy } from "@/domain/business/second-factor.ts";
import type { OwnLimits } from "@/domain/ledger/own-limits.ts";
import type { Role } from "@/domain/permission.ts";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { transact } from "../transaction.ts";
import { memberships, orgs } from "../schema/directory.ts";

export type Business = typeof orgs.$inferSelect;
export type NewBusiness = Omit<Business, "createdAt" | "closedAt" | "secondFactor">;

/** A business together with its first owner; null when the slug is taken. */
export function createBusiness(business: NewBusiness, ownerId: string): Promise<Business | null> {
  return transact({ mode: "" }, async (tx) => {
    const [made] = await tx.insert(orgs).values(business).onConflictDoNothing().returning();
    if (!made) return { result: null };
    await tx.insert(memberships).values({ orgId: made.id, userId: ownerId, role: "owner" });
    return { result: made };
  });
}

/** How it writes and what its clocks show. */
export async function keepRegion(
  { orgId }: { orgId: string },
  { locale, country, zone }: Pick<Business, "locale" | "country" | "zone">,
): Promise<void> {
  await directoryDb().update(orgs).set({ locale, country, zone }).where(eq(orgs.id, orgId));
}

export async function secondFactorPolicyOf(slug: string, on: DirectoryDb): Promise<SecondFactorPolicy> {
  const [found] = await on.select({ policy: orgs.secondFactor }).from(orgs).where(eq(orgs.slug, slug));
  return found?.policy ?? "off";
}

/** Whom it asks for a second factor from the next request on. */
export async function keepSecondFactorPolicy(
  { orgId }: { orgId: string },
  secondFactor: SecondFactorPolicy,
  on: DirectoryDb = directoryDb(),
): Promise<void> {
  await on.update(orgs).set({ secondFactor }).where(eq(orgs.id, orgId));
}

export async function businessBySlug(slug: string): Promise<Business | null> {
  const [business] = await directoryDb().select().from(orgs).where(eq(orgs.slug, slug));
  return business ?? null;
}

/** null for one that is closed, too. */
export async function businessById(orgId: string): Promise<Business | null> {
  const [business] = await directoryDb()
    .select()
    .from(orgs)
    .where(and(eq(orgs.id, orgId), isNull(orgs.closedAt)));
  return business ?? null;
}

/** Those for which anything is done. */
export function openBusinesses(): Promise<Business[]> {
  return directoryDb().select().from(orgs).where(isNull(orgs.closedAt)).orderBy(asc(orgs.slug));
}

/** The closed ones, too. */
export function allBusinesses(): Promise<Business[]> {
  return directoryDb().select().from(orgs).orderBy(asc(orgs.slug));
}

/** Of a membership. */
export const OWN_LIMITS = {
  refund: memberships.largestRefund,
  "write-off": memberships.largestWriteOff,
  override: memberships.largestOverride,
};
/** What a membership keeps of them. */
export const limitColumns = (limits: OwnLimits) => ({
  largestRefund: limits.refund,
  largestWriteOff: limits["write-off"],
  largestOverride: limits.override,
});
const STALE = sql<boolean>`coalesce(${memberships.lastSeenAt} < now() - interval '1 hour', true)`;

export type MemberOf = { business: Business; role: Role };

export function businessesOf(userId: string, on: DirectoryDb = directoryDb()): Promise<MemberOf[]> {
  return on
    .select({ business: orgs, role: memberships.role })
    .from(memberships)
    .innerJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(orgs.name));
}

/** null for one that is closed, to everybody. With what the person may do at most in one go; notes that they were there, at most once an hour. */
export async function membershipIn(
  slug: string,
  userId: string,
): Promise<(MemberOf & { ownLimits: OwnLimits }) | null> {
  const [found] = await directoryDb()
    .select({ business: orgs, role: memberships.role, ownLimits: OWN_LIMITS, stale: STALE })
    .from(memberships)
    .innerJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(and(eq(orgs.slug, slug), eq(memberships.userId, userId), isNull(orgs.closedAt)));
  if (!found) return null;
  const { stale, ...member } = found;
  const theirs = and(eq(memberships.orgId, member.business.id), eq(memberships.userId, userId));
  if (stale)
    await directoryDb()
      .update(memberships)
      .set({ lastSeenAt: sql`now()` })
      .where(theirs);
  return member;
}
