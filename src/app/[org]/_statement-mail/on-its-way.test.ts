// A mail is said to be on its way only where mail goes out.
import { expect, test } from "vitest";
import { onItsWay } from "./on-its-way.ts";

test("what is so is said", () => {
  const to = ["ann@acme.example", "ap@acme.example"];
  expect(onItsWay("It", to, true)).toBe("It is on its way to ann@acme.example and ap@acme.example");
  expect(onItsWay("It", to, false)).not.toContain("on its way");
  expect(onItsWay("It", to, false)).toContain("no mail goes out yet");
});
