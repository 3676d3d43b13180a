// A zip that is made while it is sent is one that others open: every byte, folders, names that are the same, and one large file.
import { randomBytes } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipped, type ZipEntry } from "./zip-stream.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const entry = (name: string, pieces: readonly Uint8Array[], isPacked = false): ZipEntry => ({
  name,
  isPacked,
  pieces: each(pieces),
});
async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const one of all) yield await Promise.resolve(one);
}
async function made(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipped(each(entries))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("each file is what was put in, deflated or as it was", async () => {
  const noise = randomBytes(3_000_000);
  const pieces = [noise.subarray(0, 1_000_001), noise.subarray(1_000_001)];
  const zip = await made([
    entry("README.txt", [bytes("Żółw\r\n")]),
    entry("lists/empty.csv", []),
    entry("lists/large.csv", [bytes("a,b\r\n".repeat(500_000))]),
    entry("files/noise.pdf", pieces, true),
  ]);
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(["README.txt", "lists/empty.csv", "lists/large.csv", "files/noise.pdf"]);
  expect(new TextDecoder().decode(files["README.txt"])).toBe("Żółw\r\n");
  expect(files["lists/empty.csv"]?.length).toBe(0);
  expect(files["lists/large.csv"]?.length).toBe(2_500_000);
  expect(Buffer.from(files["files/noise.pdf"] ?? []).equals(noise)).toBe(true);
  // 2.5 MB of one line again and again take next to nothing.
  expect(zip.length).toBeLessThan(noise.length + 20_000);
});

test("files of one name are told apart, in any case of letters", async () => {
  const zip = await made([
    entry("a/x.pdf", [bytes("1")]),
    entry("a/X.pdf", [bytes("2")]),
    entry("a/x.pdf", [bytes("3")]),
    entry("a.b/x", [bytes("4")]),
    entry("a.b/x", [bytes("5")]),
  ]);
  expect(Object.keys(unzipSync(zip))).toEqual([
    "a/x.pdf",
    "a/X (2).pdf",
    "a/x (3).pdf",
    "a.b/x",
    "a.b/x (2)",
  ]);
});

test("what can't be read ends it with that fault, and not with half a file that looks whole", async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield bytes("a");
    await Promise.resolve();
    throw new Error("gone");
  }
  for (const isPacked of [true, false])
    await expect(made([{ name: "a.csv", isPacked, pieces: failing() }])).rejects.toThrow("gone");
});
