// How next-auth finds people and sessions in our directory. Tokens are hashed on the way in; a session's life is
// the database's to decide (db/directory/sessions.ts). People are made by signing up, never by signing in.
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { endSession, liveSession } from "@/db/directory/sessions.ts";
import { personByEmail, personById, type Person } from "@/db/directory/people.ts";
import { asDate } from "../clock.ts";
import { told } from "./lost-answers.ts";
import { looksLikeToken, tokenHash } from "./tokens.ts";

declare module "@auth/core/types" {
  interface User {
    /** Of the session that somebody is signed in by. */
    standing?: { sessionId: string; secondFactor: boolean; onlyIn: string | null };
    /** On the way into a session that opens one business alone. */
    onlyIn?: string;
  }
}

export const adapter: Adapter = {
  getSessionAndUser: told(async (sessionToken: string) => {
    if (!looksLikeToken(sessionToken)) return null;
    const live = await liveSession(tokenHash(sessionToken));
    if (!live) return null;
    const session: AdapterSession = { sessionToken, userId: live.userId, expires: asDate(live.expiresAt) };
    const { sessionId, secondFactor, onlyIn } = live;
    const user = { id: live.userId, name: live.name, email: live.email, emailVerified: null };
    return { session, user: { ...user, standing: { sessionId, secondFactor, onlyIn } } };
  }),
  deleteSession: told(async (sessionToken: string) => {
    await endSession(tokenHash(sessionToken));
  }),
  getUser: async (id) => asUser(await personById(id)),
  getUserByEmail: async (email) => asUser(await personByEmail(email)),
  // Asked for by next-auth's types and its check of the configuration; our sign-ins never come by here.
  getUserByAccount: () => null,
  createUser: refuse,
  updateUser: refuse,
  linkAccount: refuse,
  createSession: refuse,
  updateSession: () => null,
  createVerificationToken: refuse,
  useVerificationToken: () => null,
};

function refuse(): never {
  throw new Error("people and sessions are made in server/sign-up.ts and server/auth.ts");
}

function asUser(person: Person | null): AdapterUser | null {
  return (
    person && {
      id: person.id,
      name: person.name,
      email: person.email,
      emailVerified: null,
      image: person.image,
    }
  );
}
