// Countries by their code (ISO 3166-1 alpha-2) and by the names that people write.
const NO_COUNTRY = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);
const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && isToday(code) && english.of(code) !== undefined;

/** One that became another has the other's code. */
const isToday = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** In English; a code that nobody knows is its own name, and "" has none. */
export const countryName = (code: string): string =>
  code === "" ? "" : ((isCountry(code) ? english.of(code) : null) ?? code);

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
export const COUNTRIES: readonly string[] = LETTERS.flatMap((one) =>
  LETTERS.map((two) => `${one}${two}`),
).filter(isCountry);

/** Of names in these languages, as files come in them. */
const LANGUAGES = ["en", "de", "fr", "es"];
const ALSO: Record<string, string> = {
  USA: "US",
  "UNITED STATES OF AMERICA": "US",
  UK: "GB",
  "GREAT BRITAIN": "GB",
  ENGLAND: "GB",
  SCOTLAND: "GB",
  WALES: "GB",
};

/** By its code, or its name in English, German, French or Spanish; null for what is neither. */
export function countryOf(written: string): string | null {
  const text = plain(written);
  if (isCountry(text)) return text;
  byName ??= namesOfCountries();
  return byName.get(text) ?? null;
}

let byName: Map<string, string> | null = null;

function namesOfCountries(): Map<string, string> {
  const all = LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    return COUNTRIES.map((code): [string, string] => [plain(names.of(code) ?? code), code]);
  });
  return new Map([...all, ...Object.entries(ALSO)]);
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}|\./gu, "")
    .trim()
    .replace(/\s+/gu, " ")
    .toUpperCase();
