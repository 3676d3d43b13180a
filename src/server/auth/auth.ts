// next-auth, and all of it: nothing else imports the library, so that it can be replaced here. Both ways to sign
// in end in a fresh session row (a cookie from before is worth nothing), and the cookie holds a random token.
import { cookies, headers } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig, type Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { endSession, SESSION_SECONDS, startSession } from "@/db/directory/sessions.ts";
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
import { byMailedLink, byPassword } from "./sign-in.ts";
import { newToken, tokenHash } from "./tokens.ts";

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
        logSecurity("sign-in", { requestId: from.requestId, ip: from.ip, actor: person.id, by: id });
        await rememberBrowser(person.email);
      }
      return person && { id: person.id, name: person.name, email: person.email };
    },
  });
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
  providers: [wayIn("password", byPassword), wayIn("link", byMailedLink), MAIL],
  callbacks: {
    session: ({ session, user }) => ({
      expires: session.expires,
      user: { id: user.id, name: user.name ?? "", email: user.email },
    }),
  },
  jwt: { encode: ({ token }) => newSession(token?.sub), decode: () => null },
  logger: {
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) log().error({ err: error }, "next-auth");
    },
    warn: (code) => log().debug({ code }, "next-auth"),
    debug: () => {},
  },
});

/** Where next-auth would sign a token, we keep a row and hand out its key; what the browser held before dies. */
async function freshSession(userId: string | undefined): Promise<string> {
  if (!userId) throw new Error("only a person gets a session");
  const before = (await cookies()).get(ourCookie("session").name)?.value;
  if (before) await endSession(tokenHash(before));
  const token = newToken();
  const { userAgent } = fromHeaders(await headers());
  await startSession({ tokenHash: tokenHash(token), userId, userAgent });
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

export type SignedIn = { userId: string; name: string; email: string };

/** The person behind the request's cookie, as of now: null when the session is over or was ended. */
export async function signedIn(): Promise<SignedIn | null> {
  const session: Session | null = await askNextAuth(() => nextAuth.auth());
  if (!session?.user?.id) return null;
  return { userId: session.user.id, name: session.user.name ?? "", email: session.user.email ?? "" };
}

export type SignInOutcome = "in" | "refused" | "too-many";

export async function signIn(by: WayIn, email: string, secret: string): Promise<SignInOutcome> {
  try {
    await askNextAuth(() => nextAuth.signIn(by, { email, secret, redirect: false, redirectTo: "/" }));
    return "in";
  } catch (error) {
    if (error instanceof CredentialsSignin) return error.code === "too-many" ? "too-many" : "refused";
    throw error;
  }
}
