// Links that are mailed to those who may approve an override: each member's own, kept as its hash, for as long as it can be
// answered. Looking at one (as mail scanners do) changes nothing.
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { orgs, users } from "../schema/directory.ts";
import { overrideLinks } from "../schema/override-links.ts";

/** Whose link it is: an actor of that business, as far as the directory needs to know one. */
type Tenant = { orgId: string };
type NewOverrideLink = {
  tokenHash: Buffer;
  userId: string;
  overrideId: string;
  /** An instant. */
  expiresAt: string;
};

export async function keepOverrideLink({ orgId }: Tenant, link: NewOverrideLink): Promise<void> {
  await directoryDb()
    .insert(overrideLinks)
    .values({ orgId, ...link });
}

export type OverrideLink = { slug: string; overrideId: string; userId: string; userName: string };

/** null for one that isn't there, is over, or is of somebody who may not come in any more. */
export async function readOverrideLink(tokenHash: Buffer): Promise<OverrideLink | null> {
  const { overrideId, userId } = overrideLinks;
  const [link] = await directoryDb()
    .select({ slug: orgs.slug, overrideId, userId, userName: users.name })
    .from(overrideLinks)
    .innerJoin(users, eq(users.id, overrideLinks.userId))
    .innerJoin(orgs, eq(orgs.id, overrideLinks.orgId))
    .where(
      and(
        eq(overrideLinks.tokenHash, tokenHash),
        gt(overrideLinks.expiresAt, sql`now()`),
        sql`${users.disabledAt} is null`,
      ),
    );
  return link ?? null;
}

/** Who has a link already. */
export async function linkedApprovers({ orgId }: Tenant, overrideId: string): Promise<ReadonlySet<string>> {
  const rows = await directoryDb()
    .select({ userId: overrideLinks.userId })
    .from(overrideLinks)
    .where(and(eq(overrideLinks.orgId, orgId), eq(overrideLinks.overrideId, overrideId)));
  return new Set(rows.map((row) => row.userId));
}

/** One that reached nobody. */
export async function dropOverrideLink(hash: Buffer): Promise<void> {
  await directoryDb().delete(overrideLinks).where(eq(overrideLinks.tokenHash, hash));
}

/** Once it is answered, none of its links opens anything any more. */
export async function dropOverrideLinks({ orgId }: Tenant, overrideId: string): Promise<void> {
  await directoryDb()
    .delete(overrideLinks)
    .where(and(eq(overrideLinks.orgId, orgId), eq(overrideLinks.overrideId, overrideId)));
}

export async function sweepOverrideLinks(): Promise<void> {
  await directoryDb()
    .delete(overrideLinks)
    .where(lt(overrideLinks.expiresAt, sql`now()`));
}
