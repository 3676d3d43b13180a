// Who can sign in. An e-mail address is one person, whatever its capitals.
import { eq, sql } from "drizzle-orm";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { users } from "../schema/directory.ts";

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

export async function markEmailVerified(id: string): Promise<void> {
  const verified = { emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, now())` };
  await directoryDb().update(users).set(verified).where(eq(users.id, id));
}
