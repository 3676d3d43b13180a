// How the members of a business sign in by its own provider: what it is, which domains of addresses count, and the sign-ins
// that are under way.
import { and, asc, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { memberships, orgs, users } from "../schema/directory.ts";
import { businessDomains, businessSignIns, oidcTries } from "../schema/sign-in-ways.ts";
import type { Person } from "./people.ts";
import type { Tenant } from "./statement-links.ts";

export type BusinessSignIn = typeof businessSignIns.$inferSelect;

export async function businessSignInOf(
  { orgId }: Tenant,
  on: DirectoryDb = directoryDb(),
): Promise<BusinessSignIn | null> {
  const [found] = await on.select().from(businessSignIns).where(eq(businessSignIns.orgId, orgId));
  return found ?? null;
}

/** What a secret is bound to, and a session limited to. */
export const businessIdOf = ({ orgId }: Tenant): string => orgId;

export async function businessSignInBySlug(slug: string): Promise<BusinessSignIn | null> {
  const [found] = await directoryDb()
    .select({ signIn: businessSignIns })
    .from(businessSignIns)
    .innerJoin(orgs, eq(orgs.id, businessSignIns.orgId))
    .where(and(eq(orgs.slug, slug), eq(businessSignIns.inUse, true)));
  return found?.signIn ?? null;
}

export type NewSignIn = Pick<BusinessSignIn, "issuer" | "clientId" | "sealedSecret" | "inUse">;

/** False where it is another version than was seen; version 0 is none. */
export async function keepBusinessSignIn(
  { orgId }: Tenant,
  { seen, ...given }: NewSignIn & { seen: number },
  on: DirectoryDb,
): Promise<boolean> {
  const row = { orgId, ...given, version: seen + 1 };
  const kept = await on
    .insert(businessSignIns)
    .values(row)
    .onConflictDoUpdate({
      target: businessSignIns.orgId,
      set: { ...given, version: seen + 1 },
      setWhere: eq(businessSignIns.version, seen),
    })
    .returning({ version: businessSignIns.version });
  return kept.length > 0;
}

/** The same secret, sealed anew; nothing where it has become another meanwhile. */
export async function keepResealedClient(
  { orgId }: Tenant,
  { before, anew }: { before: Uint8Array; anew: Uint8Array },
  on: DirectoryDb,
): Promise<void> {
  const same = and(eq(businessSignIns.orgId, orgId), eq(businessSignIns.sealedSecret, Buffer.from(before)));
  await on
    .update(businessSignIns)
    .set({ sealedSecret: Buffer.from(anew) })
    .where(same);
}

export type BusinessDomain = { domain: string; proof: string; proven: boolean };

export function domainsOf({ orgId }: Tenant, on: DirectoryDb = directoryDb()): Promise<BusinessDomain[]> {
  return on
    .select({
      domain: businessDomains.domain,
      proof: businessDomains.proof,
      proven: sql<boolean>`${businessDomains.provenAt} is not null`,
    })
    .from(businessDomains)
    .where(eq(businessDomains.orgId, orgId))
    .orderBy(asc(businessDomains.domain));
}

export async function addDomain(
  { orgId }: Tenant,
  given: { domain: string; proof: string },
  on: DirectoryDb,
): Promise<void> {
  await on
    .insert(businessDomains)
    .values({ orgId, ...given })
    .onConflictDoNothing();
}

export async function removeDomain({ orgId }: Tenant, domain: string, on: DirectoryDb): Promise<void> {
  await on
    .delete(businessDomains)
    .where(and(eq(businessDomains.orgId, orgId), eq(businessDomains.domain, domain)));
}

export async function markDomainProven({ orgId }: Tenant, domain: string, on: DirectoryDb): Promise<void> {
  await on
    .update(businessDomains)
    .set({ provenAt: sql`now()` })
    .where(and(eq(businessDomains.orgId, orgId), eq(businessDomains.domain, domain)));
}

/** The member of that business with that address, if its domain is proven to be the business's. */
export async function memberByProvenDomain({ orgId }: Tenant, email: string): Promise<Person | null> {
  const [found] = await directoryDb()
    .select({ person: users })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(businessDomains, eq(businessDomains.orgId, memberships.orgId))
    .where(
      and(
        eq(memberships.orgId, orgId),
        eq(users.email, email),
        eq(businessDomains.domain, email.slice(email.lastIndexOf("@") + 1)),
        isNotNull(businessDomains.provenAt),
      ),
    );
  return found?.person ?? null;
}

export type OidcTry = { orgId: string; nonce: string; verifier: string };
type NewTry = Omit<OidcTry, "orgId"> & { stateHash: Buffer };

export async function keepOidcTry({ orgId }: Tenant, given: NewTry): Promise<void> {
  const expiresAt = sql<string>`now() + interval '10 minutes'`;
  await directoryDb()
    .insert(oidcTries)
    .values({ orgId, ...given, expiresAt });
}

/** Once. */
export async function takeOidcTry(stateHash: Buffer): Promise<OidcTry | null> {
  const [taken] = await directoryDb()
    .delete(oidcTries)
    .where(and(eq(oidcTries.stateHash, stateHash), gt(oidcTries.expiresAt, sql`now()`)))
    .returning();
  return taken ?? null;
}

export async function sweepOidcTries(): Promise<void> {
  await directoryDb()
    .delete(oidcTries)
    .where(lt(oidcTries.expiresAt, sql`now()`));
}
