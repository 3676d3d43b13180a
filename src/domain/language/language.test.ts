// Which of our languages a locale, or a browser, means.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { formatDay } from "../values/day-words.ts";
import { dayLocale, languageAskedFor, languageOf, languageTag } from "./language.ts";

test("a locale has the language that it is written in, where there are words for it", () => {
  expect(["de-DE", "fr-FR", "es-MX", "de", "de-AT", "en-IN", "pl-PL"].map(languageOf)).toEqual([
    "de",
    "fr",
    "es",
    "de",
    "de",
    "en",
    "en",
  ]);
});

test("a text's tag names the country where the country speaks it", () => {
  expect(languageTag("de", "de-AT")).toBe("de-AT");
  expect(languageTag("de", "de-DE-u-nu-latn-ca-gregory")).toBe("de-DE");
  expect(languageTag("en", "de-DE")).toBe("en");
  expect(languageTag("fr", "fr")).toBe("fr");
});

test.each([
  ["de", "en-US", "12. Okt. 2026"],
  ["de", "de-DE", "12. Okt. 2026"],
  ["de", "de-AT", "12. Okt. 2026"],
  ["fr", "en-US", "12 oct. 2026"],
  ["es", "de-DE", "12 oct 2026"],
  ["en", "de-DE", "12 Oct 2026"],
  ["en", "en-US", "Oct 12, 2026"],
  ["en", "en-IN", "12 Oct 2026"],
  ["en", "pl-PL", "12 Oct 2026"],
] as const)("a document in %s of a business in %s writes %s", (language, locale, written) => {
  expect(formatDay(day("2026-10-12"), dayLocale(language, locale))).toBe(written);
});

test("the business's own form stays where it is of the language", () => {
  expect(dayLocale("de", "de-AT")).toBe("de-AT");
  expect(dayLocale("en", "en-US-u-nu-latn")).toBe("en-US-u-nu-latn");
});

test.each([
  ["de", "de"],
  ["de-CH,de;q=0.9,en;q=0.8", "de"],
  ["en-US,en;q=0.9,fr;q=0.8", "en"],
  ["pl,fr;q=0.5,es;q=0.7", "es"],
  ["de;q=0,fr", "fr"],
  ["FR-ca", "fr"],
  ["pl", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  [",;q=,=;;".repeat(1_000), "en"],
])("a browser that asks for %j is told in %s", (accepted, language) => {
  expect(languageAskedFor(accepted)).toBe(language);
});
