// A customer's own list, read as their browser reads it: the same rows from a workbook and from text in any encoding, and plain
// words for what is neither.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readRows } from "./read-rows.ts";

const WORKBOOK = new URL("../../../../../domain/testdata/imports/workbook.xlsx", import.meta.url);

const cellsOf = async (bytes: BlobPart, name = "list.csv") => {
  const rows = await readRows(new File([bytes], name));
  return typeof rows === "string" ? rows : rows.map(({ cells }) => cells);
};

test("a workbook's first sheet that has anything: numbers stay numbers, and days are days", async () => {
  const rows = await cellsOf(new Uint8Array(await readFile(WORKBOOK)), "list.xlsx");
  expect(rows).toMatchInlineSnapshot(`
    [
      [
        "",
        "",
        "",
        "",
        "",
      ],
      [
        "",
        "",
        "",
        "",
        "",
      ],
      [
        "Customer",
        "Number",
        "Date",
        "Due date",
        "Amount",
      ],
      [
        "",
        "",
        "",
        "",
        "",
      ],
      [
        "Hill Roofing",
        "1041",
        "2026-03-01",
        "2026-03-31",
        1250.5,
      ],
      [
        "Bay Paving",
        1042,
        "2026-03-04",
        "2026-03-19",
        80,
      ],
    ]
  `);
});

test("what only begins like a workbook is unreadable, and so is a picture; nothing is thrown", async () => {
  expect(await cellsOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), "list.xlsx")).toBe("unreadable");
  expect(await cellsOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBe("unreadable");
  expect(await cellsOf("")).toBe("unreadable");
});

test("text is read in the encoding that it is in", async () => {
  const rows = [
    ["Nr", "Betrag"],
    ["Ä-1", "10,00"],
  ];
  expect(await cellsOf("Nr;Betrag\nÄ-1;10,00\n")).toEqual(rows);
  expect(await cellsOf(new Uint8Array(Buffer.from("Nr;Betrag\nÄ-1;10,00\n", "latin1")))).toEqual(rows);
  const wide = Buffer.from("\uFEFFNr;Betrag\nÄ-1;10,00\n", "utf16le");
  expect(await cellsOf(new Uint8Array(wide))).toEqual(rows);
});
