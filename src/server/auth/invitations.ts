// Joins a business by a mailed invitation. Looking at one changes nothing, as mail scanners do; the button uses it up. Who
// has an account signs in first, by whatever that takes; who has none chooses a name and a password, and the link is
// the proof of the address.
import { z } from "zod";
import { changeBooks } from "@/books/open.ts";
import { openInvitation, takeInvitation, type OpenInvitation } from "@/db/directory/invitations.ts";
import {
  createPerson,
  markEmailVerified,
  personByEmail,
  personById,
  type Person,
} from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { writtenText } from "@/domain/values/written-text.ts";
import { joiningActor, tenantOf } from "../actor.ts";
import { logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { limitBadLink } from "./limits.ts";
import { chosenPasswordHash, NewPassword } from "./passwords.ts";
import { looksLikeToken, tokenHash } from "./tokens.ts";

/** What a link asks, and whether its address has an account here; null where it opens nothing. */
export async function waitingInvitation(
  token: string,
): Promise<(OpenInvitation & { hasAccount: boolean }) | null> {
  const invitation = looksLikeToken(token) ? await openInvitation(tokenHash(token)) : null;
  if (!invitation) return null;
  const person = await personByEmail(invitation.email);
  return person?.disabledAt ? null : { ...invitation, hasAccount: person !== null };
}

/** By who is signed in with the address that it went to. Throws "invitation-gone" and "invitation-of-another". */
export async function joinAs(userId: string, token: string, from: From): Promise<OpenInvitation> {
  const [invitation, person] = [await mustBeOpen(token, from), await personById(userId)];
  if (person?.email !== invitation.email) throw new Refusal("invitation-of-another");
  await join(person, { invitation, token, from });
  return invitation;
}

export const Joining = z.object({
  token: z.string(),
  name: writtenText("Enter your name.").max(120, "Use at most 120 characters."),
  password: NewPassword,
});
export type Joining = z.infer<typeof Joining>;

/** By who has no account yet. Throws "invitation-gone", "email-taken", "password-weak". */
export async function joinAnew({ token, name, password }: Joining, from: From): Promise<OpenInvitation> {
  const invitation = await mustBeOpen(token, from);
  const { email, business } = invitation;
  const passwordHash = await chosenPasswordHash(password, [name, email, business.name, business.slug]);
  const person = await createPerson({ name, email, passwordHash });
  if (!person) throw new Refusal("email-taken");
  await markEmailVerified(person.id);
  await join(person, { invitation, token, from });
  return invitation;
}

async function mustBeOpen(token: string, from: From): Promise<OpenInvitation> {
  const invitation = await waitingInvitation(token);
  if (invitation) return invitation;
  await limitBadLink(from);
  throw new Refusal("invitation-gone");
}

type Taking = { invitation: OpenInvitation; token: string; from: From };

/** Their place, and the row of the audit log that says so: both or neither. */
async function join(person: Person, { invitation, token, from }: Taking): Promise<void> {
  const { invitationId, business, email, role } = invitation;
  const actor = joiningActor(business, { ...person, role }, from.requestId);
  const order = { key: `${actor.subject}:${invitationId}`, procedure: "people.join", input: { email, role } };
  await changeBooks(actor, order, async ({ tx }) => {
    if (!(await takeInvitation(tokenHash(token), actor, tx))) throw new Refusal("invitation-gone");
    return null;
  });
  const { requestId, ip } = from;
  logSecurity("joined", { requestId, ip, tenant: tenantOf(actor), actor: person.id });
}
