// The ways to sign in, as next-auth is told of them (auth.ts): each proves who somebody is, and says so in the log.
import { cookies } from "next/headers";
import { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { hasSecond } from "@/db/directory/second-factors.ts";
import { waitingSession, type WaitingSession } from "@/db/directory/sessions.ts";
import type { Person } from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { logSecurity } from "../log.ts";
import { fromHeaders, type From } from "../wire/request.ts";
import { ourCookie } from "./cookie.ts";
import { rememberBrowser } from "./known-browser-cookie.ts";
import { told } from "./lost-answers.ts";
import { Email } from "./mailed-links.ts";
import { byProvider } from "./oidc.ts";
import { byPasskey, readAnswer } from "./passkeys.ts";
import { bySecond } from "./second-factor.ts";
import { byMailedLink, byPassword } from "./sign-in.ts";
import { looksLikeToken, tokenHash } from "./tokens.ts";

type Proof = (email: string, secret: string, from: From) => Promise<Person | null>;
export type WayIn = "password" | "link";

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

/** By what a business's provider says, for that business alone; the browser is none that its person is known in by it. */
const PROVIDER = Credentials({
  id: "provider",
  credentials: { query: {}, state: {} },
  async authorize(raw, request) {
    const given = z.object({ query: z.string().max(5000), state: z.string().max(100) }).safeParse(raw);
    if (!given.success) return null;
    const from = fromHeaders(request.headers);
    const back = await provenByProvider(given.data.query, given.data.state, from);
    if (!back) return null;
    const { person, onlyIn } = back;
    const facts = { requestId: from.requestId, ip: from.ip, actor: person.id, tenant: onlyIn };
    logSecurity("sign-in", { ...facts, by: "provider" });
    return { id: person.id, name: person.name, email: person.email, onlyIn };
  },
});

const provenByProvider = told(
  (...given: Parameters<typeof byProvider>) => byProvider(...given).catch(tooManyForNextAuth),
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

/** Ways in that a second factor was proven on. */
export const BOTH: ReadonlySet<unknown> = new Set(["second", "passkey"]);

export const WAYS_IN = [
  wayIn("password", byPassword),
  wayIn("link", byMailedLink),
  SECOND,
  PASSKEY,
  PROVIDER,
];
