"use server";
// What the forms about the second factor do: the second step of signing in, and setting it up, changing its recovery
// codes and turning it off in one's account.
import { redirect } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { signInBySecond } from "@/server/auth/auth.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  type NewCodes,
  type Own,
} from "@/server/auth/second-factor.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { inBackground } from "@/server/later.ts";
import { from, type From } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "./form-state.ts";
import { keepTypedOnTrouble } from "./keep-typed-on-trouble.ts";
import { returnPath } from "./return-path.ts";

const PAGE = "/account/second-factor";
const TOO_MANY = "Too many tries. Wait an hour, or use one of your recovery codes: they work at any time.";

const Code = z.object({ code: z.string().trim().min(1, "Enter a code.").max(40) });

export async function secondStepAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const given = Code.extend({ to: z.string().optional() }).safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    const outcome = await signInBySecond(given.data.code);
    if (outcome === "too-many") return again(form, { message: TOO_MANY });
    if (outcome === "refused")
      return again(form, { errors: { code: "That code isn’t right, or it was used before." } });
    redirect(returnPath(given.data.to));
  });
}

export async function beginSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const own = await requireOwn(PAGE);
    const given = z.object({ currentPassword: z.string().max(1000).default("") }).safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    const begun = await beginSecondFactor(own, given.data.currentPassword).catch(onlyRefusal);
    if (begun instanceof Refusal) return again(form, refusal(begun));
    redirect(PAGE);
  });
}

/** The codes are in the answer and nowhere else: shown once. */
export type CodesState = FormState & { codes?: readonly string[] };

type MakeCodes = (own: Own, code: string, from: From) => Promise<NewCodes>;

async function codesBy(make: MakeCodes, form: FormData): Promise<CodesState> {
  const own = await requireOwn(PAGE);
  const given = Code.safeParse(texts(form));
  if (!given.success) return again(form, fieldErrors(given.error));
  const made = await make(own, given.data.code, await from()).catch(onlyRefusal);
  if (made instanceof Refusal) return again(form, refusal(made));
  inBackground("mailing about a second factor", made.later);
  return { ...again(form, {}), codes: made.codes };
}

export async function confirmSecondFactorAction(_before: FormState, form: FormData): Promise<CodesState> {
  return keepTypedOnTrouble(form, () => codesBy(confirmSecondFactor, form));
}

export async function renewRecoveryCodesAction(_before: FormState, form: FormData): Promise<CodesState> {
  return keepTypedOnTrouble(form, () => codesBy(renewRecoveryCodes, form));
}

export async function turnOffSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const own = await requireOwn(PAGE);
    const given = Code.safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    const off = await turnOffSecondFactor(own, given.data.code, await from()).catch(onlyRefusal);
    if (off instanceof Refusal) return again(form, refusal(off));
    inBackground("mailing about a second factor", off.later);
    redirect(`${PAGE}?off=yes`);
  });
}
