// Choosing another password: for who is signed in and knows the old one, and by a mailed link for who doesn't. Either
// way whoever else was signed in as this person is out.
import { keepMailedLink, readMailedLink, takeMailedLink } from "@/db/directory/mailed-links.ts";
import {
  changePasswordHash,
  markEmailVerified,
  personByEmail,
  personById,
  type Person,
} from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { limitBadLink, limitMail, limitPassword, mayMail } from "./limits.ts";
import { assertMailGoesOut, mailNewPasswordLink, mailPasswordChanged } from "./mailed-links.ts";
import { chosenPasswordHash, passwordIsRight } from "./passwords.ts";
import { looksLikeToken, newToken, tokenHash } from "./tokens.ts";

/** Who has come in by mailed links only. */
export const mustChoosePassword = async (userId: string): Promise<boolean> =>
  (await personById(userId))?.passwordHash == null;

/** `ticket` lets the browser that did it back in, once and at once. */
export type Changed = { email: string; ticket: string; later: () => Promise<void> };

/** Throws "password-wrong", "password-weak", "too-many"; the first two name their field. */
export async function changePassword(
  userId: string,
  given: { current: string; password: string },
  from: From,
): Promise<Changed> {
  await limitPassword(userId);
  const person = await personById(userId);
  if (!person || !(await passwordIsRight(person.passwordHash, given.current)))
    throw new Refusal("password-wrong", { field: "currentPassword" });
  return keepPassword(person, await chosenPasswordHash(given.password, aboutThem(person)), from);
}

/** What depends on whether the address is known is left for `later`, after the answer is out. */
export async function askForNewPassword(email: string, from: From): Promise<{ later: () => Promise<void> }> {
  assertMailGoesOut();
  await limitMail(from, email);
  return { later: () => sendIfKnown(email, from) };
}

async function sendIfKnown(email: string, from: From): Promise<void> {
  const person = await personByEmail(email);
  if (!person || person.disabledAt || !(await mayMail("new-password", person.email, from))) return;
  await mailNewPasswordLink(person.email);
  logSecurity("new-password-link-sent", { requestId: from.requestId, ip: from.ip, actor: person.id });
}

/** Whether a mailed link is still open. Looking changes nothing. */
export async function newPasswordLinkIsOpen(token: string): Promise<boolean> {
  return looksLikeToken(token) && (await readMailedLink(tokenHash(token), "new-password")) !== null;
}

type Chosen = { email: string; token: string; password: string };

/** For who holds the link and knows its address. Throws "link-gone", "password-weak", "too-many". */
export async function choosePassword({ email, token, password }: Chosen, from: From): Promise<Changed> {
  const link = looksLikeToken(token) ? await readMailedLink(tokenHash(token), "new-password") : null;
  const person = link && link.email === email.toLowerCase() ? await personByEmail(email) : null;
  if (!person || person.disabledAt) return gone(from);
  // Before the link is used up: a weak password costs nothing but another try.
  const passwordHash = await chosenPasswordHash(password, aboutThem(person));
  if (!(await takeMailedLink(tokenHash(token), "new-password", email))) return gone(from);
  await markEmailVerified(person.id);
  return keepPassword(person, passwordHash, from);
}

async function gone(from: From): Promise<never> {
  await limitBadLink(from);
  throw new Refusal("link-gone");
}

const aboutThem = ({ name, email }: Person) => [name, email];

async function keepPassword(person: Person, passwordHash: string, from: From): Promise<Changed> {
  const sessions = await changePasswordHash(person.id, passwordHash);
  // Disabled in this very moment.
  if (sessions === null) throw new Refusal("link-gone");
  logSecurity("password-changed", { requestId: from.requestId, ip: from.ip, actor: person.id, sessions });
  const ticket = newToken();
  const link = { tokenHash: tokenHash(ticket), purpose: "sign-in" as const, email: person.email, minutes: 1 };
  await keepMailedLink(link);
  return { email: person.email, ticket, later: () => mailPasswordChanged(person.email) };
}
