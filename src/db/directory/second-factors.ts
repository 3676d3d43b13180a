// The second factors of people: the sealed secret of a code app and recovery codes by their hash. Each code counts once;
// the database decides which of two at once is the first.
import { and, eq, isNotNull, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { sessions } from "../schema/directory.ts";
import { passkeys, recoveryCodes, secondFactors } from "../schema/sign-in-ways.ts";
import { transact, type Connected } from "../transaction.ts";

/** Whether somebody has a second factor that counts, asked in the very statement that depends on it. */
export const secondOf = (userId: string | SQL) => sql<boolean>`(exists (
  select from ${secondFactors} where ${secondFactors.userId} = ${userId} and ${secondFactors.confirmedAt} is not null)
  or exists (select from ${passkeys} where ${passkeys.userId} = ${userId}))`;

export async function hasSecond(userId: string): Promise<boolean> {
  const [row] = await directoryDb().execute<{ has: boolean }>(sql`select ${secondOf(userId)} as has`);
  return row?.has ?? false;
}

export type CodeApp = { sealedSecret: Buffer; confirmed: boolean; lastStep: number | null };

export async function codeAppOf(userId: string): Promise<CodeApp | null> {
  const [found] = await directoryDb().select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return found
    ? { sealedSecret: found.sealedSecret, confirmed: found.confirmedAt !== null, lastStep: found.lastStep }
    : null;
}

export function allCodeApps(): Promise<{ userId: string; sealedSecret: Buffer }[]> {
  const { userId, sealedSecret } = secondFactors;
  return directoryDb().select({ userId, sealedSecret }).from(secondFactors);
}

/** The same secret, sealed anew; nothing where it has become another meanwhile. */
export async function keepResealedApp(userId: string, before: Uint8Array, anew: Uint8Array): Promise<void> {
  const same = and(eq(secondFactors.userId, userId), eq(secondFactors.sealedSecret, Buffer.from(before)));
  await directoryDb()
    .update(secondFactors)
    .set({ sealedSecret: Buffer.from(anew) })
    .where(same);
}

/** One that doesn't count yet, instead of another that never did. False where one counts already. */
export async function keepCodeApp(userId: string, sealedSecret: Buffer): Promise<boolean> {
  const kept = await directoryDb()
    .insert(secondFactors)
    .values({ userId, sealedSecret })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { sealedSecret, lastStep: null, createdAt: sql`now()` },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  return kept.length > 0;
}

/** Notes that the code of this step was used; false where it, or one after it, was used before. */
export async function useStep(userId: string, step: number): Promise<boolean> {
  const unused = or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step));
  const counts = and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt), unused);
  const used = await directoryDb()
    .update(secondFactors)
    .set({ lastStep: step })
    .where(counts)
    .returning({ userId: secondFactors.userId });
  return used.length > 0;
}

type Confirmed = { sealedSecret: Buffer; step: number; codeHashes: readonly Buffer[]; sessionId: string };

/** From now on it counts: with its recovery codes, in this session, and every other session ends. False where it changed meanwhile. */
export function confirmCodeApp(userId: string, given: Confirmed): Promise<boolean> {
  return transact({ mode: "" }, async (tx) => {
    const [confirmed] = await tx
      .update(secondFactors)
      .set({ confirmedAt: sql`now()`, lastStep: given.step })
      .where(
        and(
          eq(secondFactors.userId, userId),
          eq(secondFactors.sealedSecret, given.sealedSecret),
          isNull(secondFactors.confirmedAt),
        ),
      )
      .returning({ userId: secondFactors.userId });
    if (!confirmed) return { result: false };
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.insert(recoveryCodes).values(given.codeHashes.map((codeHash) => ({ userId, codeHash })));
    const others = and(eq(sessions.userId, userId), sql`${sessions.id} <> ${given.sessionId}`);
    await tx.delete(sessions).where(others);
    await tx
      .update(sessions)
      .set({ secondAt: sql`now()` })
      .where(eq(sessions.id, given.sessionId));
    return { result: true };
  });
}

/** Instead of all that there were. */
export function keepRecoveryCodes(userId: string, codeHashes: readonly Buffer[]): Promise<void> {
  return transact({ mode: "" }, async (tx) => {
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })));
    return { result: undefined };
  });
}

/** Once: false ever after. */
export async function useRecoveryCode(userId: string, codeHash: Buffer): Promise<boolean> {
  const unused = and(
    eq(recoveryCodes.userId, userId),
    eq(recoveryCodes.codeHash, codeHash),
    isNull(recoveryCodes.usedAt),
  );
  const used = await directoryDb()
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(unused)
    .returning({ userId: recoveryCodes.userId });
  return used.length > 0;
}

export async function recoveryCodesLeft(userId: string): Promise<number> {
  const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  return directoryDb().$count(recoveryCodes, unused);
}

/** False where there was none. With the last second factor go its recovery codes and every session but `sessionId`. */
export function removeCodeApp(userId: string, sessionId: string): Promise<boolean> {
  return transact({ mode: "" }, async (tx) => {
    const apps = await tx
      .delete(secondFactors)
      .where(eq(secondFactors.userId, userId))
      .returning({ userId: secondFactors.userId });
    await forgetIfLast(tx, userId, sessionId);
    return { result: apps.length > 0 };
  });
}

/** Passkeys and all, and every session ends. False where there was none. */
export function removeSecond(userId: string): Promise<boolean> {
  return transact({ mode: "" }, async (tx) => {
    const [before] = await tx.execute<{ has: boolean }>(sql`select ${secondOf(userId)} as has`);
    await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
    await tx.delete(passkeys).where(eq(passkeys.userId, userId));
    await forgetIfLast(tx, userId, null);
    return { result: before?.has ?? false };
  });
}

/** In the transaction that took one off. */
export async function forgetIfLast(tx: Connected, userId: string, sessionId: string | null): Promise<void> {
  const [left] = await tx.execute<{ has: boolean }>(sql`select ${secondOf(userId)} as has`);
  if (left?.has) return;
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const others = sessionId === null ? undefined : sql`${sessions.id} <> ${sessionId}`;
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), others));
  await tx.update(sessions).set({ secondAt: null }).where(eq(sessions.userId, userId));
}
