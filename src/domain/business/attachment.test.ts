// What may be attached, and what it is called then.
import fc from "fast-check";
import { expect, test } from "vitest";
import { attachmentName, sizeText, typeOfFile } from "./attachment.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

test("a file is what its first bytes say", () => {
  expect(typeOfFile(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1))).toBe("image/png");
  expect(typeOfFile(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
  expect(typeOfFile(new TextEncoder().encode("%PDF-1.7"))).toBe("application/pdf");
  expect(typeOfFile(new TextEncoder().encode("<svg onload=alert(1)>"))).toBeNull();
  expect(typeOfFile(new TextEncoder().encode(" %PDF-1.7"))).toBeNull();
  expect(typeOfFile(bytes())).toBeNull();
});

test.each([
  ["signed copy.pdf", "signed copy.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Scans\\R-00012.PDF", "R-00012.PDF"],
  ["page.html", "page.html.pdf"],
  ["in\u202Efdp.exe", "infdp.exe.pdf"],
  ["a\r\nb\u0000.pdf", "ab.pdf"],
  ["...", "File.pdf"],
  ["", "File.pdf"],
  ["Zażółć gęślą.pdf", "Zażółć gęślą.pdf"],
])("%j is kept as %j", (given, kept) => {
  expect(attachmentName(given, "application/pdf")).toBe(kept);
});

test("whatever it was called, the name is short, stands on one line and has its ending", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = attachmentName(given, "image/png");
      expect(name).toMatch(/^[^/\\\p{Cc}<>:"|?*]+\.png$/iu);
      expect([...name].length).toBeLessThanOrEqual(120);
    }),
  );
});

test("sizes as people say them", () => {
  expect([0, 900, 1536, 200_000, 10_485_760].map(sizeText)).toEqual([
    "0 B",
    "900 B",
    "1.5 kB",
    "195 kB",
    "10 MB",
  ]);
});
