// A file's name in its header (faults E35): one name, whatever was typed into it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName, namedFile } from "./named-file.ts";

/** The grammar of RFC 8187, and nothing behind it. */
const ONE_NAME = /^(attachment|inline); filename\*=UTF-8''(%[\dA-F]{2}|[\w!#$&+.^`|~-])+$/;

test.each([
  ['a"\r\nX: y/../../b', "a%22%0D%0AX%3A%20y%2F..%2F..%2Fb"],
  ["O'Neil (signed)*.pdf", "O%27Neil%20%28signed%29%2A.pdf"],
  ["Łódź.pdf", "%C5%81%C3%B3d%C5%BA.pdf"],
  ["half \uD835.pdf", "half%20%EF%BF%BD.pdf"],
])("%j is one name", (name, said) => {
  expect(namedFile("attachment", name)).toBe(`attachment; filename*=UTF-8''${said}`);
});

test("whatever is typed, the header holds one name and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
      expect(namedFile("inline", name)).toMatch(ONE_NAME);
      expect(namedFile("attachment", fileName(name, "pdf"))).toMatch(ONE_NAME);
    }),
  );
});

test("a name that is cut within a letter is still one", () => {
  const name = fileName(`${"x".repeat(119)}\u{1D49C}`, "csv");
  expect(namedFile("attachment", name)).toMatch(ONE_NAME);
});
