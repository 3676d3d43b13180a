// Where a payment goes unless one says otherwise: as the last of its method did, as long as that account is in use.
import { expect, test } from "vitest";
import { usualAccount, type ToAccounts } from "./to-account.ts";

const TO: ToAccounts = {
  undeposited: "Undeposited funds",
  banks: [
    { code: "1000", name: "Bank" },
    { code: "1010", name: "Savings" },
  ],
  first: "1000",
  last: { check: "1010", card: "1099", "direct-deposit": null },
};

test.each([
  ["check", "1010"],
  // Put away since.
  ["card", null],
  ["cash", null],
  ["direct-deposit", null],
  ["record-only", "1000"],
] as const)("%s goes to %s", (method, to) => {
  expect(usualAccount(method, TO)).toBe(to);
});

test("what never lies in a drawer goes to the first bank account until one says otherwise", () => {
  expect(usualAccount("direct-deposit", { ...TO, last: {} })).toBe("1000");
  expect(usualAccount("check", { ...TO, last: {} })).toBeNull();
});
