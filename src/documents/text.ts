// Text made fit for the paper: cut to lines that fit their place, and with a visible mark where no face has a sign for a
// letter. Lines are broken here and not by the renderer, so that heights are known before drawing.
import { isolated } from "./bidi.ts";
import { hasGlyph, type Weight } from "./fonts.ts";
import { INVISIBLE_IN_OURS, oneLine } from "./plain.ts";
import type { Typesetter } from "./typesetter.ts";

const UNKNOWN = "\uFFFD";
const ELLIPSIS = "…";
const LONGEST = 300;

/** One line of printable text. Letters that no face has lose their accents first, then become a visible mark. */
export function printable(text: string, type: Typesetter): string {
  let shown = "";
  for (const character of oneLine(text, LONGEST, INVISIBLE_IN_OURS))
    shown += type.has(character) && !isDress(character) ? character : nearest(character);
  return shown;
}

/** What colours or frames an emoji (the shade of a skin, a keycap), which a line in black on white doesn't show. */
const isDress = (character: string) => /\p{Emoji_Modifier}|\p{Me}|\p{Variation_Selector}/u.test(character);

/** An accent alone may be left out; a vowel sign of Thai, say, is a letter and may not. */
const ACCENT = /[\p{Script=Inherited}&&\p{M}]|\p{Emoji_Modifier}|\p{Me}|\p{Variation_Selector}/gv;

function nearest(character: string): string {
  const bare = character.normalize("NFKD").replace(ACCENT, "");
  if (bare === "") return character.replace(ACCENT, "") === "" ? "" : UNKNOWN;
  return [...bare].every(hasGlyph) ? bare : UNKNOWN;
}

/** Several texts in one line, as "Payment · Check 4471": none turns another's reading direction. */
export function joined(texts: readonly (string | null)[], type: Typesetter): string {
  return texts
    .map((text) => printable(text ?? "", type))
    .filter((text) => text !== "")
    .map(isolated)
    .join(" · ");
}

export type TextBox = { width: number; points: number; weight?: Weight; lines?: number };

/** `text` as at most `place.lines` lines that fit; words break only when one alone is too wide. */
export function fitted(text: string, place: TextBox, type: Typesetter): string[] {
  const limit = place.lines ?? 1;
  const fits = (line: string) => type.width(line, place.points, place.weight) <= place.width;
  const lines: string[] = [];
  let rest = printable(text, type);
  while (rest !== "" && lines.length < limit) {
    const line = lines.length === limit - 1 ? shortened(rest, fits) : firstLine(rest, fits);
    lines.push(line.trimEnd());
    rest = lines.length === limit ? "" : rest.slice(line.length).trimStart();
  }
  return lines;
}

/** A text of any length in its paragraphs, each on as many lines as it needs. */
export function wrapped(text: string, place: TextBox, type: Typesetter): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((paragraph) => pieces(paragraph.trim()))
    .flatMap((piece) => fitted(piece, { ...place, lines: LONGEST }, type));
}

/** No longer than one line of text may be, cut between words where there is one. */
function pieces(paragraph: string): string[] {
  if (paragraph.length <= LONGEST) return paragraph === "" ? [] : [paragraph];
  const cut = paragraph.lastIndexOf(" ", LONGEST);
  const at = cut > 0 ? cut : LONGEST;
  return [paragraph.slice(0, at), ...pieces(paragraph.slice(at).trimStart())];
}

/** `lines` as at most `limit` lines: what doesn't fit is run together on the last one. */
export function atMost(lines: readonly string[], limit: number): string[] {
  if (lines.length <= limit) return [...lines];
  return [...lines.slice(0, limit - 1), lines.slice(limit - 1).join(", ")];
}

/** Scripts that put no spaces between words; Thai has words all the same, and they stay whole. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const words = new Intl.Segmenter("th", { granularity: "word" });
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

function firstLine(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  const widest = widestStart(text, fits);
  const space = Math.max(text.lastIndexOf(" ", widest.length), lastWordEnd(text, widest.length));
  return space > 0 ? text.slice(0, space) : widest;
}

/** Where the last word ends that a break may follow without a space; 0 when there is none. */
function lastWordEnd(text: string, most: number): number {
  if (!UNSPACED.test(text)) return 0;
  let end = 0;
  for (const { segment, index } of words.segment(text)) {
    if (index + segment.length > most) break;
    const stop = index + segment.length;
    // The dictionary of Thai words knows nothing of marks.
    if (UNSPACED.test(segment) && isBetweenLetters(text, stop)) end = stop;
  }
  return end;
}

const isBetweenLetters = (text: string, at: number) =>
  at === text.length || letters.segment(text).containing(at)?.index === at;

function shortened(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  return widestStart(text, (start) => fits(start.trimEnd() + ELLIPSIS)).trimEnd() + ELLIPSIS;
}

/** The longest start of `text` that fits, at least one letter, never a letter without its marks. */
function widestStart(text: string, fits: (line: string) => boolean): string {
  const characters = [...letters.segment(text)].map(({ segment }) => segment);
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(""))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join("");
}
