// Another e-mail address: asked for by who knows the password, and changed when a link in each mailbox, old and new, was
// followed by who is signed in. What is said is the same for an address that somebody here has.
import {
  dropEmailChange,
  emailChangeOf,
  keepEmailChange,
  proveSide,
  sideOfLink,
  type EmailChange,
  type Side,
} from "@/db/directory/email-changes.ts";
import { personByEmail } from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { EMAIL_CHANGE_MINUTES, limitEmailChange } from "./limits.ts";
import { assertMailGoesOut, mailEmailChanged, mailEmailLink } from "./mailed-links.ts";
import { mustKnowPassword } from "./own-password.ts";
import type { Own } from "./second-factor.ts";
import { looksLikeToken, newToken, tokenHash } from "./tokens.ts";

export const waitingEmailChange = (userId: string): Promise<EmailChange | null> => emailChangeOf(userId);

/** What depends on whether the address is known is left for `later`. Throws "no-mail", "password-wrong", "same-email", "too-many". */
export async function askToChangeEmail(
  own: Own,
  given: { email: string; password: string },
  from: From,
): Promise<{ later: () => Promise<void> }> {
  assertMailGoesOut();
  await mustKnowPassword(own.userId, given.password);
  if (given.email === own.email) throw new Refusal("same-email", { field: "email" });
  await limitEmailChange(own.userId);
  const [toOld, toNew] = [newToken(), newToken()];
  await keepEmailChange(own.userId, {
    newEmail: given.email,
    oldHash: tokenHash(toOld),
    newHash: tokenHash(toNew),
    minutes: EMAIL_CHANGE_MINUTES,
  });
  logSecurity("email-change-asked", { requestId: from.requestId, ip: from.ip, actor: own.userId });
  return {
    later: async () => {
      await mailEmailLink(own.email, { side: "old", token: toOld, newEmail: given.email });
      // Whose address it is already learns nothing of it, and nobody of them.
      if (await personByEmail(given.email)) return;
      await mailEmailLink(given.email, { side: "new", token: toNew, newEmail: given.email });
    },
  };
}

export async function callOffEmailChange(own: Own): Promise<void> {
  await dropEmailChange(own.userId);
}

/** Looking changes nothing. */
export async function emailLinkOf(own: Own, token: string): Promise<Side | null> {
  return looksLikeToken(token) ? sideOfLink(own.userId, tokenHash(token)) : null;
}

export type EmailProven = "waits" | { later: () => Promise<void> };

/** Throws "link-gone". */
export async function proveEmail(own: Own, token: string, from: From): Promise<EmailProven> {
  const proven = looksLikeToken(token)
    ? await proveSide(own.userId, tokenHash(token), own.sessionId)
    : "gone";
  if (proven === "waits") return proven;
  if (proven === "gone" || proven === "taken") throw new Refusal("link-gone");
  logSecurity("email-changed", { requestId: from.requestId, ip: from.ip, actor: own.userId });
  return { later: () => mailEmailChanged(proven.from, proven.to) };
}
