// Closes a business, opens it again, and takes out for good what was closed 30 days ago. The database keeps the 30 days
// (drizzle/functions/close_business.sql and remove_closed_business.sql).
import { and, asc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { memberships, orgs } from "../schema/directory.ts";
import { transact } from "../transaction.ts";
import type { Business } from "./businesses.ts";
import type { By } from "./membership-changes.ts";

/** False where it was closed before, or who asks is no owner who can sign in. */
export const closeBusiness = (by: By, on: DirectoryDb): Promise<boolean> => setClosed(by, true, on);

/** False where it isn't closed, is closed for 30 days, or who asks is no owner who can sign in. */
export const reopenBusiness = (by: By, on: DirectoryDb): Promise<boolean> => setClosed(by, false, on);

async function setClosed({ orgId, userId }: By, closes: boolean, on: DirectoryDb): Promise<boolean> {
  const [row] = await on.execute<{ done: boolean }>(sql`
    select books.close_business(${orgId}::uuid, ${userId}::uuid, ${closes}) as done`);
  return row?.done ?? false;
}

/** A closed business that somebody belongs to. */
export async function closedBusiness(slug: string, userId: string): Promise<Business | null> {
  const [found] = await directoryDb()
    .select({ business: orgs })
    .from(memberships)
    .innerJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(and(eq(orgs.slug, slug), eq(memberships.userId, userId), isNotNull(orgs.closedAt)));
  return found?.business ?? null;
}

/** Those whose 30 days are over. */
export function goneBusinesses(): Promise<Business[]> {
  return directoryDb()
    .select()
    .from(orgs)
    .where(lt(orgs.closedAt, sql`now() - interval '30 days'`))
    .orderBy(asc(orgs.slug));
}

/** With everything in it, however long that takes. False where the database says that it isn't time. */
export function removeClosedBusiness({ id }: Business): Promise<boolean> {
  return transact({ mode: "" }, async (tx) => {
    await tx.execute(sql`set local statement_timeout = '2h'`);
    const [row] = await tx.execute<{ gone: boolean }>(sql`
      select books.remove_closed_business(${id}::uuid) as gone`);
    return { result: row?.gone ?? false };
  });
}
