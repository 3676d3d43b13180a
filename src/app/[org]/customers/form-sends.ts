// A form of many lines: Enter makes a new line where there are lines, Ctrl Enter (or ⌘ Enter) sends it from anywhere.
import type { KeyboardEvent } from "react";

export function ctrlEnterSends(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
