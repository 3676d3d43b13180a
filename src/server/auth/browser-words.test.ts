// What common browsers say of themselves, and what a list of sessions makes of it.
import { expect, test } from "vitest";
import { agoInWords, browserInWords } from "./browser-words.ts";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`, "Chrome on Windows"],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0`,
    "Edge on Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  [`Mozilla/5.0 (Linux; Android 14) ${WEBKIT} Chrome/131.0.0.0 Mobile Safari/537.36`, "Chrome on Android"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15",
    "Safari on a Mac",
  ],
  ["SomeReader (Windows)", "A browser on Windows"],
  ["curl/8.5", "A browser that we don’t know"],
  [null, "A browser that we don’t know"],
])("%s", (userAgent, words) => {
  expect(browserInWords(userAgent)).toBe(words);
});

test.each([
  [0, "just now"],
  [59, "just now"],
  [60, "1 minute ago"],
  [3599, "59 minutes ago"],
  [3600, "1 hour ago"],
  [43_000, "11 hours ago"],
  [86_400, "1 day ago"],
  [864_000, "10 days ago"],
])("%d seconds are %s", (seconds, words) => {
  expect(agoInWords(seconds)).toBe(words);
});
