"use server";
// What the forms of an invitation do.
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { signIn } from "@/server/auth/auth.ts";
import { joinAnew, joinAs, Joining } from "@/server/auth/invitations.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "../form-state.ts";
import { keepTypedOnTrouble } from "../keep-typed-on-trouble.ts";
import { returnPath } from "../return-path.ts";

export async function joinHereAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => joinHere(form));
}

async function joinHere(form: FormData): Promise<FormState> {
  const user = await requireOwn("/");
  const given = z.object({ token: z.string() }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const joined = await joinAs(user.userId, given.data.token, await from()).catch(onlyRefusal);
  if (joined instanceof Refusal) return again(form, refusal(joined));
  redirect(returnPath(`/${joined.business.slug}`));
}

export async function joinAnewAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => join(form));
}

async function join(form: FormData): Promise<FormState> {
  const given = Joining.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const joined = await joinAnew(given.data, await from()).catch(onlyRefusal);
  if (joined instanceof Refusal) return again(form, refusal(joined));
  const outcome = await signIn("password", joined.email, given.data.password);
  redirect(outcome === "in" ? returnPath(`/${joined.business.slug}`) : "/sign-in");
}
