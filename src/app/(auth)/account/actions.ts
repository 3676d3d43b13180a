"use server";
// What the forms of one's account do.
import { redirect } from "next/navigation";
import { z } from "zod";
import { changeName, PersonName } from "@/server/auth/own-name.ts";
import { endOwnSession, requireOwn } from "@/server/auth/session.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, texts, type FormState } from "../form-state.ts";
import { keepTypedOnTrouble } from "../keep-typed-on-trouble.ts";

export async function endSessionAction(form: FormData): Promise<void> {
  const own = await requireOwn("/account");
  const given = z.object({ session: z.uuid() }).safeParse(texts(form));
  if (given.success) await endOwnSession(own, given.data.session);
  redirect("/account");
}

export async function changeNameAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const own = await requireOwn("/account");
    const given = z.object({ name: PersonName }).safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    await changeName(own.userId, given.data.name, await from());
    redirect("/account");
  });
}
