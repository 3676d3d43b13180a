// What was chosen in a select, or typed, before the page's script came. The box keeps it, and React, which drew the box with
// what it knew, is never told: the form would go out with something else than it shows.
import type { ChangeEvent, ChangeEventHandler, Ref } from "react";

/** For a controlled select's `ref`. `known`: its value; whatever else stands in it is taken as if it were chosen now. */
export const chosenBefore =
  (known: string, take: (value: string) => void) =>
  (select: HTMLSelectElement | null): void => {
    const isOffered = [...(select?.options ?? [])].some((option) => option.value === known);
    if (select && isOffered && select.value !== known) take(select.value);
  };

type Box = HTMLInputElement | HTMLTextAreaElement;
/** Each is asked once, when the script comes; later React knows. */
const asked = new WeakSet<Box>();

/**
 * For the `ref` of a controlled box: whatever stands in it then is told as if it were typed now. Files have their own way. A box
 * that has a `ref` already keeps it alone: React calls one that is made anew at each render again and again, which may focus.
 */
export function typedBefore<Typed extends Box>(
  onChange: ChangeEventHandler<Typed> | undefined,
  own: Ref<Typed> | undefined,
): Ref<Typed> | undefined {
  if (!onChange || own) return own;
  return (box) => {
    if (!box || asked.has(box)) return;
    asked.add(box);
    if (box.type !== "file" && box.value !== box.defaultValue)
      onChange({ target: box, currentTarget: box } as ChangeEvent<Typed, Typed>);
  };
}
