// A font's glyphs, kept so that no paper knows what was printed before it. fontkit keeps one glyph per id, with the code
// points of whoever asked first; an accented letter asks for the bare one with none, and that one is then without a
// letter in every later file of the process (fontkit issue 154). So a glyph is kept by its id and its code points.
import { assert } from "@/domain/assert.ts";

type Glyph = { advanceWidth: number };

/** What we need to know of a fontkit font, which has no types of its own. */
export type GlyphStore = {
  _glyphs: Record<number, Glyph>;
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
};

/** Combined letters can be typed without end; what is forgotten is made anew, and is the same. */
const MOST_KEPT = 30_000;

/** One more than the last code point: stands for "none". */
const NONE = 0x110000;

export function keepGlyphsByLetters(font: GlyphStore): void {
  assert(typeof font._glyphs === "object", "fontkit keeps its glyphs where we take them out");
  const make = font.getGlyph.bind(font);
  const kept = new Map<number | string, Glyph>();
  font.getGlyph = (id, codePoints = []) => {
    const key = keyOf(id, codePoints);
    const before = kept.get(key);
    if (before) return before;
    delete font._glyphs[id];
    const glyph = make(id, codePoints);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, glyph);
    return glyph;
  };
}

/** A number for what nearly every glyph stands for: one code point, or none. */
function keyOf(id: number, codePoints: readonly number[]): number | string {
  const [only = NONE, next] = codePoints;
  return next === undefined ? id * (NONE + 1) + only : `${id}:${codePoints.join()}`;
}
