// The keys of programs: from a key's hash to the business it is of and what it may do. Revoked keys are kept, so that a name
// in the books can still be told from another; they open nothing.
import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Permission } from "@/domain/permission.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { overRestart } from "../away.ts";
import { apiKeys, orgs, users } from "../schema/directory.ts";
import type { Business } from "./businesses.ts";
import type { Tenant } from "./statement-links.ts";

export type NewKey = {
  name: string;
  beginsWith: string;
  keyHash: Buffer;
  scopes: readonly Permission[];
  createdBy: string | null;
};

/** In the transaction of the command that makes it. Returns its id. */
export async function keepApiKey(
  { orgId }: Tenant,
  { scopes, ...key }: NewKey,
  on: DirectoryDb,
): Promise<string> {
  const values = { orgId, ...key, scopes: [...scopes] };
  const [made] = await on.insert(apiKeys).values(values).returning({ id: apiKeys.id });
  if (!made) throw new Error("an insert returns its row");
  return made.id;
}

export type LiveKey = { keyId: string; business: Business; name: string; scopes: Permission[] };

/** Whose key this is, if it isn't revoked; notes that it was used, once a minute. */
export const resolveApiKey = (keyHash: Buffer): Promise<LiveKey | null> =>
  overRestart(async () => {
    const live = and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt));
    const [found] = await directoryDb()
      .select({
        keyId: apiKeys.id,
        business: orgs,
        name: apiKeys.name,
        scopes: sql<Permission[]>`${apiKeys.scopes}`,
        isFresh: sql<boolean>`${apiKeys.lastUsedAt} > now() - interval '1 minute'`,
      })
      .from(apiKeys)
      .innerJoin(orgs, eq(orgs.id, apiKeys.orgId))
      .where(live);
    if (!found) return null;
    const { isFresh, ...key } = found;
    if (!isFresh)
      await directoryDb()
        .update(apiKeys)
        .set({ lastUsedAt: sql`now()` })
        .where(live);
    return key;
  }, true);

export type KnownKey = {
  keyId: string;
  name: string;
  beginsWith: string;
  scopes: string[];
  /** null where they have no name here any more. */
  createdBy: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** A page shows so many, the living ones first. */
const SHOWN = 200;

export async function apiKeysOf({ orgId }: Tenant, on: DirectoryDb): Promise<KnownKey[]> {
  const rows = await on
    .select({
      keyId: apiKeys.id,
      name: apiKeys.name,
      beginsWith: apiKeys.beginsWith,
      scopes: apiKeys.scopes,
      createdBy: users.name,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(eq(apiKeys.orgId, orgId))
    .orderBy(sql`${apiKeys.revokedAt} desc nulls first`, desc(apiKeys.createdAt))
    .limit(SHOWN);
  const at = (instant: string | null) => (instant === null ? null : isoInstant(instant));
  return rows.map((row) => ({
    ...row,
    createdAt: isoInstant(row.createdAt),
    lastUsedAt: at(row.lastUsedAt),
    revokedAt: at(row.revokedAt),
  }));
}

export async function countLiveKeys({ orgId }: Tenant, on: DirectoryDb): Promise<number> {
  const live = and(eq(apiKeys.orgId, orgId), isNull(apiKeys.revokedAt));
  const [row] = await on.select({ live: count() }).from(apiKeys).where(live);
  return row?.live ?? 0;
}

/** What a key is called, revoked or not. */
export async function apiKeyName(keyId: string, on: DirectoryDb): Promise<string | null> {
  const [row] = await on.select({ name: apiKeys.name }).from(apiKeys).where(eq(apiKeys.id, keyId));
  return row?.name ?? null;
}

/** Ends all that somebody made. */
export async function revokeKeysOf(orgId: string, userId: string, on: DirectoryDb): Promise<void> {
  await on
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.orgId, orgId), eq(apiKeys.createdBy, userId), isNull(apiKeys.revokedAt)));
}

/** Ends one at once; false where it isn't theirs, or was revoked before. */
export async function revokeApiKey({ orgId }: Tenant, keyId: string, on: DirectoryDb): Promise<boolean> {
  const theirs = and(eq(apiKeys.orgId, orgId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt));
  const revoked = await on
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(theirs)
    .returning({ id: apiKeys.id });
  return revoked.length > 0;
}
