"use server";
// Leaves for a business's own provider, which sends the browser back.
import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { leaveForProvider } from "@/server/auth/oidc.ts";
import { rememberLeaving } from "@/server/auth/provider-answer.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "./form-state.ts";
import { keepTypedOnTrouble } from "./keep-typed-on-trouble.ts";

const Business = z.object({
  business: z.string().trim().toLowerCase().min(1, "Enter your business.").max(60),
});

export async function leaveForProviderAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const given = Business.safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    const leaving = await leaveForProvider(given.data.business, await from()).catch(onlyRefusal);
    if (leaving instanceof Refusal) return again(form, refusal(leaving));
    await rememberLeaving(leaving.state);
    redirect(leaving.url as Route);
  });
}
