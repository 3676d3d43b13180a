// What was chosen in a select before the page's script came. The box keeps it, and React, which drew the box with what it
// knew, is never told: the form would go out with something else than it shows.

/** For a controlled select's `ref`. `known`: its value; whatever else stands in it is taken as if it were chosen now. */
export const chosenBefore =
  (known: string, take: (value: string) => void) =>
  (select: HTMLSelectElement | null): void => {
    const isOffered = [...(select?.options ?? [])].some((option) => option.value === known);
    if (select && isOffered && select.value !== known) take(select.value);
  };
