// Where a form's refusal is said, by the field that it is about, and that the first of them gets the keyboard.
import type { Fault } from "@/ui/use-command.ts";

const FIELD_OF: Readonly<Record<string, string>> = { "number-taken": "number" };

export function fieldErrorsOf(fault: Fault | null): {
  fields: Readonly<Record<string, string>>;
  above: string | null;
} {
  if (!fault) return NOTHING;
  const field = FIELD_OF[fault.code ?? ""];
  const fields = field === undefined ? fault.fields : { ...fault.fields, [field]: fault.message };
  return { fields, above: Object.keys(fields).length > 0 ? null : fault.message };
}

const NOTHING = { fields: {}, above: null };

/** Once per refusal: typing on afterwards moves nothing. */
export function focusOnError(form: HTMLFormElement | null, fault: Fault | null): void {
  if (fault) form?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
}
