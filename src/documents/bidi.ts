// The order in which the parts of a line stand on paper, by Unicode's bidirectional algorithm: Arabic and Hebrew run from
// right to left, numbers and Latin words within them from left to right.
import bidiFactory from "bidi-js";

const bidi = bidiFactory();

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether a text in one direction runs from right to left: numbers of those scripts don't. */
export const runsLeft = (text: string): boolean =>
  [...text].some((character) => RIGHT_TO_LEFT.test(character) && /\p{L}/u.test(character));

/** What may run the other way inside a line of ours, without turning what stands beside it. */
const ISOLATE = { open: "\u2068", close: "\u2069" } as const;

/** A name, say, to stand inside a sentence. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${ISOLATE.open}${text}${ISOLATE.close}` : text;
}

export const isIsolate = (character: string): boolean =>
  character === ISOLATE.open || character === ISOLATE.close;

/** How deep each of the text's UTF-16 units is turned: even numbers run from left to right. */
export function levelsOf(text: string): Uint8Array {
  if (!RIGHT_TO_LEFT.test(text)) return new Uint8Array(text.length);
  return bidi.getEmbeddingLevels(text, "auto").levels;
}

/** Parts in reading order, put into the order in which they stand: the deepest turned are turned first. */
export function inVisualOrder<Part extends { level: number }>(parts: readonly Part[]): Part[] {
  const placed = [...parts];
  for (let level = Math.max(0, ...parts.map((part) => part.level)); level > 0; level--) {
    for (let from = 0; from < placed.length; from++) {
      let to = from;
      while ((placed[to]?.level ?? -1) >= level) to++;
      if (to > from) placed.splice(from, to - from, ...placed.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return placed;
}

/** Signs of our own face that run from right to left: the last comes first, and brackets turn round. */
export function mirrored(text: string): string {
  return [...text]
    .reverse()
    .map((character) => bidi.getMirroredCharacter(character) ?? character)
    .join("");
}
