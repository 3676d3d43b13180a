// What people typed, as one line of plain text: no control characters, no line breaks that could start another mail
// header, nothing that flips the reading direction, and no longer than its place (faults D15, D18).
const ELLIPSIS = "…";

// Controls, zero-width and direction marks, lone surrogates: invisible to a reader, harmful in a file or a header.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

export function oneLine(text: string, longest = 300): string {
  // Cut before the costly steps, with room for what they remove; a name is never that long.
  const start = text.slice(0, longest * 4).normalize("NFC");
  const plain = start.replace(/\s+/gu, " ").replace(INVISIBLE, "").trim();
  const characters = [...plain];
  return characters.length > longest
    ? characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd() + ELLIPSIS
    : plain;
}
