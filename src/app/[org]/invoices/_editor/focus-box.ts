// Moves the focus to a box of the draft on the screen, once what an act has just drawn is there.
export const EDITOR = "invoice-editor";

export function focusBox(where: string): void {
  setTimeout(() => document.getElementById(EDITOR)?.querySelector<HTMLElement>(where)?.focus());
}
