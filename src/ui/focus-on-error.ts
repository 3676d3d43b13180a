// The first field with something wrong gets the keyboard.
import type { Fault } from "./use-command.ts";

/** Once per refusal: typing on afterwards moves nothing. */
export function focusOnError(form: HTMLFormElement | null, fault: Fault | null): void {
  if (fault) focusOnInvalid(form);
}

export function focusOnInvalid(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
}
