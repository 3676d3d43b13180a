// Who can sign in. An e-mail address is one person, whatever its capitals.
import { eq, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { users } from "../schema/directory.ts";

export type Person = typeof users.$inferSelect;
export type NewPerson = { name: string; email: string; passwordHash: string | null };

export async function personByEmail(email: string): Promise<Person | null> {
  const [person] = await directoryDb().select().from(users).where(eq(users.email, email.toLowerCase()));
  return person ?? null;
}

export async function personById(id: string): Promise<Person | null> {
  const [person] = await directoryDb().select().from(users).where(eq(users.id, id));
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
