// Percent in the notation of a business: its decimal sign, its blank, no digit lost.
import { expect, test } from "vitest";
import { formatPercent } from "./percent-words.ts";

test.each([
  ["6", "en-US", "6%"],
  ["6.250", "en-US", "6.25%"],
  ["6.25", "de-DE", "6,25\u00a0%"],
  ["6.25", "fr-FR", "6,25\u00a0%"],
  ["7.5", "es-MX", "7.5%"],
  ["6.25", "de-CH", "6.25%"],
  ["6", "ar-EG", "6\u200e%\u200e"],
  // No float: each digit is as it was kept.
  ["100.125", "en-GB", "100.125%"],
  ["1234.5", "en-US", "1,234.5%"],
  ["0", "en-US", "0%"],
])("%s in %s is written %j", (percent, locale, written) => {
  expect(formatPercent(percent, locale)).toBe(written);
});

test("more and less than before have their sign", () => {
  const signed = [12, -3, 0].map((percent) => formatPercent(percent, "en-US", { isSigned: true }));
  expect(signed).toEqual(["+12%", "-3%", "0%"]);
});
