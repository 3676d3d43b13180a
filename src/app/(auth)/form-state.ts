// What a form at the front door shows again after an answer: what was typed (never a password), what is wrong with
// which field, and what is wrong with the whole.
import type { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";

export type FormState = {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  message: string | null;
};

export const PASSWORD_HINT = "At least 8 characters; a few words are best.";

export const UNTOUCHED: FormState = { values: {}, errors: {}, message: null };

export function texts(form: FormData): Record<string, string> {
  const typed = [...form.entries()].filter(
    ([name, value]) => typeof value === "string" && !name.startsWith("$"),
  );
  return Object.fromEntries(typed) as Record<string, string>;
}

type Wrong = { errors?: Record<string, string>; message?: string };

export function again(form: FormData, { errors = {}, message }: Wrong): FormState {
  const values = Object.fromEntries(Object.entries(texts(form)).filter(([name]) => !/password/i.test(name)));
  return { values, errors, message: message ?? null };
}

/** The first complaint about each field. */
export function fieldErrors(error: z.ZodError): Wrong {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { errors };
}

/** A refusal that names a field stands beside it; any other above the form. */
export function refusal({ field, details: { because }, message }: Refusal): Wrong {
  const words = typeof because === "string" ? `${message} ${because}` : message;
  return field === null ? { message: words } : { errors: { [field]: words } };
}

/** For `.catch`: an expected refusal is an answer, anything else is a bug and goes on. */
export function onlyRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
