// Countries as people write them.
import { expect, test } from "vitest";
import { COUNTRIES, countryName, countryOf, isCountry } from "./country.ts";

test.each([
  ["us", "US"],
  ["U.S.A.", "US"],
  ["United States", "US"],
  ["Deutschland", "DE"],
  [" Österreich ", "AT"],
  ["Osterreich", "AT"],
  ["États-Unis", "US"],
  ["España", "ES"],
  ["México", "MX"],
  ["England", "GB"],
  ["Nowhere", null],
  ["EU", null],
  ["", null],
])("%s", (written, code) => {
  expect(countryOf(written)).toBe(code);
});

test("each country has a name that finds it", () => {
  expect(COUNTRIES.length).toBeGreaterThan(240);
  for (const code of COUNTRIES) expect(countryOf(countryName(code))).toBe(code);
  expect(COUNTRIES.every(isCountry)).toBe(true);
});
