// Which font has a letter that our own face lacks. Noto Sans comes in slices, as browsers load it: a slice holds some
// letters of a script, and its package says which, so that only what a paper needs is ever read.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installed } from "./installed.ts";

/** How Chinese characters are drawn: simplified or traditional Chinese, Japanese, Korean. */
export type Han = "sc" | "tc" | "jp" | "kr";

/** A slice of a font: where one letter, and some others, are to be found. */
export type Slice = { family: string; name: string };

const EMOJI = "noto-emoji";
const sansOf = (script: string) => `noto-sans-${script}`;

const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script_Extensions=Arabic}/u, sansOf("arabic")],
  [/\p{Script_Extensions=Hebrew}/u, sansOf("hebrew")],
  [/\p{Script_Extensions=Thai}/u, sansOf("thai")],
  [/\p{Script_Extensions=Devanagari}/u, sansOf("devanagari")],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, sansOf("jp")],
  [/\p{Script=Hangul}/u, sansOf("kr")],
  [/\p{Script=Bopomofo}/u, sansOf("tc")],
  [/\p{Extended_Pictographic}|\p{Regional_Indicator}/u, EMOJI],
];

/** The first of them that has the letter draws it; signs of no script may be in any of the last ones. */
function familiesFor(character: string, han: Han): string[] {
  const own = SCRIPTS.filter(([script]) => script.test(character)).map(([, family]) => family);
  return [...new Set([...own, sansOf(han), ...["sc", "jp", "tc", "kr"].map(sansOf), EMOJI])];
}

/** Where a letter is to be found, best first; a package names letters that its font turns out to lack. */
export function slicesFor(character: string, han: Han): Slice[] {
  const codePoint = character.codePointAt(0) ?? 0;
  return familiesFor(character, han).flatMap((family) => {
    const slice = slicesOf(family).find(({ ranges }) =>
      ranges.some(([from, to]) => from <= codePoint && codePoint <= to),
    );
    return slice ? [{ family, name: slice.name }] : [];
  });
}

/** The language of a paper's Chinese characters: what its business writes, else what its letters give away. */
export function hanOf(locale: string, text: string): Han {
  const { language, region, script } = new Intl.Locale(locale).maximize();
  if (language === "ja") return "jp";
  if (language === "ko") return "kr";
  if (language === "zh") return script === "Hant" || region === "TW" ? "tc" : "sc";
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return "jp";
  if (/\p{Script=Hangul}/u.test(text)) return "kr";
  return /\p{Script=Bopomofo}/u.test(text) ? "tc" : "sc";
}

export function sliceFile({ family, name }: Slice): string {
  return installed(join(packageOf(family), "files", `${family}-${name}-wght-normal.woff2`));
}

const packageOf = (family: string) => `@fontsource-variable/${family}`;

type Ranges = readonly (readonly [number, number])[];
const known = new Map<string, readonly { name: string; ranges: Ranges }[]>();

function slicesOf(family: string) {
  const cached = known.get(family);
  if (cached) return cached;
  const said: unknown = JSON.parse(readFileSync(installed(join(packageOf(family), "unicode.json")), "utf8"));
  const slices = Object.entries(said as Record<string, string>).map(([name, ranges]) => ({
    // Numbered slices are called "[119]" here, and "119" in their file's name.
    name: name.replace(/[[\]]/g, ""),
    ranges: ranges.split(",").map(rangeOf),
  }));
  known.set(family, slices);
  return slices;
}

/** "U+4e2d" or "U+4e00-4e2d". */
function rangeOf(text: string): readonly [number, number] {
  const [from = "", to = from] = text.replace("U+", "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
