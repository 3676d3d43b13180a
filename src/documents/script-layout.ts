// A font of a script that is shaped: letters join, split into base and dots, or change places. One glyph then stands for
// several letters, while a PDF knows one text for each of its glyphs; so a glyph is numbered anew for each text it stands
// for, and is put into the file once for each. That is what lets such a paper be searched, copied and read aloud.
import { assert, present } from "@/domain/assert.ts";
import { runsLeft } from "./bidi.ts";
import { keepGlyphsByLetters, type GlyphStore } from "./glyphs.ts";

type Spelled = { id: number; advanceWidth: number; codePoints: readonly number[] };
type Laid = { glyphs: Spelled[]; advanceWidth: number };
type Subset = { glyphs: number[]; includeGlyph(id: number): number };

/** The part of a fontkit font that PDFKit and we use to set a line. */
export type ScriptFace = GlyphStore & {
  unitsPerEm: number;
  numGlyphs: number;
  postscriptName: string;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(
    text: string,
    features?: readonly string[],
    script?: string,
    language?: string,
    direction?: "ltr" | "rtl",
  ): Laid;
  createSubset(): Subset;
};

/** A zero-width space: of a glyph without a text, readers show its number in the file. */
const NO_LETTER = [0x200b];

/** `name` is the face's own: PDFKit takes two fonts of one name for one. */
export function spelledOut(font: ScriptFace, name: string): ScriptFace {
  keepGlyphsByLetters(font);
  Object.defineProperty(font, "postscriptName", { value: name });
  const spellings = new Spellings(font.numGlyphs);
  const layout = font.layout.bind(font);
  font.layout = (text, features = []) => {
    // Told, not guessed: Arabic digits are of the script, and run from left to right all the same.
    const direction = runsLeft(text) ? "rtl" : "ltr";
    const laid = layout(text, features, undefined, undefined, direction);
    const spelled = direction === "rtl" ? laid.glyphs : inReadingOrder(laid.glyphs, text);
    laid.glyphs = spelled.map(({ id, advanceWidth, codePoints }) => {
      const letters = codePoints.length > 0 ? codePoints : NO_LETTER;
      return { id: spellings.idOf(id, letters), advanceWidth, codePoints: letters };
    });
    return laid;
  };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => withSpellings(createSubset(), spellings);
  return font;
}

/**
 * A vowel sign may be drawn before the letter that it is read after. Then the first of the glyphs that changed places is
 * given the text of all of them. Readers of a file turn what runs from right to left by themselves.
 */
function inReadingOrder(glyphs: readonly Spelled[], text: string): Spelled[] {
  const letters = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const spelled: Spelled[] = [];
  let group: Spelled[] = [];
  let read = 0;
  for (const glyph of glyphs) {
    group.push(glyph);
    const drawn = group.flatMap((each) => each.codePoints);
    const said = letters.slice(read, read + drawn.length);
    if (sorted(drawn) !== sorted(said)) continue;
    const moved = drawn.join() !== said.join();
    const retold = group.map((each, at) => ({ ...plainly(each), codePoints: at === 0 ? said : [] }));
    spelled.push(...(moved ? retold : group));
    group = [];
    read += drawn.length;
  }
  return [...spelled, ...group];
}

/** A glyph's width is computed when it is asked for, and not copied with it. */
const plainly = ({ id, advanceWidth }: Spelled) => ({ id, advanceWidth });
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b).join();

/** Numbers beyond the font's own, one for each glyph and text. */
class Spellings {
  private readonly ids = new Map<string, number>();
  private readonly glyphs: number[] = [];
  private readonly first: number;

  constructor(numGlyphs: number) {
    this.first = numGlyphs;
  }

  idOf(glyph: number, codePoints: readonly number[]): number {
    const key = `${glyph}:${codePoints.join()}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.first + this.glyphs.push(glyph) - 1;
    this.ids.set(key, id);
    return id;
  }

  /** The font's own glyph; undefined for a number that is one. */
  glyphOf(id: number): number | undefined {
    return this.glyphs[id - this.first];
  }
}

function withSpellings(subset: Subset, spellings: Spellings): Subset {
  assert(Array.isArray(subset.glyphs), "fontkit lists a subset's glyphs in the order of their numbers");
  const include = subset.includeGlyph.bind(subset);
  const places = new Map<number, number>();
  subset.includeGlyph = (id) => {
    const glyph = spellings.glyphOf(id);
    if (glyph === undefined) return include(id);
    if (!places.has(id)) places.set(id, subset.glyphs.push(glyph) - 1);
    return present(places.get(id), "it was put there");
  };
  return subset;
}
