"use server";
// What is asked and answered about passkeys: by scripts alone, since a browser makes and uses them for no form.
import { redirect } from "next/navigation";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { signInByPasskey } from "@/server/auth/auth.ts";
import {
  forgetPasskey,
  makePasskey,
  PasskeyName,
  passkeyToMake,
  passkeyToUse,
} from "@/server/auth/passkeys.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { inBackground } from "@/server/later.ts";
import { troubleIn } from "@/server/trouble.ts";
import { from } from "@/server/wire/request.ts";
import { again, fieldErrors, onlyRefusal, refusal, texts, type FormState } from "./form-state.ts";
import { keepTypedOnTrouble } from "./keep-typed-on-trouble.ts";
import { returnPath } from "./return-path.ts";

const PAGE = "/account/passkeys";

type Fault = { fault: string; field?: string };

/** What went wrong, in words; what nobody expected goes on. */
function faultIn(error: unknown): Fault {
  if (error instanceof Refusal)
    return { fault: error.message, ...(error.field !== null && { field: error.field }) };
  const trouble = troubleIn(error);
  if (trouble) return { fault: trouble.message };
  throw error;
}

export async function passkeyToMakeAction(
  password: string,
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON } | Fault> {
  const own = await requireOwn(PAGE);
  const given = z.string().max(1000).parse(password);
  return passkeyToMake(own, given).then((options) => ({ options }), faultIn);
}

export async function makePasskeyAction(
  name: string,
  response: RegistrationResponseJSON,
): Promise<{ codes: readonly string[] | null } | Fault> {
  const own = await requireOwn(PAGE);
  const given = PasskeyName.safeParse(name);
  if (!given.success) return { fault: given.error.issues[0]?.message ?? "Enter a name.", field: "name" };
  try {
    const { codes, later } = await makePasskey(own, { name: given.data, response }, await from());
    inBackground("mailing about a passkey", later);
    return { codes };
  } catch (error) {
    return faultIn(error);
  }
}

export async function passkeyToUseAction(): Promise<
  { options: PublicKeyCredentialRequestOptionsJSON } | Fault
> {
  return passkeyToUse(await from()).then((options) => ({ options }), faultIn);
}

/** Leads on where it was right. */
export async function signInByPasskeyAction(
  response: AuthenticationResponseJSON,
  to: string,
): Promise<Fault> {
  const outcome = await signInByPasskey(JSON.stringify(response)).catch(faultIn);
  if (typeof outcome !== "string") return outcome;
  if (outcome === "too-many") return { fault: "Too many tries. Wait a quarter of an hour." };
  if (outcome === "refused") return { fault: "This passkey isn’t known here. Sign in another way." };
  redirect(returnPath(to));
}

export async function forgetPasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return keepTypedOnTrouble(form, async () => {
    const own = await requireOwn(PAGE);
    const given = z
      .object({ passkey: z.string().max(2000), currentPassword: z.string().max(1000).default("") })
      .safeParse(texts(form));
    if (!given.success) return again(form, fieldErrors(given.error));
    const { passkey, currentPassword } = given.data;
    const gone = await forgetPasskey(own, passkey, currentPassword, await from()).catch(onlyRefusal);
    if (gone instanceof Refusal) return again(form, refusal(gone));
    inBackground("mailing about a passkey", gone.later);
    redirect(PAGE);
  });
}
