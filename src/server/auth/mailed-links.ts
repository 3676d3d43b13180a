// Sends the links that prove an address: to sign in, to choose a new password, or to finish a sign-up. What is said to the asker is the
// same whether the address is known or not; the mail itself tells its owner.
import { env } from "@/env.ts";
import { keepMailedLink, type Purpose } from "@/db/directory/mailed-links.ts";
export { PersonAddress as Email } from "@/domain/business/people-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { RenderedMail } from "@/documents/mails/letter.tsx";
import { log } from "../log.ts";
import { EMAIL_CHANGE_MINUTES, LINK_MINUTES } from "./limits.ts";
import { mailGoesOut, sendMail } from "./mailer.ts";
import { newToken, tokenHash } from "./tokens.ts";

/** Asked before anything is counted: whoever waits for a mail that can't come must know. Throws "no-mail". */
export function assertMailGoesOut(): void {
  if (!mailGoesOut()) throw new Refusal("no-mail");
}

const PATHS: Record<Purpose, string> = {
  "sign-in": "/sign-in/link",
  "sign-up": "/sign-up/link",
  "new-password": "/sign-in/new-password/link",
};

type Letter = { purpose: Purpose; email: string; payload?: unknown };

/** Makes and keeps the link, and returns its address for the mail. */
export async function newMailedLink({ purpose, email, payload }: Letter): Promise<string> {
  const token = newToken();
  const minutes = LINK_MINUTES[purpose];
  await keepMailedLink({ tokenHash: tokenHash(token), purpose, email, payload: payload ?? null, minutes });
  return `${env().APP_URL}${PATHS[purpose]}?token=${token}`;
}

export async function mailSignInLink(email: string): Promise<void> {
  const url = await newMailedLink({ purpose: "sign-in", email });
  const { signInMail } = await mails();
  await mailTo(email, await signInMail({ url, host: host(), minutes: LINK_MINUTES["sign-in"] }));
}

export async function mailNewPasswordLink(email: string): Promise<void> {
  const url = await newMailedLink({ purpose: "new-password", email });
  const { newPasswordMail } = await mails();
  await mailTo(email, await newPasswordMail({ url, host: host(), minutes: LINK_MINUTES["new-password"] }));
}

/** So that a password that somebody else changed doesn't stay unnoticed. */
export async function mailPasswordChanged(email: string): Promise<void> {
  const { passwordChangedMail } = await mails();
  const url = `${env().APP_URL}/sign-in/new-password`;
  await mailTo(email, await passwordChangedMail({ url, host: host() }));
}

export type SecondFactorNews = "on" | "off" | "codes" | "passkey" | "no-passkey";

/** So that a second factor that somebody else set up or took off doesn't stay unnoticed. */
export async function mailSecondFactor(email: string, what: SecondFactorNews): Promise<void> {
  const { secondFactorMail } = await mails();
  await mailTo(email, await secondFactorMail({ url: `${env().APP_URL}/account`, host: host(), what }));
}

type EmailLink = { side: "old" | "new"; token: string; newEmail: string };

export async function mailEmailLink(email: string, { side, token, newEmail }: EmailLink): Promise<void> {
  const { emailLinkMail } = await mails();
  const url = `${env().APP_URL}/account/email/link?token=${token}`;
  const link = { url, host: host(), minutes: EMAIL_CHANGE_MINUTES };
  await mailTo(email, await emailLinkMail({ ...link, side, newEmail }));
}

/** To the address that isn't theirs any more. */
export async function mailEmailChanged(before: string, newEmail: string): Promise<void> {
  const { emailChangedMail } = await mails();
  await mailTo(before, await emailChangedMail({ url: env().APP_URL, host: host(), newEmail }));
}

export async function mailSignUpLink(email: string, payload: unknown): Promise<void> {
  const url = await newMailedLink({ purpose: "sign-up", email, payload });
  const { signUpMail } = await mails();
  await mailTo(email, await signUpMail({ url, host: host(), minutes: LINK_MINUTES["sign-up"] }));
}

// On first use only: what writes mails weighs 50 MB, and most processes never write one.
const mails = () => import("@/documents/mails/link-mails.tsx");

/** Where this copy of Onaccount is, as its mails name it. */
export const host = () => new URL(env().APP_URL).host;

/** Not tried again when the mailbox is unwell: whoever waits for a link asks for another one. Whether it was taken. */
export async function mailTo(address: string, mail: RenderedMail): Promise<boolean> {
  const delivery = await sendMail({ ...mail, to: { name: "", address } });
  if (delivery.status !== "sent")
    log().warn({ status: delivery.status, error: delivery.error }, "a mailed link was not sent");
  return delivery.status === "sent";
}
