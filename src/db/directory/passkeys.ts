// Passkeys of people, and the challenges that they answer: each challenge is taken once.
import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { sessions } from "../schema/directory.ts";
import { passkeyChallenges, passkeys, recoveryCodes } from "../schema/sign-in-ways.ts";
import { transact } from "../transaction.ts";
import { forgetIfLast, secondOf } from "./second-factors.ts";

export type Passkey = typeof passkeys.$inferSelect;
export type NewPasskey = Pick<Passkey, "id" | "userId" | "name" | "publicKey" | "counter">;

const MOST = 20;

/** `usedAgo`: in seconds, by the database's clock. */
export function passkeysOf(userId: string): Promise<{ id: string; name: string; usedAgo: number | null }[]> {
  const usedAgo = sql<number | null>`extract(epoch from now() - ${passkeys.lastUsedAt})::int`;
  return directoryDb()
    .select({ id: passkeys.id, name: passkeys.name, usedAgo })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt));
}

export async function passkeyById(id: string): Promise<Passkey | null> {
  const [found] = await directoryDb().select().from(passkeys).where(eq(passkeys.id, id));
  return found ?? null;
}

/**
 * Keeps it, with recovery codes where it is the first second factor; this session has proven one then, and where it is the
 * first, every other ends. False where it is somebody's already, or one too many.
 */
export function keepPasskey(
  passkey: NewPasskey,
  sessionId: string,
  codeHashes: readonly Buffer[] | null,
): Promise<boolean> {
  const { userId } = passkey;
  return transact({ mode: "" }, async (tx) => {
    const [before] = await tx.execute<{ has: boolean }>(sql`select ${secondOf(userId)} as has`);
    if ((await tx.$count(passkeys, eq(passkeys.userId, userId))) >= MOST) return { result: false };
    const made = await tx
      .insert(passkeys)
      .values(passkey)
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (made.length === 0) return { result: false };
    if (codeHashes) {
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
      await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })));
    }
    const others = and(eq(sessions.userId, userId), sql`${sessions.id} <> ${sessionId}`);
    if (!before?.has) await tx.delete(sessions).where(others);
    await tx
      .update(sessions)
      .set({ secondAt: sql`now()` })
      .where(eq(sessions.id, sessionId));
    return { result: true };
  });
}

/** Notes that it signed; false where its count went back, or another answer with it was first. */
export async function usePasskey(id: string, before: number, counter: number): Promise<boolean> {
  const used = await directoryDb()
    .update(passkeys)
    .set({ counter, lastUsedAt: sql`now()` })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, before)))
    .returning({ id: passkeys.id });
  return used.length > 0;
}

/** Whether this person had it. With their last second factor go its recovery codes and every session but this one. */
export function removePasskey(userId: string, id: string, sessionId: string): Promise<boolean> {
  return transact({ mode: "" }, async (tx) => {
    const theirs = and(eq(passkeys.userId, userId), eq(passkeys.id, id));
    const removed = await tx.delete(passkeys).where(theirs).returning({ id: passkeys.id });
    if (removed.length > 0) await forgetIfLast(tx, userId, sessionId);
    return { result: removed.length > 0 };
  });
}

export async function keepChallenge(challengeHash: Buffer, userId: string | null): Promise<void> {
  const expiresAt = sql<string>`now() + interval '5 minutes'`;
  await directoryDb().insert(passkeyChallenges).values({ challengeHash, userId, expiresAt });
}

/** Once, for what it was made for. */
export async function takeChallenge(challengeHash: Buffer, userId: string | null): Promise<boolean> {
  const whose = userId === null ? isNull(passkeyChallenges.userId) : eq(passkeyChallenges.userId, userId);
  const open = gt(passkeyChallenges.expiresAt, sql`now()`);
  const taken = await directoryDb()
    .delete(passkeyChallenges)
    .where(and(eq(passkeyChallenges.challengeHash, challengeHash), whose, open))
    .returning({ expiresAt: passkeyChallenges.expiresAt });
  return taken.length > 0;
}

export async function sweepChallenges(): Promise<void> {
  await directoryDb()
    .delete(passkeyChallenges)
    .where(lt(passkeyChallenges.expiresAt, sql`now()`));
}
