// A workbook: its first sheet that has rows. Numbers stay numbers, days become "YYYY-MM-DD".
import { Refusal } from "@/domain/refusal.ts";
import type { Cell, SheetRow } from "@/domain/imports/sheet.ts";
import { damaged, mustBeWholeArchive } from "./archive.ts";

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export type Workbook = { sheet: string; others: number; rows: SheetRow[] };

export async function workbookOf(bytes: Uint8Array): Promise<Workbook> {
  mustBeWholeArchive(bytes);
  const { default: read } = await import("read-excel-file/node");
  const sheets = await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    trim: false,
  }).catch(() => {
    throw new Refusal("file-unreadable", { reason: "It isn't a workbook that can be opened." });
  });
  // Whatever the library's types say, a sheet that it couldn't read has no rows: half a workbook isn't read.
  if (sheets.some(({ data }) => !Array.isArray(data))) throw damaged();
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const [first] = filled;
  if (!first) return { sheet: "", others: 0, rows: [] };
  const rows = first.data.map((row, at) => ({ row: at + 1, cells: row.map(cellOf) }));
  return { sheet: first.sheet, others: filled.length - 1, rows };
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? value : "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "string" ? value : "";
}
