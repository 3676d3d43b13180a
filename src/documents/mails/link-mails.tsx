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

export function signUpMail({
  url,
  host,
  minutes,
  business,
}: Link & { business: string }): Promise<RenderedMail> {
  const name = oneLine(business, 60);
  return rendered({
    subject: `Finish setting up ${name}`,
    from: "Onaccount",
    headline: `One more step to open the books of ${name}.`,
    paragraphs: [
      `The link works within ${minutes} minutes. If you didn't ask for it, do nothing: no account is made.`,
    ],
    action: { words: "Finish setting up", url },
    footer: [`Sent because someone signed up with this address at ${oneLine(host, 80)}.`],
  });
}
