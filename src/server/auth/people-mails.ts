// Sends the mails about who belongs to a business: the link of an invitation, and what was changed of somebody's place.
import { keepInvitationToken, markInvitationSent } from "@/db/directory/invitations.ts";
import { ROLE_WORDS } from "@/domain/business/people.ts";
import type { Role } from "@/domain/permission.ts";
import type { PlaceChange } from "@/documents/mails/people-mails.tsx";
import { env } from "@/env.ts";
import type { MemberActor } from "../actor.ts";
import { mailGoesOut } from "./mailer.ts";
import { host, mailTo } from "./mailed-links.ts";
import { newToken, tokenHash } from "./tokens.ts";

// On first use only, as in mailed-links.ts.
const mails = () => import("@/documents/mails/people-mails.tsx");

/** "an owner", "a clerk". */
export const aRole = (role: Role): string => {
  const name = ROLE_WORDS[role].name.toLowerCase();
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
};

/** The link is made here and is in the mail alone: what the books keep of the command opens nothing. */
export async function mailInvitation(
  { orgName: business, userName: inviter }: MemberActor,
  { invitationId, role, replaces }: { invitationId: string; role: Role; replaces: boolean },
): Promise<void> {
  const token = newToken();
  const email = await keepInvitationToken(invitationId, tokenHash(token));
  if (email === null) return;
  const url = `${env().APP_URL}/invitation?token=${token}`;
  const { invitationMail } = await mails();
  const letter = await invitationMail({ business, inviter, role: aRole(role), replaces, url, host: host() });
  if (await mailTo(email, letter)) await markInvitationSent(invitationId);
}

/** Where no mail goes out they see it with their next request all the same. */
export async function mailPlaceChange(
  { orgName: business, userName: by }: MemberActor,
  email: string,
  change: PlaceChange,
): Promise<void> {
  if (!mailGoesOut()) return;
  const { placeMail } = await mails();
  await mailTo(email, await placeMail(change, { business, by, url: env().APP_URL, host: host() }));
}
