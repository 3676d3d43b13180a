// The paper's own typeface, read once from node_modules and kept in memory: no network, no system fonts. What it lacks is
// set by our own code in other faces (typesetter.ts), never by a fallback font, which would cost ten times the time.
import { readFileSync } from "node:fs";
import { Font } from "@react-pdf/renderer";
import { present } from "@/domain/assert.ts";
import { installed } from "./installed.ts";
import { keepGlyphsByLetters, type GlyphStore } from "./glyphs.ts";
import { SHAPING_TABLES, withoutTables } from "./sfnt.ts";

export const FAMILY = "IBM Plex Sans";

export type Weight = 400 | 500 | 600;

const FILES: Record<Weight, string> = {
  400: "400Regular/IBMPlexSans_400Regular.ttf",
  500: "500Medium/IBMPlexSans_500Medium.ttf",
  600: "600SemiBold/IBMPlexSans_600SemiBold.ttf",
};
const WEIGHTS: readonly Weight[] = [400, 500, 600];

/** The little of a font that laying out our own lines needs. */
type Face = GlyphStore & {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { advanceWidth: number };
};

let loaded: Promise<void> | undefined;

/** Every renderer waits for this first; the work is done once per process. */
export function loadFonts(): Promise<void> {
  loaded ??= register();
  return loaded;
}

async function register() {
  for (const fontWeight of WEIGHTS) {
    const file = withoutTables(
      readFileSync(installed(`@expo-google-fonts/ibm-plex-sans/${FILES[fontWeight]}`)),
      SHAPING_TABLES,
    );
    Font.register({
      family: FAMILY,
      fontWeight,
      src: `data:font/ttf;base64,${file.toString("base64")}`,
    });
  }
  // A number or a name is never hyphenated.
  Font.registerHyphenationCallback((word) => [word]);
  await Promise.all(WEIGHTS.map((fontWeight) => Font.load({ fontFamily: FAMILY, fontWeight })));
  for (const weight of WEIGHTS) keepGlyphsByLetters(fontFor(weight));
}

/** The width of `text` in points, as the renderer will set it: the sum of advances, since shaping is dropped. */
export function widthOf(text: string, points: number, weight: Weight = 400): number {
  let units = 0;
  for (const character of text) units += advanceOf(character, weight);
  return units * points;
}

export function hasGlyph(character: string): boolean {
  return fontFor(400).hasGlyphForCodePoint(present(character.codePointAt(0), "a character has a code point"));
}

const advances: Record<Weight, Map<string, number>> = { 400: new Map(), 500: new Map(), 600: new Map() };

function advanceOf(character: string, weight: Weight): number {
  const cached = advances[weight].get(character);
  if (cached !== undefined) return cached;
  const face = fontFor(weight);
  const codePoint = present(character.codePointAt(0), "a character has a code point");
  const advance = face.glyphForCodePoint(codePoint).advanceWidth / face.unitsPerEm;
  advances[weight].set(character, advance);
  return advance;
}

/** The loaded font itself, for measuring and for painting; only the renderer knows what else it holds. */
export function fontFor(weight: Weight): Face {
  // The renderer's own type of a font leans on fontkit's, which has none.
  const data = Font.getFont({ fontFamily: FAMILY, fontWeight: weight }).data as unknown as Face | null;
  return present(data, "loadFonts() was awaited before text is set");
}
