// Text made fit for the paper: cut to lines that fit their place, and with a visible mark where the font has no sign
// for a letter. Lines are broken here and not by the renderer, so that heights are known before drawing.
import { hasGlyph, widthOf, type Weight } from "./fonts.ts";
import { oneLine } from "./plain.ts";

const UNKNOWN = "\uFFFD";
const ELLIPSIS = "…";

/** One line of printable text. Letters that the font lacks lose their accents first, then become a visible mark. */
export function printable(text: string): string {
  let shown = "";
  for (const character of oneLine(text)) shown += hasGlyph(character) ? character : nearest(character);
  return shown;
}

function nearest(character: string): string {
  const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
  if (bare === "") return "";
  return [...bare].every(hasGlyph) ? bare : UNKNOWN;
}

export type TextBox = { width: number; points: number; weight?: Weight; lines?: number };

/** `text` as at most `place.lines` lines that fit; words break only when one alone is too wide. */
export function fitted(text: string, place: TextBox): string[] {
  const limit = place.lines ?? 1;
  const fits = (line: string) => widthOf(line, place.points, place.weight) <= place.width;
  const lines: string[] = [];
  let rest = printable(text);
  while (rest !== "" && lines.length < limit) {
    const line = lines.length === limit - 1 ? shortened(rest, fits) : firstLine(rest, fits);
    lines.push(line.trimEnd());
    rest = lines.length === limit ? "" : rest.slice(line.length).trimStart();
  }
  return lines;
}

/** `lines` as at most `limit` lines: what doesn't fit is run together on the last one. */
export function atMost(lines: readonly string[], limit: number): string[] {
  if (lines.length <= limit) return [...lines];
  return [...lines.slice(0, limit - 1), lines.slice(limit - 1).join(", ")];
}

function firstLine(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  const widest = widestStart(text, fits);
  const space = text.lastIndexOf(" ", widest.length);
  return space > 0 ? text.slice(0, space) : widest;
}

function shortened(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  return widestStart(text, (start) => fits(start.trimEnd() + ELLIPSIS)).trimEnd() + ELLIPSIS;
}

/** The longest start of `text` that fits, at least one character, never half of one. */
function widestStart(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(""))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join("");
}
