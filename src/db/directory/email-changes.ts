// Changes of e-mail address that wait for both mailboxes: the old one lets go, the new one proves that it is theirs.
import { and, eq, gt, lt, ne, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { mailedLinks, sessions, users } from "../schema/directory.ts";
import { emailChanges } from "../schema/sign-in-ways.ts";
import { transact } from "../transaction.ts";

export type Side = "old" | "new";
export type EmailChange = { newEmail: string; oldProven: boolean; newProven: boolean };
export type NewEmailChange = { newEmail: string; oldHash: Buffer; newHash: Buffer; minutes: number };

/** Instead of one that waited before. */
export async function keepEmailChange(userId: string, given: NewEmailChange): Promise<void> {
  const { minutes, ...change } = given;
  const expiresAt = sql<string>`now() + make_interval(mins => ${minutes})`;
  const row = { ...change, expiresAt, oldProvenAt: null, newProvenAt: null };
  await directoryDb()
    .insert(emailChanges)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: emailChanges.userId, set: row });
}

const open = (userId: string) => and(eq(emailChanges.userId, userId), gt(emailChanges.expiresAt, sql`now()`));

export async function emailChangeOf(userId: string): Promise<EmailChange | null> {
  const [found] = await directoryDb().select().from(emailChanges).where(open(userId));
  return found
    ? {
        newEmail: found.newEmail,
        oldProven: found.oldProvenAt !== null,
        newProven: found.newProvenAt !== null,
      }
    : null;
}

export async function dropEmailChange(userId: string): Promise<void> {
  await directoryDb().delete(emailChanges).where(eq(emailChanges.userId, userId));
}

/** Which mailbox this link of theirs proves; null where it is none that is open. */
export async function sideOfLink(userId: string, hash: Buffer): Promise<Side | null> {
  const [found] = await directoryDb().select().from(emailChanges).where(open(userId));
  if (found?.oldHash.equals(hash)) return "old";
  return found?.newHash.equals(hash) ? "new" : null;
}

export type Proven = "gone" | "waits" | "taken" | { from: string; to: string };

/**
 * One mailbox is proven; with the second the address is changed, every session but `sessionId` ends, and no link to the old
 * address opens anything any more.
 */
export function proveSide(userId: string, hash: Buffer, sessionId: string): Promise<Proven> {
  return transact<Proven>({ mode: "" }, async (tx) => {
    const [change] = await tx.select().from(emailChanges).where(open(userId)).for("update");
    const isOld = change?.oldHash.equals(hash) ?? false;
    if (!change || !(isOld || change.newHash.equals(hash))) return { result: "gone" as const };
    const now = sql<string>`now()`;
    const both = isOld ? change.newProvenAt !== null : change.oldProvenAt !== null;
    if (!both) {
      await tx
        .update(emailChanges)
        .set(isOld ? { oldProvenAt: now } : { newProvenAt: now })
        .where(eq(emailChanges.userId, userId));
      return { result: "waits" as const };
    }
    await tx.delete(emailChanges).where(eq(emailChanges.userId, userId));
    const [before] = await tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    const [other] = await tx.select({ id: users.id }).from(users).where(eq(users.email, change.newEmail));
    if (!before || other) return { result: "taken" as const };
    await tx.update(users).set({ email: change.newEmail, emailVerifiedAt: now }).where(eq(users.id, userId));
    await tx.delete(mailedLinks).where(eq(mailedLinks.email, before.email));
    await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
    return { result: { from: before.email, to: change.newEmail } };
  });
}

export async function sweepEmailChanges(): Promise<void> {
  await directoryDb()
    .delete(emailChanges)
    .where(lt(emailChanges.expiresAt, sql`now()`));
}
