"use server";
// Leaving a business.
import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { leave } from "@/server/auth/leave-business.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "../../form-state.ts";
import { keepTypedOnTrouble } from "../../keep-typed-on-trouble.ts";

export async function leaveAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => leaveBusiness(form));
}

async function leaveBusiness(form: FormData): Promise<FormState> {
  const user = await requireOwn("/account/businesses");
  const given = z.object({ slug: z.string().max(60) }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const left = await leave(user, given.data.slug, await from()).catch(onlyRefusal);
  if (left instanceof Refusal) return again(form, refusal(left));
  redirect(`/account/businesses?left=${encodeURIComponent(left)}` as Route);
}
