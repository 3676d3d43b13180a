// Bytes into rows: every encoding and separator people have, rows numbered as a spreadsheet numbers them, and whatever
// the bytes are, a table or the one refusal.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ImportKind } from "@/domain/imports/fields.ts";
import type { SheetRow } from "@/domain/imports/sheet.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { sheetOf } from "./sheet-of.ts";

async function read(bytes: Uint8Array, kind: ImportKind = "receivables") {
  const sheet = await sheetOf(bytes, kind);
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) rows.push(...batch);
  return { format: sheet.format, notes: sheet.notes, rows, cells: rows.map((row) => row.cells) };
}

const file = (name: string) => readFile(join("src/domain/testdata/imports", name));
const wide = (text: string, order: "le" | "be", mark: boolean) => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

const TABLE = "Kunde;Betrag\r\nMüller;1,50\r\n";
const CELLS = [
  ["Kunde", "Betrag"],
  ["Müller", "1,50"],
];

test.each([
  ["UTF-8", Buffer.from(TABLE)],
  ["UTF-8", Buffer.from(`\ufeff${TABLE}`)],
  ["UTF-16", wide(TABLE, "le", true)],
  ["UTF-16", wide(TABLE, "be", true)],
  ["UTF-16", wide(TABLE, "le", false)],
  ["UTF-16", wide(TABLE, "be", false)],
  ["Windows-1252", Buffer.from(TABLE, "latin1")],
])("%s", async (encoding, bytes) => {
  const { format, cells } = await read(bytes);
  expect(format).toBe(`${encoding}, semicolon`);
  expect(cells).toEqual(CELLS);
});

test("one letter at the very end decides the encoding of the whole file", async () => {
  const filler = "x;1\n".repeat(100_000);
  const { format, cells } = await read(Buffer.from(`€ä;2\n${filler}Ö;3`, "latin1"));
  expect(format).toBe("Windows-1252, semicolon");
  expect(cells.at(-1)).toEqual(["Ö", "3"]);
});

test("what Windows has where Latin-1 has nothing", async () => {
  const bytes = Buffer.from([0x80, 0x2c, 0x93, 0x61, 0x94, 0x2c, 0xe4, 0x0a]);
  expect((await read(bytes)).cells).toEqual([["€", "“a”", "ä"]]);
});

test.each([
  ["comma", "a,b\n1,2"],
  ["semicolon", "a;b\n1,5;2,5\n1,5;2,5"],
  ["tab", "a\tb\n1\t2"],
  ["pipe", "a|b\n1|2"],
  ["semicolon", "sep=;\na;b,c\n1;2"],
])("%s separates", async (name, text) => {
  const { format, rows } = await read(Buffer.from(text));
  expect(format).toBe(`UTF-8, ${name}`);
  expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
});

test("a cell with line breaks is one row, and a blank row counts", async () => {
  const { rows } = await read(Buffer.from('a,b\r\n"one\r\ntwo",2\r\n\r\nx,"y ""z"""\r\n'));
  expect(rows).toEqual([
    { row: 1, cells: ["a", "b"] },
    { row: 2, cells: ["one\ntwo", "2"] },
    { row: 3, cells: [""] },
    { row: 4, cells: ["x", 'y "z"'] },
  ]);
});

test.each([
  ["an inch mark", 'a,b,c\npipe 3/4",2,3\nx,4" pipe,6', ['pipe 3/4"', "2", "3"], 3],
  ["an inch mark within quotes", 'a,b,c\n"3/4" pipe",2,3\nx,5,6', ['3/4" pipe', "2", "3"], 3],
  ["a quote that is never closed", 'a,b,c\n"pipe,2,3\nx,5,6', ['"pipe', "2", "3"], 3],
  ["two that aren't", 'a,b,c\n"pipe,2,3\n"hose,5,6', ['"pipe', "2", "3"], 3],
  ["one that another row's would close", 'a,b,c\n"pipe,2,3\nx,5,"six"', ['"pipe', "2", "3"], 3],
])("%s doesn't swallow rows", async (_what, text, second, rows) => {
  const { cells } = await read(Buffer.from(text));
  expect(cells).toHaveLength(rows);
  expect(cells[1]).toEqual(second);
});

test("the row of a stray quote is named, once", async () => {
  const sheet = await sheetOf(Buffer.from('a,b\n"x,2\ny,3'), "receivables");
  for (let pass = 0; pass < 2; pass++) for await (const batch of sheet.rows()) expect(batch).toHaveLength(3);
  expect(sheet.notes).toEqual(["Row 2: a quote is never closed; it was read as a letter."]);
});

test("a workbook: its first sheet with rows, numbered as there, days as days", async () => {
  const { format, rows } = await read(await file("workbook.xlsx"));
  expect(format).toBe("Excel, sheet “Open items”");
  expect(rows.filter(({ cells }) => cells.some((cell) => cell !== ""))).toEqual([
    { row: 3, cells: ["Customer", "Number", "Date", "Due date", "Amount"] },
    { row: 5, cells: ["Hill Roofing", "1041", "2026-03-01", "2026-03-31", 1250.5] },
    { row: 6, cells: ["Bay Paving", 1042, "2026-03-04", "2026-03-19", 80] },
  ]);
});

test("QuickBooks' IIF is one table of the kind asked for", async () => {
  const { format, rows } = await read(await file("quickbooks-desktop.iif"));
  expect(format).toBe("UTF-8, QuickBooks IIF");
  expect(rows[0]?.cells.slice(0, 3)).toEqual(["TRNSID", "TRNSTYPE", "DATE"]);
  expect((await read(await file("quickbooks-desktop.iif"), "products")).rows).toEqual([]);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ["an Excel 97 workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ["a zip that is cut off", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
  ["a row without end", Buffer.alloc(1_500_000, "a")],
  ["more than 500,000 rows", Buffer.alloc(2 * 501_001, "a\n")],
])("%s is refused with a reason", async (_what, bytes) => {
  const failed = read(bytes);
  await expect(failed).rejects.toMatchObject({ code: "file-unreadable" });
  await expect(failed).rejects.toHaveProperty("details.reason");
});

test("a workbook that says it unpacks to gigabytes isn't unpacked", async () => {
  const bytes = Buffer.from(await file("workbook.xlsx"));
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(3_000_000_000, entry + 24);
  await expect(read(bytes)).rejects.toMatchObject({ code: "file-unreadable" });
});

test.each([
  ["a part that says it is longer than the directory says", 1331, 1],
  ["a sheet that can't be read", 696, 203],
])("a damaged workbook: %s", async (_what, at, byte) => {
  const bytes = Buffer.from(await file("workbook.xlsx"));
  bytes[at] = byte;
  await expect(read(bytes)).rejects.toMatchObject({ code: "file-unreadable" });
});

test("one wrong bit in a workbook: refused, or the very same rows", async () => {
  const workbook = await file("workbook.xlsx");
  const good = await read(workbook);
  const wrong = Array.from({ length: 8 * workbook.length }, (_, bit) => bit).filter((bit) => bit % 37 === 0);
  for (const bit of wrong) {
    const bytes = Buffer.from(workbook);
    bytes[bit >> 3] = present(bytes[bit >> 3], "a byte of it") ^ (1 << (bit & 7));
    const told = await read(bytes).catch((error: unknown) => {
      if (error instanceof Refusal) return good;
      throw error;
    });
    expect(told, `bit ${bit}`).toEqual(good);
  }
}, 60_000);

test("whatever the bytes: rows, or the one refusal", async () => {
  const workbook = await file("workbook.xlsx");
  const broken = fc
    .tuple(fc.nat(workbook.length - 1), fc.nat(255))
    .map(([at, byte]) => Uint8Array.from(workbook, (each, n) => (n === at ? byte : each)));
  const text = fc
    .array(
      fc.constantFrom('"', ",", ";", "\t", "|", "\n", "\r", "\r\n", "a", "ü", "1,5", "sep=", "!TRNS", " "),
    )
    .map((parts) => Uint8Array.from(Buffer.from(parts.join(""))));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), text, broken), async (bytes) => {
      try {
        const { rows } = await read(bytes);
        const numbers = rows.map(({ row }) => row);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        expect(error).toHaveProperty("code", "file-unreadable");
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
