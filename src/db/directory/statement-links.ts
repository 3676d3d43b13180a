// Where a statement link leads: from a token's hash to a tenant and a statement, and to nothing else. Read in the
// link role, which can see only this; the work then goes on behind that tenant's wall. Wrong, expired and
// withdrawn links are one answer: nothing.
import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { statementLinks } from "../schema/directory.ts";

export type NewStatementLink = {
  orgId: string;
  statementId: string;
  tokenHash: Buffer;
  days: number;
  createdBy: string | null;
};

export async function keepStatementLink({ days, ...link }: NewStatementLink): Promise<{ id: string; expiresAt: string }> {
  const expiresAt = sql<string>`now() + make_interval(days => ${days})`;
  const [made] = await directoryDb()
    .insert(statementLinks)
    .values({ ...link, expiresAt })
    .returning({ id: statementLinks.id, expiresAt: statementLinks.expiresAt });
  if (!made) throw new Error("an insert returns its row");
  return made;
}

export type LinkTarget = { linkId: string; orgId: string; statementId: string };

export function resolveStatementLink(tokenHash: Buffer): Promise<LinkTarget | null> {
  return directoryDb().transaction(async (tx) => {
    await tx.execute(sql`set local role onaccount_link`);
    const [target] = await tx
      .select({ linkId: statementLinks.id, orgId: statementLinks.orgId, statementId: statementLinks.statementId })
      .from(statementLinks)
      .where(
        and(
          eq(statementLinks.tokenHash, tokenHash),
          gt(statementLinks.expiresAt, sql`now()`),
          isNull(statementLinks.revokedAt),
        ),
      );
    return target ?? null;
  });
}

export function statementLinksOf(orgId: string, statementId: string) {
  const { id, expiresAt, revokedAt, createdAt, createdBy } = statementLinks;
  return directoryDb()
    .select({ id, expiresAt, revokedAt, createdAt, createdBy })
    .from(statementLinks)
    .where(and(eq(statementLinks.orgId, orgId), eq(statementLinks.statementId, statementId)))
    .orderBy(desc(createdAt));
}

export async function revokeStatementLinks(orgId: string, statementIds: readonly string[]): Promise<number> {
  if (statementIds.length === 0) return 0;
  const theirs = and(
    eq(statementLinks.orgId, orgId),
    inArray(statementLinks.statementId, [...statementIds]),
    isNull(statementLinks.revokedAt),
  );
  const revoked = await directoryDb()
    .update(statementLinks)
    .set({ revokedAt: sql`now()` })
    .where(theirs)
    .returning({ id: statementLinks.id });
  return revoked.length;
}
