// Who can sign in. An e-mail address is one person, whatever its capitals.
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { mailedLinks, sessions, users } from "../schema/directory.ts";
import { transact } from "../transaction.ts";

export type Person = typeof users.$inferSelect;
export type NewPerson = { name: string; email: string; passwordHash: string | null };

export async function personByEmail(email: string): Promise<Person | null> {
  const [person] = await directoryDb().select().from(users).where(eq(users.email, email.toLowerCase()));
  return person ?? null;
}

/** `on`: the transaction it belongs to, so that one request never waits for a second connection. */
export async function personById(id: string, on: DirectoryDb = directoryDb()): Promise<Person | null> {
  const [person] = await on.select().from(users).where(eq(users.id, id));
  return person ?? null;
}

/** null when the address is someone's already. */
export async function createPerson(person: NewPerson): Promise<Person | null> {
  const row = { ...person, email: person.email.toLowerCase() };
  const [made] = await directoryDb().insert(users).values(row).onConflictDoNothing().returning();
  return made ?? null;
}

/**
 * Null for who isn't there or was disabled; else how many sessions ended. Whoever knew the old password, or had a link
 * that opens this account, is out with it.
 */
export function changePasswordHash(id: string, passwordHash: string): Promise<number | null> {
  return transact({ mode: "" }, async (tx) => {
    const [person] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, id), isNull(users.disabledAt)))
      .returning({ email: users.email });
    if (!person) return { result: null };
    const links = and(eq(mailedLinks.email, person.email), ne(mailedLinks.purpose, "sign-up"));
    await tx.delete(mailedLinks).where(links);
    const ended = await tx.delete(sessions).where(eq(sessions.userId, id)).returning({ id: sessions.userId });
    return { result: ended.length };
  });
}

export async function keepName(id: string, name: string): Promise<void> {
  await directoryDb().update(users).set({ name }).where(eq(users.id, id));
}

export async function markEmailVerified(id: string): Promise<void> {
  const verified = { emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, now())` };
  await directoryDb().update(users).set(verified).where(eq(users.id, id));
}
