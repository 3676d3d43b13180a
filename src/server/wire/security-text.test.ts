// security.txt has the fields that RFC 9116 asks for, and isn't there without somebody to tell.
import { beforeEach, expect, test, vi } from "vitest";
import { now } from "../clock.ts";
import { securityText } from "./security-text.ts";

const { settings } = vi.hoisted(() => ({
  settings: { APP_URL: "https://books.example", SECURITY_CONTACT: undefined as string | undefined },
}));
vi.mock("@/env.ts", () => ({ env: () => settings }));
beforeEach(() => {
  settings.SECURITY_CONTACT = undefined;
});

test("without somebody to tell there is none", () => {
  expect(securityText()).toBeNull();
});

test.each([
  ["security@books.example", "mailto:security@books.example"],
  ["https://books.example/tell", "https://books.example/tell"],
])("told at %s", (given, contact) => {
  settings.SECURITY_CONTACT = given;
  const fields = new Map(
    (securityText() ?? "")
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/, 2) as [string, string]),
  );
  expect(fields.get("Contact")).toBe(contact);
  expect(fields.get("Canonical")).toBe("https://books.example/.well-known/security.txt");
  const days = (Date.parse(fields.get("Expires") ?? "") - now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(100);
  expect(days).toBeLessThan(365);
});
