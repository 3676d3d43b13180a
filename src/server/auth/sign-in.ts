// Who may come in: by password or by a mailed link. Every way to fail gives the same answer after the same work,
// and every try is counted first. Knows nothing of cookies; that is next-auth's part (auth.ts).
import { markEmailVerified, personByEmail, type Person } from "@/db/directory/people.ts";
import { readMailedLink, takeMailedLink } from "@/db/directory/mailed-links.ts";
import { forgiveSignIn, limitBadLink, limitMail, limitSignIn, mayMail } from "./limits.ts";
import { logSecurity } from "../log.ts";
import { assertMailGoesOut, mailSignInLink } from "./mailed-links.ts";
import { passwordIsRight } from "./passwords.ts";
import type { From } from "../wire/request.ts";
import { looksLikeToken, tokenHash } from "./tokens.ts";

/** The person, or null. Throws the refusal "too-many". */
export async function byPassword(email: string, password: string, from: From): Promise<Person | null> {
  await limitSignIn(from, email);
  const person = await personByEmail(email);
  const right = await passwordIsRight(person?.passwordHash, password);
  if (!person || !right || person.disabledAt) return failed(person, "password", from);
  await forgiveSignIn(from, email);
  return person;
}

/** The link counts for the address it was sent to, and once. Throws the refusal "too-many" where it doesn't. */
export async function byMailedLink(email: string, token: string, from: From): Promise<Person | null> {
  const taken = looksLikeToken(token) && (await takeMailedLink(tokenHash(token), "sign-in", email));
  const person = taken ? await personByEmail(email) : null;
  if (!taken) await limitBadLink(from);
  if (!person || person.disabledAt) return failed(person, "link", from);
  await markEmailVerified(person.id);
  return person;
}

/** Counted now, and what depends on whether the address is known is left for `later`, after the answer. */
export async function askForLink(email: string, from: From): Promise<{ later: () => Promise<void> }> {
  assertMailGoesOut();
  await limitMail(from, email);
  return { later: () => sendIfKnown(email, from) };
}

/** Whether a mailed link is still open. Looking changes nothing. */
export async function linkIsOpen(token: string): Promise<boolean> {
  return looksLikeToken(token) && (await readMailedLink(tokenHash(token), "sign-in")) !== null;
}

async function sendIfKnown(email: string, from: From): Promise<void> {
  const person = await personByEmail(email);
  if (!person || person.disabledAt || !(await mayMail("sign-in", person.email, from))) return;
  await mailSignInLink(person.email);
  logSecurity("sign-in-link-sent", { ...facts(from), actor: person.id });
}

function failed(person: Person | null, by: string, from: From): null {
  logSecurity("sign-in-failed", {
    ...facts(from),
    actor: person?.id,
    by,
    disabled: person?.disabledAt != null,
  });
  return null;
}

const facts = (from: From) => ({ requestId: from.requestId, ip: from.ip });
