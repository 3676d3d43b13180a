// A form without a mouse: Enter goes to the next box, Ctrl Enter (or ⌘ Enter) sends it.
import type { KeyboardEvent } from "react";

const STEPS =
  "input:not([type=hidden]):not(:disabled), select:not(:disabled), button[data-step]:not(:disabled)";

export function enterAdvances(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
    return;
  }
  if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  // What isn't drawn at this width can't be gone to.
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>(STEPS)].filter(
    (step) => step.offsetParent !== null,
  );
  const next = steps[steps.indexOf(event.target) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}
