// A name has something to see in it, whatever the script.
import { expect, test } from "vitest";
import { NewContact } from "../customers/contact-input.ts";
import { NewCustomer } from "../customers/customer-input.ts";
import { NewJob } from "../jobs/job-input.ts";
import { NewProduct } from "../products/product.ts";
import { isVisible } from "./visible-text.ts";
import { writtenText } from "./written-text.ts";

test.each(["", " ", "\u200B\u200D", "\u202E\u2066", "\uFEFF", "\u3164", "\u2800\u00A0", "\u0301", "\u00AD"])(
  "%j is nothing to see",
  (text) => {
    expect(isVisible(text)).toBe(false);
  },
);

test.each(["A", "7", "–", "李", "ญ", "अ", "ع", "😀", "e\u0301", "\u200FA"])("%j is", (text) => {
  expect(isVisible(text)).toBe(true);
});

test("a customer is named for people", () => {
  const refused = NewCustomer.safeParse({ name: "\u200B\u3164" });
  expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["name", "Enter a name, a company or a person."],
  ]);
});

test.each([
  ["a product", NewProduct, "Enter a name."],
  ["a job", NewJob, "Enter a name."],
  ["a contact", NewContact, "Enter a name."],
] as const)("so is %s", (_what, input, said) => {
  const named = (name: string) => {
    const read = input.safeParse({ name });
    return read.error?.issues.filter(({ path }) => path[0] === "name").map(({ message }) => message) ?? [];
  };
  for (const name of ["\u200B\u3164", "\u2800", "\u202E\u2066"]) expect(named(name)).toEqual([said]);
  expect(named("Oak \u200B")).toEqual([]);
});

test.each(["A\0B", "\0", "half \uD83D of a pair"])(
  "%j is no text that the books can keep, and says so",
  (text) => {
    const refused = writtenText("Enter your name.").safeParse(text);
    expect(refused.error?.issues.map(({ message }) => message)).toEqual([
      "Take out the characters that no text has.",
    ]);
  },
);
