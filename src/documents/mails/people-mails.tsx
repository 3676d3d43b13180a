// The mails about who belongs to a business: an invitation, and what somebody else changed of one's place there.
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type Of = { business: string; url: string; host: string };

/** Goes to an address that somebody typed: of their words it has the names alone, on one line and cut. */
export function invitationMail({
  business,
  inviter,
  role,
  replaces,
  url,
  host,
}: Of & { inviter: string; role: string; replaces: boolean }): Promise<RenderedMail> {
  const name = oneLine(business, 60);
  return rendered({
    subject: `Join the books of ${name}`,
    from: "Onaccount",
    headline: `${oneLine(inviter, 60)} invites you to the books of ${name}.`,
    paragraphs: [
      `You would be ${role}. Opening the link shows what you are asked; nothing happens before you say yes.`,
      ...(replaces
        ? [
            "This takes the place of the invitation that you were mailed before: its link opens nothing any more.",
          ]
        : []),
      "It works once, within a week. If you know nothing of it, do nothing: nobody gets in by it without your mailbox.",
    ],
    action: { words: "See the invitation", url },
    footer: [`Sent because someone invited this address at ${oneLine(host, 80)}.`],
  });
}

export type PlaceChange =
  | { what: "role"; role: string }
  | { what: "removed" }
  | { what: "limits" }
  | { what: "owner" }
  | { what: "withdrawn" }
  | { what: "closed" }
  | { what: "reopened" };

const SAID: Record<PlaceChange["what"], (name: string, role: string) => { subject: string; says: string }> = {
  role: (name, role) => ({
    subject: `Your role at ${name} was changed`,
    says: `You are ${role} of ${name} now.`,
  }),
  removed: (name) => ({
    subject: `You no longer belong to ${name}`,
    says: `The books of ${name} are closed to you now. Your account and your other businesses stay as they are.`,
  }),
  limits: (name) => ({
    subject: `Your limits at ${name} were changed`,
    says: `What you may refund, write off or approve in one go at ${name} was changed. The forms say how much it is.`,
  }),
  closed: (name) => ({
    subject: `${name} is closed`,
    says: `${name} is closed, and is deleted for good in 30 days. Until then each owner can undo it, under “Your businesses”.`,
  }),
  reopened: (name) => ({
    subject: `${name} is open again`,
    says: `${name} is open again, with all that it had.`,
  }),
  withdrawn: (name) => ({
    subject: `Your invitation to ${name} was withdrawn`,
    says: `The invitation to the books of ${name} was withdrawn. The link that you were mailed opens nothing any more.`,
  }),
  owner: (name) => ({
    subject: `You own ${name} now`,
    says: `${name} was handed over to you: you are an owner now.`,
  }),
};

/** `by`: who changed it. */
export function placeMail(
  change: PlaceChange,
  { business, by, url, host }: Of & { by: string },
): Promise<RenderedMail> {
  const { subject, says } = SAID[change.what](oneLine(business, 60), "role" in change ? change.role : "");
  return rendered({
    subject,
    from: "Onaccount",
    headline: says,
    paragraphs: [
      `${oneLine(by, 60)} changed it. If that is a mistake, ask them, or an owner of the business.`,
    ],
    action: { words: "Open Onaccount", url },
    footer: [`Sent because somebody changed your place in a business at ${oneLine(host, 80)}.`],
  });
}
