// The rows of a file that somebody chose, read in their browser: text in whatever encoding and with whatever separator, or a
// workbook. It goes nowhere.
import type { Cell, SheetRow } from "@/domain/imports/sheet.ts";
import { delimiterOf, rowsOf } from "@/server/import-reader/delimited.ts";

const LARGEST = 20 * 1024 * 1024;
const MOST_ROWS = 50_000;

export type ReadRows = readonly SheetRow[] | "unreadable" | "too-large";

export async function readRows(file: File): Promise<ReadRows> {
  if (file.size > LARGEST) return "too-large";
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const rows = isZip(bytes) ? await rowsOfWorkbook(file) : rowsOfText(textOf(bytes));
    if (rows.length > MOST_ROWS) return "too-large";
    return rows.length === 0 ? "unreadable" : rows;
  } catch {
    return "unreadable";
  }
}

const isZip = ([a, b, c, d]: Uint8Array) => a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;

async function rowsOfWorkbook(file: File): Promise<SheetRow[]> {
  const { default: read } = await import("read-excel-file/browser");
  const sheets = await read(file, { trim: false });
  const first = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  return (first?.data ?? []).map((row, at) => ({ row: at + 1, cells: row.map(cellOf) }));
}

function cellOf(value: unknown): Cell {
  if (typeof value === "number") return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" ? value : "";
}

function rowsOfText(text: string): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const row of rowsOf([text], delimiterOf([text]), () => {})) if (rows.push(row) > MOST_ROWS) break;
  return rows;
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new Error("it isn't a table of text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
