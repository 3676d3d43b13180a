// next-auth: nothing else but the ways in (ways-in.ts) imports the library, so that it can be replaced here. Every way to sign
// in ends in a fresh session row (a cookie from before is worth nothing), and the cookie holds a random token. The session
// of somebody who has a second factor waits for it first, and is nobody's until then.
import { cookies, headers } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig, type Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { endSession, SESSION_SECONDS, startSession } from "@/db/directory/sessions.ts";
import { allSecrets } from "../secrets.ts";
import { adapter } from "./auth-adapter.ts";
import { ourCookie, secureCookies } from "./cookie.ts";
import { log } from "../log.ts";
import { askNextAuth, told } from "./lost-answers.ts";
import { fromHeaders } from "../wire/request.ts";
import { newToken, tokenHash } from "./tokens.ts";
import { BOTH, WAYS_IN, type WayIn } from "./ways-in.ts";

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
  providers: [...WAYS_IN, MAIL],
  callbacks: {
    jwt: ({ token, account, user }) => ({ ...token, by: account?.provider, onlyIn: user.onlyIn }),
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
  jwt: { encode: ({ token }) => newSession(token), decode: () => null },
  logger: {
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) log().error({ err: error }, "next-auth");
    },
    warn: (code) => log().debug({ code }, "next-auth"),
    debug: () => {},
  },
});

/** Where next-auth would sign a token, we keep a row and hand out its key; what the browser held before dies. */
async function freshSession(token: JWT | undefined): Promise<string> {
  const userId = token?.sub;
  if (!userId) throw new Error("only a person gets a session");
  const before = (await cookies()).get(ourCookie("session").name)?.value;
  if (before) await endSession(tokenHash(before));
  const key = newToken();
  const proven = BOTH.has(token["by"]);
  const onlyIn = typeof token["onlyIn"] === "string" ? token["onlyIn"] : null;
  const { userAgent } = fromHeaders(await headers());
  await startSession({ tokenHash: tokenHash(key), userId, userAgent, proven, onlyIn });
  return key;
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
  /** The only business that it opens. */
  onlyIn?: string | null;
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

/** By the query that a provider sent the browser back with. */
export const signInByProvider = (query: string, state: string) => come("provider", { query, state });

/** "in" where it was right: somebody with a second factor has yet to prove that. */
async function come(
  by: WayIn | "second" | "passkey" | "provider",
  given: Record<string, string>,
): Promise<SignInOutcome> {
  try {
    await askNextAuth(() => nextAuth.signIn(by, { ...given, redirect: false, redirectTo: "/" }));
    return "in";
  } catch (error) {
    if (error instanceof CredentialsSignin) return error.code === "too-many" ? "too-many" : "refused";
    throw error;
  }
}
