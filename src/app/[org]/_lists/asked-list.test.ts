// A list's address may say anything; only what can be meant counts.
import { expect, test } from "vitest";
import { parseListParams, parseEnumParam } from "./asked-list.ts";

test("what can be meant", () => {
  const id = "0b0f6b3e-6c39-4f4b-9d2a-0a3f0a3f0a3f";
  expect(
    parseListParams({ search: " INV-1 ", customer: id, from: "2026-01-01", through: "2026-02-28" }),
  ).toEqual({
    search: "INV-1",
    customerId: id,
    from: "2026-01-01",
    through: "2026-02-28",
  });
});

test("what can't", () => {
  expect(
    parseListParams({ search: "  ", customer: "me", from: "2026-02-30", through: ["2026-01-01"] }),
  ).toEqual({});
  expect(parseEnumParam({ state: "open" }, "state", ["open", "paid"])).toBe("open");
  expect(parseEnumParam({ state: "opened" }, "state", ["open", "paid"])).toBeUndefined();
  expect(parseEnumParam({}, "state", ["open"])).toBeUndefined();
});
