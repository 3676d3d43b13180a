// Texts of a business's own: fields are filled in, what isn't one is told, and nothing of a value is taken for one.
import { expect, test } from "vitest";
import { MailTextChange } from "./mail-text-input.ts";
import { filledIn, mailTextFault, paragraphsOf } from "./mail-text.ts";

const VALUES = {
  customer: "Greenleaf {number}",
  business: "Hillside",
  "amount due": "$1.00",
  "due day": "Dec 2, 2026",
  number: "S-1",
  date: "Nov 30, 2026",
};

test("fields are filled in however they are spaced and written, each once", () => {
  expect(filledIn("Dear {customer}, {Amount  Due} by { due day }: $& $1", VALUES)).toBe(
    "Dear Greenleaf {number}, $1.00 by Dec 2, 2026: $& $1",
  );
});

test.each([
  ["Hello {name}", "There is no field {name}."],
  ["Hello {}", "There is no field {}."],
  ["Hello {constructor}", "There is no field {constructor}."],
  ["Hello {customer", "A brace is open"],
  ["Hello customer}", "A brace is open"],
  ["{{customer}}", "A brace is open"],
])("%j: %s", (text, says) => {
  expect(mailTextFault(text)).toContain(says);
});

test("what has known fields, or none, is sound", () => {
  for (const text of ["", "Thank you.", "{customer}{number}"]) expect(mailTextFault(text)).toBeNull();
});

test("a subject is one line, and each fault stands at its own field", () => {
  const given = { paper: "statement", language: "de", version: 0, subject: "", body: "" };
  const faults = (more: object) =>
    MailTextChange.safeParse({ ...given, ...more }).error?.issues.map(({ path }) => path.join("."));
  expect(faults({})).toBeUndefined();
  expect(faults({ body: "One\n\nTwo {number}" })).toBeUndefined();
  expect(faults({ subject: "A\nBcc: x@y.example" })).toEqual(["subject"]);
  expect(faults({ subject: "{nobody}", body: "{no}" })).toEqual(["subject", "body"]);
  expect(faults({ body: "\u0007" })).toEqual(["body"]);
  expect(faults({ subject: "x".repeat(151) })).toEqual(["subject"]);
});

test("a text is told in its lines", () => {
  expect(paragraphsOf("One\n\n Two \r\n")).toEqual(["One", "Two"]);
});
