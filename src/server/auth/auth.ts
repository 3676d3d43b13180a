// next-auth, and all of it: nothing else imports the library, so that it can be replaced here. Every way to sign
// in ends in a fresh session row (a cookie from before is worth nothing), and the cookie holds a random token. The session
// of somebody who has a second factor waits for it first, and is nobody's until then.
import { cookies, headers } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig, type Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { hasSecond } from "@/db/directory/second-factors.ts";
import {
  endSession,
  SESSION_SECONDS,
  startSession,
  waitingSession,
  type WaitingSession,
} from "@/db/directory/sessions.ts";
import type { Person } from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { allSecrets } from "../secrets.ts";
import { adapter } from "./auth-adapter.ts";
import { ourCookie, secureCookies } from "./cookie.ts";
import { log, logSecurity } from "../log.ts";
import { askNextAuth, told } from "./lost-answers.ts";
import { Email } from "./mailed-links.ts";
import { fromHeaders, type From } from "../wire/request.ts";
import { rememberBrowser } from "./known-browser-cookie.ts";
import { byPasskey, readAnswer } from "./passkeys.ts";
import { bySecond } from "./second-factor.ts";
import { byMailedLink, byPassword } from "./sign-in.ts";
import { looksLikeToken, newToken, tokenHash } from "./tokens.ts";

type Proof = (email: string, secret: string, from: From) => Promise<Person | null>;
type WayIn = "password" | "link";

class TooMany extends CredentialsSignin {
  override code = "too-many";
}

const Given = z.object({ email: Email, secret: z.string().min(1).max(1000) });

function wayIn(id: WayIn, proof: Proof) {
  const proven = told(
    (...given: Parameters<Proof>) => proof(...given).catch(tooManyForNextAuth),
    (error) => error instanceof CredentialsSignin,
  );
  return Credentials({
    id,
    credentials: { email: {}, secret: {} },
    async authorize(raw, request) {
      const given = Given.safeParse(raw);
      if (!given.success) return null;
      const from = fromHeaders(request.headers);
      const person = await proven(given.data.email, given.data.secret, from);
      if (person) {
        const waits = await hasSecond(person.id);
        const what = waits ? "sign-in-first-step" : "sign-in";
        logSecurity(what, { requestId: from.requestId, ip: from.ip, actor: person.id, by: id });
        // Who knows a password alone has no browser of its owner's, in which codes are counted apart.
        if (!waits) await rememberBrowser(person.email);
      }
      return person && { id: person.id, name: person.name, email: person.email };
    },
  });
}

/** The second step, in the browser that got the first one right. */
const SECOND = Credentials({
  id: "second",
  credentials: { code: {} },
  async authorize(raw, request) {
    const given = z.object({ code: z.string().min(1).max(100) }).safeParse(raw);
    const waiting = await waitingForSecond();
    if (!given.success || !waiting) return null;
    const from = fromHeaders(request.headers);
    if (!(await provenSecond(waiting, given.data.code, from))) return null;
    logSecurity("sign-in", { requestId: from.requestId, ip: from.ip, actor: waiting.userId, by: "second" });
    await rememberBrowser(waiting.email);
    return { id: waiting.userId, name: waiting.name, email: waiting.email };
  },
});

/** By a passkey alone: the device asked for a finger, a face or its PIN. */
const PASSKEY = Credentials({
  id: "passkey",
  credentials: { response: {} },
  async authorize(raw, request) {
    const given = z.object({ response: z.string().max(10_000) }).safeParse(raw);
    const response = given.success ? readAnswer(given.data.response) : null;
    if (!response) return null;
    const from = fromHeaders(request.headers);
    const person = await provenPasskey(response, from);
    if (!person) return null;
    logSecurity("sign-in", { requestId: from.requestId, ip: from.ip, actor: person.id, by: "passkey" });
    await rememberBrowser(person.email);
    return { id: person.id, name: person.name, email: person.email };
  },
});

const provenPasskey = told(
  (...given: Parameters<typeof byPasskey>) => byPasskey(...given).catch(tooManyForNextAuth),
  (error) => error instanceof CredentialsSignin,
);

const provenSecond = told(
  (...given: Parameters<typeof bySecond>) => bySecond(...given).catch(tooManyForNextAuth),
  (error) => error instanceof CredentialsSignin,
);

/** Who got the first step right in this browser, and has yet to prove the second. */
export async function waitingForSecond(): Promise<WaitingSession | null> {
  const token = (await cookies()).get(ourCookie("session").name)?.value;
  return token !== undefined && looksLikeToken(token) ? waitingSession(tokenHash(token)) : null;
}

function tooManyForNextAuth(error: unknown): never {
  throw error instanceof Refusal && error.code === "too-many" ? new TooMany() : error;
}

/** The library keeps sessions in a database only beside a provider that isn't made of credentials. */
const MAIL: NextAuthConfig["providers"][number] = {
  id: "email",
  type: "email",
  name: "unused",
  from: "",
  maxAge: 600,
  options: {},
  sendVerificationRequest: () => {
    throw new Error("links are mailed by server/auth/mailed-links.ts");
  },
};

/** Ways in that a second factor was proven on. */
const BOTH: ReadonlySet<unknown> = new Set(["second", "passkey"]);

const config = (): NextAuthConfig => ({
  secret: [...allSecrets()],
  trustHost: true,
  basePath: "/api/auth",
  adapter,
  // Never prolonged: `updateAge` equal to `maxAge` leaves the life of a session to the database.
  session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
  useSecureCookies: secureCookies(),
  cookies: {
    sessionToken: ourCookie("session"),
    csrfToken: ourCookie("csrf"),
    callbackUrl: ourCookie("callback"),
  },
  pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", verifyRequest: "/check-your-mail" },
  providers: [wayIn("password", byPassword), wayIn("link", byMailedLink), SECOND, PASSKEY, MAIL],
  callbacks: {
    jwt: ({ token, account }) => ({ ...token, by: account?.provider }),
    session: ({ session, user }) => ({
      expires: session.expires,
      user: {
        id: user.id,
        name: user.name ?? "",
        email: user.email,
        ...(user.standing && { standing: user.standing }),
      },
    }),
  },
  jwt: { encode: ({ token }) => newSession(token?.sub, BOTH.has(token?.["by"])), decode: () => null },
  logger: {
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) log().error({ err: error }, "next-auth");
    },
    warn: (code) => log().debug({ code }, "next-auth"),
    debug: () => {},
  },
});

/** Where next-auth would sign a token, we keep a row and hand out its key; what the browser held before dies. */
async function freshSession(userId: string | undefined, proven: boolean): Promise<string> {
  if (!userId) throw new Error("only a person gets a session");
  const before = (await cookies()).get(ourCookie("session").name)?.value;
  if (before) await endSession(tokenHash(before));
  const token = newToken();
  const { userAgent } = fromHeaders(await headers());
  await startSession({ tokenHash: tokenHash(token), userId, userAgent, proven });
  return token;
}

const newSession = told(freshSession);

const nextAuth = NextAuth(config);

type Handler = (typeof nextAuth.handlers)["GET"];
const telling =
  (handler: Handler): Handler =>
  (request) =>
    askNextAuth(async () => handler(request));
export const handlers = { GET: telling(nextAuth.handlers.GET), POST: telling(nextAuth.handlers.POST) };

export const signOut = () => askNextAuth(() => nextAuth.signOut({ redirect: false }));

export type SignedIn = {
  userId: string;
  name: string;
  email: string;
  /** Of the session: its name in lists, and whether a second factor was proven in it. Nobody's where it isn't said. */
  sessionId?: string;
  secondFactor?: boolean;
};

/** The person behind the request's cookie, as of now: null when the session is over or was ended. */
export async function signedIn(): Promise<SignedIn | null> {
  const session: Session | null = await askNextAuth(() => nextAuth.auth());
  if (!session?.user?.id) return null;
  const { id: userId, name, email, standing } = session.user;
  return { userId, name: name ?? "", email: email ?? "", ...standing };
}

export type SignInOutcome = "in" | "refused" | "too-many";

export const signIn = (by: WayIn, email: string, secret: string) => come(by, { email, secret });

/** The second step. "refused" where the code is wrong, and where nobody waits for one. */
export const signInBySecond = (code: string) => come("second", { code });

/** By what the browser made of the challenge, as JSON. */
export const signInByPasskey = (response: string) => come("passkey", { response });

/** "in" where it was right: somebody with a second factor has yet to prove that. */
async function come(by: WayIn | "second" | "passkey", given: Record<string, string>): Promise<SignInOutcome> {
  try {
    await askNextAuth(() => nextAuth.signIn(by, { ...given, redirect: false, redirectTo: "/" }));
    return "in";
  } catch (error) {
    if (error instanceof CredentialsSignin) return error.code === "too-many" ? "too-many" : "refused";
    throw error;
  }
}
