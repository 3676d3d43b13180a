// The labels that a cell names, with ";" between them, or "," where there is none; a label that has such a sign in its own name
// is known by it. An empty cell says nothing: nobody loses a label by an import.

/** `isKnown`: by a name in any case. In their order, each once. */
export function labelsIn(cell: string, isKnown: (name: string) => boolean): string[] {
  const partsOf = (text: string, sign: string) =>
    text
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const found = isKnown(cell.trim())
    ? [cell.trim()]
    : partsOf(cell, ";").flatMap((part) => (isKnown(part) ? [part] : partsOf(part, ",")));
  return found.filter((name, at) => found.findIndex((other) => isSame(other, name)) === at);
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const LONGEST_LABEL = 60;
