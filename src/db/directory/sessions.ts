// Who is signed in now. A session is a row, so ending one ends it at once; it dies after half an hour without
// use and after twelve hours at the latest (ASVS 7.3). The database's clock decides, never the browser's. One that still
// waits for a second factor is nobody's, and lives ten minutes.
import { and, desc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { directoryDb } from "../client.ts";
import { sessions, users } from "../schema/directory.ts";
import { secondOf } from "./second-factors.ts";

export const SESSION_SECONDS = 12 * 60 * 60;
const IDLE = sql.raw("interval '30 minutes'");
const LONGEST = sql.raw(`interval '${SESSION_SECONDS} seconds'`);
const WAITS = sql.raw("interval '10 minutes'");
/** Written at most once a minute: a page of twenty requests is one visit. */
const FRESH = sql.raw("interval '1 minute'");

export type NewSession = {
  tokenHash: Buffer;
  userId: string;
  userAgent: string | null;
  /** Whether a second factor was proven just now; a person who has one and didn't is made to wait. */
  proven?: boolean;
  /** The only business that it is to open: its provider answers for who it is, and no factor of ours is asked. */
  onlyIn?: string | null;
};

export async function startSession({ proven = false, onlyIn = null, ...session }: NewSession) {
  const row = {
    ...session,
    expiresAt: sql<string>`now() + ${LONGEST}`,
    onlyIn,
    awaitsSecond: proven || onlyIn !== null ? false : secondOf(session.userId),
    secondAt: proven ? sql<string>`now()` : null,
  };
  const [made] = await directoryDb()
    .insert(sessions)
    .values(row)
    .returning({ expiresAt: sessions.expiresAt, awaitsSecond: sessions.awaitsSecond });
  return present(made, "an insert returns its row");
}

export type LiveSession = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  expiresAt: string;
  /** A second factor was proven in it. */
  secondFactor: boolean;
  /** The only business that it opens; null for all of theirs. */
  onlyIn: string | null;
};

const notIdle = gt(sessions.lastSeenAt, sql`now() - ${IDLE}`);
const alive = and(eq(sessions.awaitsSecond, false), gt(sessions.expiresAt, sql`now()`), notIdle);

/** The session that a token stands for, if it and its person are alive; using it keeps it from idling out. */
export async function liveSession(tokenHash: Buffer): Promise<LiveSession | null> {
  const [found] = await directoryDb()
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      expiresAt: sessions.expiresAt,
      secondFactor: sql<boolean>`${sessions.secondAt} is not null`,
      onlyIn: sessions.onlyIn,
      stale: sql<boolean>`${sessions.lastSeenAt} < now() - ${FRESH}`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), alive, isNull(users.disabledAt)));
  if (!found) return null;
  const { stale, ...session } = found;
  if (stale)
    await directoryDb()
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(sessions.tokenHash, tokenHash));
  return session;
}

export type WaitingSession = { userId: string; name: string; email: string };

/** Who got the first step right with this token and has yet to prove the second. */
export async function waitingSession(tokenHash: Buffer): Promise<WaitingSession | null> {
  const [found] = await directoryDb()
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        eq(sessions.awaitsSecond, true),
        gt(sessions.createdAt, sql`now() - ${WAITS}`),
        isNull(users.disabledAt),
      ),
    );
  return found ?? null;
}

export type OwnSession = {
  id: string;
  userAgent: string | null;
  /** Seconds since, by the database's clock. */
  begun: number;
  seen: number;
};

/** Those that are alive, the one that was used last first. */
export function sessionsOf(userId: string): Promise<OwnSession[]> {
  const since = (at: typeof sessions.createdAt | typeof sessions.lastSeenAt) =>
    sql<number>`greatest(0, extract(epoch from now() - ${at}))::int`;
  return directoryDb()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      begun: since(sessions.createdAt),
      seen: since(sessions.lastSeenAt),
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), alive))
    .orderBy(desc(sessions.lastSeenAt));
}

export async function endSession(tokenHash: Buffer): Promise<void> {
  await directoryDb().delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Whether this person had it. */
export async function endSessionOf(userId: string, id: string): Promise<boolean> {
  const theirs = and(eq(sessions.userId, userId), eq(sessions.id, id));
  const ended = await directoryDb().delete(sessions).where(theirs).returning({ id: sessions.id });
  return ended.length > 0;
}

/** How many ended; `but`: the one that goes on. */
export async function endSessionsOf(userId: string, but?: string): Promise<number> {
  const others = but === undefined ? undefined : ne(sessions.id, but);
  const ended = await directoryDb()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), others))
    .returning({ id: sessions.userId });
  return ended.length;
}

export async function sweepSessions(): Promise<void> {
  const waited = and(eq(sessions.awaitsSecond, true), lt(sessions.createdAt, sql`now() - ${WAITS}`));
  const dead = or(lt(sessions.expiresAt, sql`now()`), lt(sessions.lastSeenAt, sql`now() - ${IDLE}`), waited);
  await directoryDb().delete(sessions).where(dead);
}
