// Who signs up has a name that can be seen, and so has the business.
import { expect, test } from "vitest";
import { PersonName } from "./own-name.ts";
import { NewBusiness } from "./sign-up.ts";

const { businessName } = NewBusiness.shape;

test.each(["\u200B\u3164", "\u2800\u00A0", "\u202E\u2066", "\u00AD"])(
  "%j names nobody and nothing",
  (name) => {
    const said = (read: { error?: { issues: { message: string }[] } | undefined }) =>
      read.error?.issues[0]?.message;
    expect(said(PersonName.safeParse(name))).toBe("Enter your name.");
    expect(said(businessName.safeParse(name))).toBe("Enter the name of your business.");
  },
);

test("what can be seen among it does", () => {
  expect(PersonName.parse("\u200FAnn")).toContain("Ann");
  expect(businessName.parse("Oak \u200B& Sons")).toContain("Oak");
});
