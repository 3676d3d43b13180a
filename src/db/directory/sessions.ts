// Who is signed in now. A session is a row, so ending one ends it at once; it dies after half an hour without
// use and after twelve hours at the latest (ASVS 7.3). The database's clock decides, never the browser's.
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { sessions, users } from "../schema/directory.ts";

export const SESSION_SECONDS = 12 * 60 * 60;
const IDLE = sql.raw("interval '30 minutes'");
const LONGEST = sql.raw(`interval '${SESSION_SECONDS} seconds'`);
/** Written at most once a minute: a page of twenty requests is one visit. */
const FRESH = sql.raw("interval '1 minute'");

export type NewSession = { tokenHash: Buffer; userId: string; userAgent: string | null };

export async function startSession(session: NewSession): Promise<{ expiresAt: string }> {
  const row = { ...session, expiresAt: sql<string>`now() + ${LONGEST}` };
  const [made] = await directoryDb()
    .insert(sessions)
    .values(row)
    .returning({ expiresAt: sessions.expiresAt });
  if (!made) throw new Error("an insert returns its row");
  return made;
}

export type LiveSession = { userId: string; name: string; email: string; expiresAt: string };

/** The session that a token stands for, if it and its person are alive; using it keeps it from idling out. */
export async function liveSession(tokenHash: Buffer): Promise<LiveSession | null> {
  const [found] = await directoryDb()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      expiresAt: sessions.expiresAt,
      stale: sql<boolean>`${sessions.lastSeenAt} < now() - ${FRESH}`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.lastSeenAt, sql`now() - ${IDLE}`),
        isNull(users.disabledAt),
      ),
    );
  if (!found) return null;
  const { stale, ...session } = found;
  if (stale)
    await directoryDb()
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(sessions.tokenHash, tokenHash));
  return session;
}

export async function endSession(tokenHash: Buffer): Promise<void> {
  await directoryDb().delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function endSessionsOf(userId: string): Promise<number> {
  const ended = await directoryDb()
    .delete(sessions)
    .where(eq(sessions.userId, userId))
    .returning({ id: sessions.userId });
  return ended.length;
}

export async function sweepSessions(): Promise<void> {
  const dead = or(lt(sessions.expiresAt, sql`now()`), lt(sessions.lastSeenAt, sql`now() - ${IDLE}`));
  await directoryDb().delete(sessions).where(dead);
}
