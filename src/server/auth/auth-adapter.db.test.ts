// A session's life (faults D25, D26, E20–E22): what next-auth is told about a cookie.
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { endSession, endSessionsOf, startSession, sweepSessions } from "@/db/directory/sessions.ts";
import { sessions, users } from "@/db/schema/directory.ts";
import { adapter } from "./auth-adapter.ts";
import { anyone } from "../testing/fixtures.ts";
import { newToken, tokenHash } from "./tokens.ts";

afterAll(closePool);

async function signedInPerson() {
  const person = await anyone();
  const token = newToken();
  await startSession({ tokenHash: tokenHash(token), userId: person.id, userAgent: null });
  return { person, token };
}
const who = async (token: string) => (await adapter.getSessionAndUser?.(token))?.user.id ?? null;
const set = (
  token: string,
  fields: Parameters<ReturnType<ReturnType<typeof directoryDb>["update"]>["set"]>[0],
) =>
  directoryDb()
    .update(sessions)
    .set(fields)
    .where(eq(sessions.tokenHash, tokenHash(token)));

test("a token stands for its person; the table holds only its hash", async () => {
  const { person, token } = await signedInPerson();
  expect(await who(token)).toBe(person.id);
  const [row] = await directoryDb().select().from(sessions).where(eq(sessions.userId, person.id));
  expect(row?.tokenHash.equals(tokenHash(token))).toBe(true);
});

test.each(["", "x", "a".repeat(43), "' or true --", "\u0000".repeat(43)])(
  "%j stands for nobody",
  async (token) => {
    expect(await who(token)).toBeNull();
  },
);

test("signing out ends this session at once, and no other", async () => {
  const { person, token } = await signedInPerson();
  const other = newToken();
  await startSession({ tokenHash: tokenHash(other), userId: person.id, userAgent: null });
  await adapter.deleteSession?.(token);
  expect(await who(token)).toBeNull();
  expect(await who(other)).toBe(person.id);
});

test("signing out everywhere ends them all, and nobody else's", async () => {
  const { person, token } = await signedInPerson();
  const neighbour = await signedInPerson();
  expect(await endSessionsOf(person.id)).toBe(1);
  expect(await who(token)).toBeNull();
  expect(await who(neighbour.token)).toBe(neighbour.person.id);
});

test("a disabled person is out at once", async () => {
  const { person, token } = await signedInPerson();
  await directoryDb()
    .update(users)
    .set({ disabledAt: sql`now()` })
    .where(eq(users.id, person.id));
  expect(await who(token)).toBeNull();
});

test("half an hour without use ends it; use keeps it", async () => {
  const { person, token } = await signedInPerson();
  await set(token, { lastSeenAt: sql`now() - interval '29 minutes'` });
  expect(await who(token)).toBe(person.id);
  const [row] = await directoryDb()
    .select({ idle: sql<number>`extract(epoch from now() - ${sessions.lastSeenAt})::float` })
    .from(sessions)
    .where(eq(sessions.userId, person.id));
  expect(row?.idle).toBeLessThan(60);
  await set(token, { lastSeenAt: sql`now() - interval '30 minutes'` });
  expect(await who(token)).toBeNull();
});

test("twelve hours end it, however busy", async () => {
  const { person, token } = await signedInPerson();
  const [row] = await directoryDb()
    .select({
      hours: sql<number>`extract(epoch from ${sessions.expiresAt} - ${sessions.createdAt})::float / 3600`,
    })
    .from(sessions)
    .where(eq(sessions.userId, person.id));
  expect(row?.hours).toBe(12);
  await set(token, { expiresAt: sql`now()` });
  expect(await who(token)).toBeNull();
});

test("the sweep takes the dead and leaves the living", async () => {
  const [alive, dead] = [await signedInPerson(), await signedInPerson()];
  await set(dead.token, { expiresAt: sql`now() - interval '1 second'` });
  await sweepSessions();
  const left = await directoryDb().select({ userId: sessions.userId }).from(sessions);
  expect(left).toContainEqual({ userId: alive.person.id });
  expect(left).not.toContainEqual({ userId: dead.person.id });
  await endSession(tokenHash(alive.token));
});
