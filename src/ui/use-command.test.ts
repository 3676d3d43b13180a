// What a person reads when a command fails, and the key that keeps a double click one command.
import { describe, expect, test } from "vitest";
import { commandKey, faultOf } from "./use-command.ts";

describe("what a failed command says", () => {
  test("a refusal: its words, its code and its details", () => {
    const data = { refusal: { code: "more-than-credit", details: { openCents: 100 } } };
    expect(faultOf({ message: "That is more than the open credit.", data })).toEqual({
      message: "That is more than the open credit.",
      code: "more-than-credit",
      details: { openCents: 100 },
      fields: {},
    });
  });

  test("malformed input: the first message of each field", () => {
    const fault = faultOf({
      message: "Check the fields.",
      data: { fields: { email: ["Too short", "No @"], note: [] } },
    });
    expect(fault.fields).toEqual({ email: "Too short" });
    expect(fault.code).toBeNull();
  });

  test("no answer at all: says so, and doesn't claim that nothing happened", () => {
    expect(faultOf(new TypeError("fetch failed")).message).toContain("can't be reached");
    expect(faultOf(undefined).fields).toEqual({});
  });
});

test("a command key is 128 random bits, and never the same", () => {
  const keys = new Set(Array.from({ length: 100 }, commandKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
