// A sign-in page that sends people on must not send them away.
import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each(["/hillside", "/hillside/customers?search=a%20b#top"])("%s is a way back", (path) => {
  expect(returnPath(path)).toBe(path);
});

test.each([
  "",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/a\n//b",
  "/\t/evil",
])("%j is not", (path) => {
  expect(returnPath(path)).toBe("/");
});

test("nothing asked for is the start", () => {
  expect(returnPath(undefined)).toBe("/");
});
