// Where a link in a mail leads: from a token's hash to a tenant and one paper of theirs, and to nothing else. Read in the
// link role, which can see only this; the work then goes on behind that tenant's wall. Wrong, expired and
// withdrawn links are one answer: nothing.
import { and, desc, eq, gt, isNull, lte, sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { linkColumns, linkedOf, type LinkedPaper } from "@/domain/statements/linked-paper.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { overRestart } from "../away.ts";
import { transact, type Statement } from "../transaction.ts";
import { statementLinks } from "../schema/directory.ts";

/** Whose link it is: an actor of that business, as far as the directory needs to know one. */
export type Tenant = { orgId: string };

/** `days` null: until it is withdrawn. */
export type NewStatementLink = {
  opens: LinkedPaper;
  tokenHash: Buffer;
  days: number | null;
  createdBy: string | null;
};

/** `on`: the transaction it belongs to, so that one request never waits for a second connection. */
export async function keepStatementLink(
  { orgId }: Tenant,
  { days, opens, ...link }: NewStatementLink,
  on: DirectoryDb = directoryDb(),
): Promise<{ id: string; expiresAt: string }> {
  const expiresAt =
    days === null ? sql<string>`'infinity'` : sql<string>`now() + make_interval(days => ${days})`;
  const [made] = await on
    .insert(statementLinks)
    .values({ orgId, ...linkColumns(opens), ...link, expiresAt })
    .returning({ id: statementLinks.id, expiresAt: statementLinks.expiresAt });
  if (!made) throw new Error("an insert returns its row");
  return made;
}

export type LinkTarget = { linkId: string; orgId: string; opens: LinkedPaper };

/** What a token opens now. */
export const resolveStatementLink = (tokenHash: Buffer): Promise<LinkTarget | null> =>
  lookUp(tokenHash, gt(statementLinks.expiresAt, sql`now()`));

/** What a token opened until its time was up; one that was withdrawn is withdrawn. */
export const expiredStatementLink = (tokenHash: Buffer): Promise<LinkTarget | null> =>
  lookUp(tokenHash, lte(statementLinks.expiresAt, sql`now()`));

function lookUp(tokenHash: Buffer, when: SQL): Promise<LinkTarget | null> {
  const first: Statement = sql`set local role onaccount_link`;
  const once = () =>
    transact({ mode: "read only", first }, async (tx) => {
      const [target] = await tx
        .select({
          linkId: statementLinks.id,
          orgId: statementLinks.orgId,
          statementId: statementLinks.statementId,
          invoiceId: statementLinks.invoiceId,
          creditMemoId: statementLinks.creditMemoId,
          accountId: statementLinks.accountId,
        })
        .from(statementLinks)
        .where(and(eq(statementLinks.tokenHash, tokenHash), when, isNull(statementLinks.revokedAt)));
      if (!target) return { result: null };
      const { linkId, orgId, ...columns } = target;
      return { result: { linkId, orgId, opens: present(linkedOf(columns), "a link opens something") } };
    });
  return overRestart(once, true);
}

/** Whose link it is, live or not. */
export async function businessOfLink(linkId: string): Promise<string | null> {
  const [row] = await directoryDb()
    .select({ orgId: statementLinks.orgId })
    .from(statementLinks)
    .where(eq(statementLinks.id, linkId));
  return row?.orgId ?? null;
}

const ofPaper = ({ kind, id }: MailedPaper) => {
  const { statementId, invoiceId, creditMemoId } = statementLinks;
  return eq({ statement: statementId, invoice: invoiceId, "credit-memo": creditMemoId }[kind], id);
};

export function statementLinksOf({ orgId }: Tenant, paper: MailedPaper, on: DirectoryDb = directoryDb()) {
  const { id, expiresAt, revokedAt, createdAt, createdBy } = statementLinks;
  return on
    .select({ id, expiresAt, revokedAt, createdAt, createdBy })
    .from(statementLinks)
    .where(and(eq(statementLinks.orgId, orgId), ofPaper(paper)))
    .orderBy(desc(createdAt));
}

/** One link by its id; whether it still opened. */
export async function revokeLink(
  { orgId }: Tenant,
  linkId: string,
  on: DirectoryDb = directoryDb(),
): Promise<boolean> {
  const theirs = and(
    eq(statementLinks.orgId, orgId),
    eq(statementLinks.id, linkId),
    isNull(statementLinks.revokedAt),
  );
  const revoked = await on
    .update(statementLinks)
    .set({ revokedAt: sql`now()` })
    .where(theirs)
    .returning({ id: statementLinks.id });
  return revoked.length > 0;
}

export async function revokeStatementLinks(
  { orgId }: Tenant,
  paper: MailedPaper,
  on: DirectoryDb = directoryDb(),
): Promise<number> {
  const theirs = and(eq(statementLinks.orgId, orgId), ofPaper(paper), isNull(statementLinks.revokedAt));
  const revoked = await on
    .update(statementLinks)
    .set({ revokedAt: sql`now()` })
    .where(theirs)
    .returning({ id: statementLinks.id });
  return revoked.length;
}
