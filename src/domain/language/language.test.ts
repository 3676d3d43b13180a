// Which of our languages a locale, or a browser, means.
import { expect, test } from "vitest";
import { languageAskedFor, languageOf, languageTag } from "./language.ts";

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
