// The mails that prove an address: a link that works once, for a short while, and a word for those who never asked.
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type Link = { url: string; host: string; minutes: number };

export function signInMail({ url, host, minutes }: Link): Promise<RenderedMail> {
  return rendered({
    subject: `Sign in to Onaccount at ${oneLine(host, 80)}`,
    from: "Onaccount",
    headline: "Here is your link to sign in.",
    paragraphs: [
      `It works once, within ${minutes} minutes. If you didn't ask for it, do nothing: nobody is signed in.`,
    ],
    action: { words: "Sign in", url },
    footer: [`Sent because someone asked to sign in with this address at ${oneLine(host, 80)}.`],
  });
}

export function newPasswordMail({ url, host, minutes }: Link): Promise<RenderedMail> {
  return rendered({
    subject: `Choose a new password at ${oneLine(host, 80)}`,
    from: "Onaccount",
    headline: "Here is your link to choose a new password.",
    paragraphs: [
      `It works once, within ${minutes} minutes. Every device that is signed in as you is then signed out.`,
      "If you didn't ask for it, do nothing: your password stays what it is.",
    ],
    action: { words: "Choose a new password", url },
    footer: [`Sent because someone asked for a new password for this address at ${oneLine(host, 80)}.`],
  });
}

export function passwordChangedMail({ url, host }: Omit<Link, "minutes">): Promise<RenderedMail> {
  return rendered({
    subject: `Your password at ${oneLine(host, 80)} was changed`,
    from: "Onaccount",
    headline: "Your password was changed, and every device was signed out.",
    paragraphs: ["If that was you, nothing is left to do. If it wasn't, choose a new password now."],
    action: { words: "Choose a new password", url },
    footer: [`Sent because the password of this address at ${oneLine(host, 80)} was changed.`],
  });
}

const SECOND = {
  on: "A second factor was set up: signing in now asks for a code.",
  off: "Your second factor was turned off: signing in asks for no code any more.",
  passkey: "A passkey was added: it signs you in by itself.",
  "no-passkey": "A passkey was removed: it signs you in no more.",
  codes: "You made new recovery codes, and the old ones are void.",
};

export function secondFactorMail({
  url,
  host,
  what,
}: Omit<Link, "minutes"> & { what: keyof typeof SECOND }): Promise<RenderedMail> {
  return rendered({
    subject: `Your second factor at ${oneLine(host, 80)}`,
    from: "Onaccount",
    headline: SECOND[what],
    paragraphs: [
      "If that was you, nothing is left to do. If it wasn't, change your password and sign out everywhere now.",
    ],
    action: { words: "Open your account", url },
    footer: [`Sent because the second factor of this address at ${oneLine(host, 80)} was changed.`],
  });
}

/** To each of the two mailboxes; the one that the new address has never heard of gets not one word of the asker's but itself. */
export function emailLinkMail({
  url,
  host,
  minutes,
  side,
  newEmail,
}: Link & { side: "old" | "new"; newEmail: string }): Promise<RenderedMail> {
  const isOld = side === "old";
  return rendered({
    subject: `${isOld ? "Change" : "Confirm"} your address at ${oneLine(host, 80)}`,
    from: "Onaccount",
    headline: isOld
      ? `You asked to sign in with ${oneLine(newEmail, 120)} from now on.`
      : "You asked to sign in with this address from now on.",
    paragraphs: [
      `It takes the links in both mailboxes, within ${minutes} minutes. Until then nothing changes.`,
      isOld
        ? "If you didn't ask for it, do nothing, and change your password: somebody knows it."
        : "If you didn't ask for it, do nothing.",
    ],
    action: { words: isOld ? "Change my address" : "Confirm this address", url },
    footer: [`Sent because someone asked to change an address at ${oneLine(host, 80)}.`],
  });
}

export function emailChangedMail({
  url,
  host,
  newEmail,
}: Omit<Link, "minutes"> & { newEmail: string }): Promise<RenderedMail> {
  return rendered({
    subject: `Your address at ${oneLine(host, 80)} was changed`,
    from: "Onaccount",
    headline: `You sign in with ${oneLine(newEmail, 120)} from now on.`,
    paragraphs: ["If that wasn't you, ask whoever runs this copy of Onaccount to help you at once."],
    action: { words: "Open Onaccount", url },
    footer: [`Sent because this address was the one that somebody signed in with at ${oneLine(host, 80)}.`],
  });
}

/** Goes to an address that nobody has proven yet, so not one word of it is the asker's. */
export function signUpMail({ url, host, minutes }: Link): Promise<RenderedMail> {
  return rendered({
    subject: `Finish setting up your business at ${oneLine(host, 80)}`,
    from: "Onaccount",
    headline: "One more step to open your books.",
    paragraphs: [
      `The link works within ${minutes} minutes. If you didn't ask for it, do nothing: no account is made.`,
    ],
    action: { words: "Finish setting up", url },
    footer: [`Sent because someone signed up with this address at ${oneLine(host, 80)}.`],
  });
}
