// Each way of writing that a business can choose: days and amounts as the country writes them, and what is shown is read.
import { describe, expect, test } from "vitest";
import { day } from "../values/day.ts";
import { formatDay } from "../values/day-words.ts";
import { cents, formatAmount, parseAmount } from "../values/money.ts";
import { isZone, LOCALES } from "./region.ts";
import { RegionSettings } from "./settings.ts";

const SHOWN: Record<keyof typeof LOCALES, [amount: RegExp, day: RegExp]> = {
  "en-US": [/1,234,567\.50/, /^Nov 5, 2026$/],
  "en-GB": [/1,234,567\.50/, /^5 Nov 2026$/],
  "en-IN": [/12,34,567\.50/, /^5 Nov 2026$/],
  "de-DE": [/1\.234\.567,50/, /^5\. Nov\. 2026$/],
  "fr-FR": [/1\s234\s567,50/, /^5 nov\. 2026$/],
  "es-MX": [/1,234,567\.50/, /^5 nov 2026$/],
};

describe.each(Object.keys(SHOWN) as (keyof typeof LOCALES)[])("%s", (locale) => {
  test("shows an amount and a day as its country does, and reads the amount again", () => {
    const [amount, shownDay] = SHOWN[locale];
    const shown = formatAmount(cents(123_456_750), "EUR", locale);
    expect(shown).toMatch(amount);
    const bare = amount.exec(shown)?.[0] ?? "";
    expect(parseAmount(bare, "EUR", locale)).toBe(123_456_750);
    expect(formatDay(day("2026-11-05"), locale)).toMatch(shownDay);
  });
});

const REGION = {
  version: 1,
  locale: "de-DE",
  country: "DE",
  zone: "Europe/Berlin",
  paper: "A4",
  language: "de",
};

test.each<[string, object]>([
  ["locale", { locale: "xx-XX" }],
  ["country", { country: "Germany" }],
  ["country", { country: "ZZ" }],
  ["zone", { zone: "Middle/Earth" }],
  ["zone", { zone: "" }],
  ["paper", { paper: "A3" }],
  ["language", { language: "it" }],
  ["language", { language: undefined }],
])("%s can't be %j", (field, change) => {
  expect(RegionSettings.safeParse(REGION).success).toBe(true);
  const refused = RegionSettings.safeParse({ ...REGION, ...change });
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

test("a zone is one of the world's", () => {
  expect(["America/Denver", "UTC", "Middle/Earth", ""].map(isZone)).toEqual([true, true, false, false]);
});
