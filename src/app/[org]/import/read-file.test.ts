// Files as people have them: written by any program, empty, too large, or gone since they were chosen.
import { expect, test } from "vitest";
import { decoded, readChosen } from "./read-file.ts";

const bytes = (...given: number[]) => Uint8Array.from(given);
const file = (content: BlobPart, name = "invoices.csv") => new File([content], name);

test.each([
  ["UTF-8", new TextEncoder().encode("Café Łódź"), "Café Łódź"],
  ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0x43, 0xc3, 0xa9), "Cé"],
  ["Windows' own", bytes(0x43, 0xe9, 0x80), "Cé€"],
  ["UTF-16, as spreadsheets save “Unicode text”", bytes(0xff, 0xfe, 0x43, 0, 0xe9, 0), "Cé"],
  ["UTF-8 that holds a replacement sign of its own", bytes(0xef, 0xbf, 0xbd, 0xc3, 0xa9), "�é"],
])("%s is read as it was meant", (_, given, text) => {
  expect(decoded(given)).toBe(text);
});

test("a file comes with its name", async () => {
  expect(await readChosen(file("a,b"))).toEqual({ name: "invoices.csv", content: "a,b" });
});

test("an empty file and one beyond the limit are refused before anything is sent", async () => {
  expect(await readChosen(file(""))).toEqual({ fault: "invoices.csv is empty." });
  const most = new Uint8Array(10_000_000).fill(65);
  expect(await readChosen(file(most))).toHaveProperty("content");
  expect(await readChosen(file(new Uint8Array(10_000_001)))).toEqual({
    fault: "invoices.csv has 10.1 MB; up to 10 MB can be imported at once. Split it.",
  });
});

test("a file that has gone away says so", async () => {
  const gone = file("a,b");
  gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  expect(await readChosen(gone)).toHaveProperty("fault");
});
