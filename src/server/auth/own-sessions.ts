// Where somebody is signed in: this browser first, then by last use.
import { sessionsOf, type OwnSession } from "@/db/directory/sessions.ts";

export type ShownSession = OwnSession & { isHere: boolean };

export async function ownSessions(userId: string, here: string): Promise<ShownSession[]> {
  const all = (await sessionsOf(userId)).map((session) => ({ ...session, isHere: session.id === here }));
  return [...all.filter(({ isHere }) => isHere), ...all.filter(({ isHere }) => !isHere)];
}
