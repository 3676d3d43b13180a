"use server";
// What the forms about another e-mail address do.
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { askToChangeEmail, callOffEmailChange, proveEmail } from "@/server/auth/change-email.ts";
import { Email } from "@/server/auth/mailed-links.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { inBackground } from "@/server/later.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "./form-state.ts";
import { keepTypedOnTrouble } from "./keep-typed-on-trouble.ts";

const PAGE = "/account/email";

const Asked = z.object({ email: Email, currentPassword: z.string().max(1000).default("") });

export async function askToChangeEmailAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const own = await requireOwn(PAGE);
    const given = Asked.safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    const { email, currentPassword: password } = given.data;
    const asked = await askToChangeEmail(own, { email, password }, await from()).catch(onlyRefusal);
    if (asked instanceof Refusal) return again(form, refusal(asked));
    inBackground("mailing links for another address", asked.later);
    redirect(PAGE);
  });
}

export async function callOffEmailAction(): Promise<void> {
  await callOffEmailChange(await requireOwn(PAGE));
  redirect(PAGE);
}

export async function proveEmailAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const own = await requireOwn(PAGE);
    const { token } = z.object({ token: z.string().max(100) }).parse(texts(form));
    const proven = await proveEmail(own, token, await from()).catch(onlyRefusal);
    if (proven instanceof Refusal)
      return again(form, {
        message: "This link can’t be used any more. Ask for the change again.",
      });
    if (proven === "waits") redirect(PAGE);
    inBackground("mailing that an address was changed", proven.later);
    redirect(`${PAGE}?changed=yes`);
  });
}
