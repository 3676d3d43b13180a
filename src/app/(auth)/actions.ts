"use server";
// What the forms at the front door do. Each answers with what to show again, or sends the browser on.
import { redirect } from "next/navigation";
import { z } from "zod";
import { REFUSALS, Refusal } from "@/domain/refusal.ts";
import { Slug } from "@/domain/slug-shape.ts";
import { forgetSignInAddress, rememberSignInAddress } from "@/server/auth/sign-in-cookie.ts";
import { signIn } from "@/server/auth/auth.ts";
import { inBackground } from "@/server/later.ts";
import { Email } from "@/server/auth/mailed-links.ts";
import { NewPassword } from "@/server/auth/passwords.ts";
import { from } from "@/server/wire/request.ts";
import { endEverySession, endThisSession, requireOwn } from "@/server/auth/session.ts";
import { askForLink } from "@/server/auth/sign-in.ts";
import {
  addBusiness,
  askToSignUp,
  finishSignUp,
  NewBusiness,
  SignUp,
  waitingSignUp,
} from "@/server/auth/sign-up.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "./form-state.ts";
import { keepTypedOnTrouble } from "./keep-typed-on-trouble.ts";
import { returnPath } from "./return-path.ts";

const TOO_MANY =
  "Too many tries. Wait a quarter of an hour, or have a sign-in link e-mailed to you: that way stays open.";
const WRONG = "The e-mail address or the password isn’t right.";
const LINK_GONE =
  "This link can’t be used: it is older than 10 minutes, was used already, or belongs to another address.";

const Credentials = z.object({
  email: Email,
  password: z.string().min(1, "Enter your password."),
  to: z.string().optional(),
});

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => signInBy(form));
}

async function signInBy(form: FormData): Promise<FormState> {
  if (form.get("by") === "link") return mailLink(form);
  const given = Credentials.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const outcome = await signIn("password", given.data.email, given.data.password);
  if (outcome === "too-many") return again(form, { message: TOO_MANY });
  if (outcome === "refused") return again(form, { message: WRONG });
  redirect(returnPath(given.data.to));
}

async function mailLink(form: FormData): Promise<FormState> {
  const given = z.object({ email: Email }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const asked = await askForLink(given.data.email, await from()).catch(onlyRefusal);
  if (asked instanceof Refusal) return again(form, refusal(asked));
  inBackground("mailing a sign-in link", asked.later);
  await rememberSignInAddress(given.data.email);
  redirect("/check-your-mail?for=sign-in");
}

export async function followLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => followLink(form));
}

async function followLink(form: FormData): Promise<FormState> {
  const given = z.object({ email: Email, token: z.string() }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const outcome = await signIn("link", given.data.email, given.data.token);
  if (outcome === "too-many") return again(form, { message: REFUSALS["too-many"] });
  if (outcome === "refused") return again(form, { message: LINK_GONE });
  await forgetSignInAddress();
  redirect("/");
}

export async function signUpAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => signUp(form));
}

async function signUp(form: FormData): Promise<FormState> {
  const given = SignUp.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const asked = await askToSignUp(given.data, await from()).catch(onlyRefusal);
  if (asked instanceof Refusal) return again(form, refusal(asked));
  inBackground("mailing a sign-up link", asked.later);
  await rememberSignInAddress(given.data.email);
  redirect("/check-your-mail?for=sign-up");
}

const Finish = z.object({ token: z.string(), slug: Slug, password: NewPassword });

export async function finishSignUpAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => finish(form));
}

async function finish(form: FormData): Promise<FormState> {
  const given = Finish.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const waiting = await waitingSignUp(given.data.token);
  const business = await finishSignUp(given.data, await from()).catch(onlyRefusal);
  if (business instanceof Refusal) return again(form, refusal(business));
  await forgetSignInAddress();
  const outcome = waiting ? await signIn("password", waiting.email, given.data.password) : "refused";
  redirect(outcome === "in" ? returnPath(`/${business.slug}`) : "/sign-in");
}

export async function newBusinessAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => setUpBusiness(form));
}

async function setUpBusiness(form: FormData): Promise<FormState> {
  const user = await requireOwn("/new-business");
  const given = NewBusiness.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const { requestId } = await from();
  const owner = { id: user.userId, name: user.name };
  const business = await addBusiness(given.data, owner, requestId).catch(onlyRefusal);
  if (business instanceof Refusal) return again(form, refusal(business));
  redirect(returnPath(`/${business.slug}`));
}

export async function signOutAction(): Promise<void> {
  await endThisSession();
  redirect("/sign-in");
}

export async function signOutEverywhereAction(): Promise<void> {
  await endEverySession();
  redirect("/sign-in?out=everywhere");
}
