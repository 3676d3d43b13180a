// Sets the texts of one paper: which face has a letter, how wide a text is, in what order its parts stand. Made for the
// paper from all that it says, so that nothing is loaded that it doesn't need, and nothing depends on other papers. A
// paper in Latin, Greek and Cyrillic needs no other face than ours, and is measured by adding up advances.
import { present } from "@/domain/assert.ts";
import { inVisualOrder, isIsolate, levelsOf, mirrored } from "./bidi.ts";
import { fontFor, hasGlyph, loadFonts, widthOf, type Weight } from "./fonts.ts";
import { scriptFace } from "./script-faces.ts";
import { hanOf, slicesFor, type Han } from "./script-fonts.ts";
import type { ScriptFace } from "./script-layout.ts";

/** A part of a line in one face; what is shaped is given in reading order, and its face turns it. */
export type Run = { text: string; face: unknown; shaped: boolean; width: number };

type Pair = { regular: ScriptFace; bold: ScriptFace };
type Part = { text: string; level: number; pair: Pair | null };

export class Typesetter {
  /** The faces of the letters that our own lacks. */
  private readonly pairs: ReadonlyMap<string, Pair>;
  private readonly widths = new Map<string, number>();

  constructor(pairs: ReadonlyMap<string, Pair> = new Map()) {
    this.pairs = pairs;
  }

  has(character: string): boolean {
    return hasGlyph(character) || this.pairs.has(character) || isUnseen(character);
  }

  /** Whether our own face sets it, from left to right. */
  isPlain(text: string): boolean {
    return this.pairs.size === 0 || [...text].every((each) => !this.pairs.has(each) && !isUnseen(each));
  }

  width(text: string, points: number, weight: Weight = 400): number {
    if (this.isPlain(text)) return widthOf(text, points, weight);
    return this.runs(text, weight).reduce((sum, run) => sum + run.width, 0) * points;
  }

  /** From left to right as they stand, for a type of one point. Readers of a file put them into reading order again. */
  runs(text: string, weight: Weight): Run[] {
    return inVisualOrder(this.partsOf(text)).map(({ text, level, pair }) => {
      if (pair) {
        const face = weight === 400 ? pair.regular : pair.bold;
        return { text, face, shaped: true, width: this.shapedWidth(text, face) };
      }
      const shown = level % 2 === 0 ? text : mirrored(text);
      return { text: shown, face: fontFor(weight), shaped: false, width: widthOf(shown, 1, weight) };
    });
  }

  private shapedWidth(text: string, face: ScriptFace): number {
    const key = `${face.postscriptName} ${text}`;
    const width = this.widths.get(key) ?? face.layout(text).advanceWidth / face.unitsPerEm;
    this.widths.set(key, width);
    return width;
  }

  /** In reading order: as long as neither the face nor the direction changes. */
  private partsOf(text: string): Part[] {
    const levels = levelsOf(text);
    const parts: Part[] = [];
    let at = 0;
    for (const character of text) {
      const level = levels[at] ?? 0;
      at += character.length;
      const last = parts.at(-1);
      const pair = this.pairOf(character, last?.pair ?? null);
      if (isUnseen(character) && !(pair && pair === last?.pair)) continue;
      if (last && last.level === level && last.pair === pair) last.text += character;
      else parts.push({ text: character, level, pair });
    }
    return parts;
  }

  /** A joiner, or a mark that its letter's face has too, stays with what stands before it. */
  private pairOf(character: string, before: Pair | null): Pair | null {
    const clings = before && /\p{M}|\p{Cf}/u.test(character);
    if (clings && before.regular.hasGlyphForCodePoint(codePointOf(character))) return before;
    return this.pairs.get(character) ?? null;
  }
}

/** For papers, and lines, that need no other face than ours. */
export const ourOwn = new Typesetter();

/** Letters that may be lacking: quick to look for in a long paper, which mostly holds none. */
const BEYOND =
  /[^\u0020-\u017F\u0386-\u03CE\u0400-\u04F9\u1EA0-\u1EF9\u2000-\u2026\u20AC\u2116\u2122\u2212\uFFFD]/u;

/** For all that `value` says, however deep. */
export async function typesetterFor(value: unknown, locale: string): Promise<Typesetter> {
  await loadFonts();
  const text = JSON.stringify(value);
  const lacking = BEYOND.test(text) ? [...new Set(text)].filter((each) => !hasGlyph(each)) : [];
  if (lacking.length === 0) return ourOwn;
  const han = hanOf(locale, text);
  const found = await Promise.all(lacking.map(async (each) => [each, await pairFor(each, han)] as const));
  return new Typesetter(new Map(found.flatMap(([each, pair]) => (pair ? [[each, pair]] : []))));
}

async function pairFor(character: string, han: Han): Promise<Pair | null> {
  for (const slice of slicesFor(character, han)) {
    const [regular, bold] = await Promise.all([scriptFace(slice, 400), scriptFace(slice, 600)]);
    if (regular.hasGlyphForCodePoint(codePointOf(character))) return pairOnce(regular, bold);
  }
  return null;
}

/** One object for each face, so that letters of one face can be told to belong together. */
const pairs = new WeakMap<ScriptFace, Pair>();

function pairOnce(regular: ScriptFace, bold: ScriptFace): Pair {
  const pair = pairs.get(regular) ?? { regular, bold };
  pairs.set(regular, pair);
  return pair;
}

/** Steers what stands around it, and isn't drawn. */
const isUnseen = (character: string) => isIsolate(character) || /[\u200C\u200D]/u.test(character);

const codePointOf = (character: string) => present(character.codePointAt(0), "a character has a code point");
