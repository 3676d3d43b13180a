// What a business may set for its papers, and how each is read from what people type.
import { expect, test } from "vitest";
import { BrandingChange } from "./branding-input.ts";

const MESSAGES = { current: "", d1_30: "", d31_60: "", d61_90: "", d91: "" };
const PLAIN = { version: 0, logo: null, accent: "", remitTo: [], iban: "", terms: "", ...MESSAGES };

test("nothing at all is a setting, too", () => {
  expect(BrandingChange.parse(PLAIN)).toEqual({ ...PLAIN, accent: null, iban: null });
});

test("each is kept as it is meant", () => {
  const typed = { ...PLAIN, accent: "1F5F4A", iban: "de89 3704 0044 0532 0130 00", d91: " Call\n us " };
  expect(BrandingChange.parse(typed)).toMatchObject({
    accent: "#1f5f4a",
    iban: "DE89370400440532013000",
    d91: "Call us",
  });
});

test.each([
  ["a colour that is a word", { accent: "green" }, "accent", "like #1f5f4a"],
  ["a colour that is too pale", { accent: "#ffd400" }, "accent", "1.4 : 1, and 4.5 : 1 is needed. #"],
  ["an account number with a wrong digit", { iban: "DE88370400440532013000" }, "iban", "isn’t an IBAN"],
  ["seven lines of an address", { remitTo: Array(7).fill("x") }, "remitTo", "Six lines"],
  ["terms of 601 letters", { terms: "x".repeat(601) }, "terms", "600"],
  ["a message of 301 letters", { d31_60: "x".repeat(301) }, "d31_60", "300"],
  ["a picture that is none", { logo: "../secret" }, "logo", ""],
])("%s is refused by its field", (_what, given, field, words) => {
  const { error } = BrandingChange.safeParse({ ...PLAIN, ...given });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  expect(error?.issues[0]?.message).toContain(words);
});
