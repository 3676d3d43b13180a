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
