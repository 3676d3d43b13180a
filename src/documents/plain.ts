// What people typed, as one line of plain text: no control characters, no line breaks that could start another mail
// header, nothing that flips the reading direction, and no longer than its place (faults D15, D18).
const ELLIPSIS = "…";

/** Scripts whose letters join: there a joiner, or its absence, is part of how a word is written. */
const JOINING = String.raw`\p{Script=Arabic}\p{Script=Devanagari}`;
const JOINERS = String.raw`(?<=[${JOINING}]\p{M}*)[\u200C\u200D](?=[${JOINING}])`;

// Controls, zero-width and direction marks, lone surrogates: invisible to a reader, harmful in a file or a header.
const INVISIBLE = new RegExp(String.raw`(?!${JOINERS})[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]`, "gu");
/** The same, for a line that we composed: what keeps its parts apart (bidi.ts) stays. */
export const INVISIBLE_IN_OURS = new RegExp(String.raw`(?![\u2068\u2069])${INVISIBLE.source}`, "gu");

export function oneLine(text: string, longest = 300, invisible = INVISIBLE): string {
  // Cut before the costly steps, with room for what they remove; a name is never that long.
  const start = text.slice(0, longest * 4).normalize("NFC");
  const plain = start.replace(/\s+/gu, " ").replace(invisible, "").trim();
  const characters = [...plain];
  return characters.length > longest
    ? characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd() + ELLIPSIS
    : plain;
}
