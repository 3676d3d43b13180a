// What a person reads when a command fails, and the key that keeps a double click one command.
import { describe, expect, test } from "vitest";
import { commandKey, faultOf } from "./use-command.ts";

describe("what a failed command says", () => {
  test("a refusal: its words, its code and its details", () => {
    const data = { refusal: { code: "account-unsettled", details: { openCents: 100 } } };
    expect(faultOf({ message: "There is money.", data })).toEqual({
      message: "There is money.",
      code: "account-unsettled",
      details: { openCents: 100 },
      fields: {},
      above: "There is money.",
    });
  });

  test("a refusal of the day or the amount: beside what the form calls so, above where it has none", () => {
    const error = { message: "Closed.", data: { fields: { day: ["Closed."] } } };
    expect(faultOf(error, { day: "mergedOn" })).toMatchObject({
      fields: { mergedOn: "Closed." },
      above: null,
    });
    expect(faultOf(error, { amount: "amountCents" })).toMatchObject({ fields: {}, above: "Closed." });
  });

  test("malformed input: the first message of each field", () => {
    const fault = faultOf({
      message: "Check the fields.",
      data: { fields: { email: ["Too short", "No @"], note: [] } },
    });
    expect(fault).toMatchObject({ fields: { email: "Too short" }, above: null });
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
