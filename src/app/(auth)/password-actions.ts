"use server";
// What the forms for a new password do: for who is signed in, for who forgot it, and for who holds the mailed link.
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { signIn } from "@/server/auth/auth.ts";
import {
  askForNewPassword,
  changePassword,
  choosePassword,
  type Changed,
} from "@/server/auth/change-password.ts";
import { Email } from "@/server/auth/mailed-links.ts";
import { NewPassword } from "@/server/auth/passwords.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { forgetSignInAddress, rememberSignInAddress } from "@/server/auth/sign-in-cookie.ts";
import { inBackground } from "@/server/later.ts";
import { from } from "@/server/wire/request.ts";
import { again, onlyRefusal, refusal, texts, fieldErrors, type FormState } from "./form-state.ts";
import { keepTypedOnTrouble } from "./keep-typed-on-trouble.ts";

const LINK_GONE =
  "This link can’t be used: it is older than 30 minutes, was used already, or belongs to another address.";

const Change = z.object({
  currentPassword: z.string().min(1, "Enter your password.").max(1000),
  password: NewPassword,
});

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => change(form));
}

async function change(form: FormData): Promise<FormState> {
  const user = await requireOwn("/account/password");
  const given = Change.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const { currentPassword: current, password } = given.data;
  const changed = await changePassword(user.userId, { current, password }, await from()).catch(onlyRefusal);
  if (changed instanceof Refusal) return again(form, refusal(changed));
  return comeBackIn(changed);
}

/** Of the person who is signed in, where they have none yet; else of the address that was typed. */
export async function askForNewPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => askForNew(form));
}

async function askForNew(form: FormData): Promise<FormState> {
  const given = z.object({ email: Email }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const asked = await askForNewPassword(given.data.email, await from()).catch(onlyRefusal);
  if (asked instanceof Refusal) return again(form, refusal(asked));
  inBackground("mailing a link for a new password", asked.later);
  await rememberSignInAddress(given.data.email);
  redirect("/check-your-mail?for=new-password");
}

const Choose = z.object({ email: Email, token: z.string().max(100), password: NewPassword });

export async function choosePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => choose(form));
}

async function choose(form: FormData): Promise<FormState> {
  const given = Choose.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const changed = await choosePassword(given.data, await from()).catch(onlyRefusal);
  if (changed instanceof Refusal)
    return again(form, changed.code === "link-gone" ? { message: LINK_GONE } : refusal(changed));
  await forgetSignInAddress();
  return comeBackIn(changed);
}

/** Every session is over, this browser's too: it gets a new one. */
async function comeBackIn({ email, ticket, later }: Changed): Promise<never> {
  inBackground("mailing that a password was changed", later);
  const outcome = await signIn("link", email, ticket);
  redirect(outcome === "in" ? "/account/password?changed=yes" : "/sign-in");
}
