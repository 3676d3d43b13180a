// Links we mail to an address to prove that its owner is the one asking. Only the hash is kept; looking at one
// (as mail scanners do) changes nothing; taking it also takes every other open link of its kind to that address.
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { mailedLinks } from "../schema/directory.ts";

export type Purpose = "sign-in" | "sign-up" | "new-password";
export type NewMailedLink = {
  tokenHash: Buffer;
  purpose: Purpose;
  email: string;
  payload?: unknown;
  minutes: number;
};

export async function keepMailedLink({ minutes, ...link }: NewMailedLink): Promise<void> {
  const expiresAt = sql<string>`now() + make_interval(mins => ${minutes})`;
  await directoryDb()
    .insert(mailedLinks)
    .values({ ...link, expiresAt });
}

const open = (tokenHash: Buffer, purpose: Purpose) =>
  and(
    eq(mailedLinks.tokenHash, tokenHash),
    eq(mailedLinks.purpose, purpose),
    gt(mailedLinks.expiresAt, sql`now()`),
  );

export async function readMailedLink(tokenHash: Buffer, purpose: Purpose) {
  const [link] = await directoryDb().select().from(mailedLinks).where(open(tokenHash, purpose));
  return link ?? null;
}

/** Once, for the one who also knows the address it was sent to: false ever after. */
export async function takeMailedLink(tokenHash: Buffer, purpose: Purpose, email: string): Promise<boolean> {
  const theirs = and(open(tokenHash, purpose), eq(mailedLinks.email, email.toLowerCase()));
  const [taken] = await directoryDb()
    .delete(mailedLinks)
    .where(theirs)
    .returning({ email: mailedLinks.email });
  if (!taken) return false;
  const others = and(eq(mailedLinks.email, taken.email), eq(mailedLinks.purpose, purpose));
  await directoryDb().delete(mailedLinks).where(others);
  return true;
}

export async function sweepMailedLinks(): Promise<void> {
  await directoryDb()
    .delete(mailedLinks)
    .where(lt(mailedLinks.expiresAt, sql`now()`));
}
