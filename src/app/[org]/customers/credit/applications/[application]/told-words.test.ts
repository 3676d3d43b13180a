// Nobody is said to be told by mail where none goes out.
import { expect, test } from "vitest";
import { approvedWords, declinedWords } from "./told-words.ts";

test("what is so is said", () => {
  expect(approvedWords("Acme", false, true)).toContain("told so by e-mail");
  expect(approvedWords("Acme", true, true)).toContain("told once it is approved");
  expect(declinedWords("Acme", false, true)).toContain("told by e-mail");
  expect(declinedWords("Acme", true, false)).toBe("Declined, without a mail.");
  for (const words of [
    approvedWords("Acme", false, false),
    approvedWords("Acme", true, false),
    declinedWords("Acme", false, false),
  ])
    expect(words).toMatch(/^(?!.*(told|e-mail)).*tell them yourself\.$/);
});
