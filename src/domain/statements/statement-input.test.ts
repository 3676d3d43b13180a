// Where no statement is mailed.
import { expect, test } from "vitest";
import { MailAddress } from "./statement-input.ts";

test.each([
  "v@x.example\r\nBcc: evil@e.example",
  "a@x.example,b@y.example",
  "a@x.example;b@y.example",
  "a@x.example b@y.example",
  '"e@attacker.example"@victim.example',
  "Name <a@x.example>",
  `${"x".repeat(250)}@x.example`,
  "nobody",
  "",
])("to %j is refused", (recipient) => {
  expect(MailAddress.safeParse(recipient).success).toBe(false);
});

test("one address is one address", () => {
  expect(MailAddress.parse("ap@greenleaf.example")).toBe("ap@greenleaf.example");
});
