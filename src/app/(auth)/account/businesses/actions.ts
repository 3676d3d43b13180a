"use server";
// Leaving a business, and having one deleted.
import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { close, reopen } from "@/server/auth/close-business.ts";
import { leave } from "@/server/auth/leave-business.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "../../form-state.ts";
import { keepTypedOnTrouble } from "../../keep-typed-on-trouble.ts";

/** What asks once more who it is sends one of these. */
const PROOF = { currentPassword: z.string().max(1000).default(""), code: z.string().max(40).default("") };

export async function leaveAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => leaveBusiness(form));
}

async function leaveBusiness(form: FormData): Promise<FormState> {
  const user = await requireOwn("/account/businesses");
  const given = z.object({ slug: z.string().max(60), ...PROOF }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const { slug, currentPassword: password, code } = given.data;
  const left = await leave(user, { slug, password, code }, await from()).catch(onlyRefusal);
  if (left instanceof Refusal) return again(form, refusal(left));
  redirect(`/account/businesses?left=${encodeURIComponent(left)}` as Route);
}

const Closing = z.object({
  slug: z.string().max(60),
  name: z.string().max(200),
  without: z.string().max(10).default(""),
  ...PROOF,
});

export async function closeAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => closeBusiness(form));
}

async function closeBusiness(form: FormData): Promise<FormState> {
  const user = await requireOwn("/account/businesses");
  const given = Closing.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const { slug, name, without, currentPassword: password, code } = given.data;
  const order = { slug, name, without: without === "yes", password, code };
  const closed = await close(user, order, await from()).catch(onlyRefusal);
  if (closed instanceof Refusal) return again(form, refusal(closed));
  redirect("/account/businesses");
}

export async function reopenAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, () => reopenBusiness(form));
}

async function reopenBusiness(form: FormData): Promise<FormState> {
  const user = await requireOwn("/account/businesses");
  const given = z.object({ slug: z.string().max(60) }).safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const opened = await reopen(user, given.data.slug, await from()).catch(onlyRefusal);
  if (opened instanceof Refusal) return again(form, refusal(opened));
  redirect("/account/businesses");
}
