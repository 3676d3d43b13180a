// A workbook: its first sheet that has rows. Numbers stay numbers, days become "YYYY-MM-DD". What it would unpack to is
// looked at before anything is unpacked.
import { Refusal } from "@/domain/refusal.ts";
import type { Cell, SheetRow } from "@/domain/imports/sheet.ts";

const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_PARTS = 2_000;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export type Workbook = { sheet: string; others: number; rows: SheetRow[] };

export async function workbookOf(bytes: Uint8Array): Promise<Workbook> {
  mustUnpackWithin(bytes);
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

const damaged = () => new Refusal("file-unreadable", { reason: "It isn't a workbook, or it is damaged." });

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? value : "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "string" ? value : "";
}

/** The sizes as the archive's own directory says them. */
function mustUnpackWithin(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const parts = end < 0 ? 0 : view.getUint16(end + 10, true);
  if (parts === 0 || parts > MOST_PARTS)
    throw new Refusal("file-unreadable", { reason: "It isn't a workbook." });
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let part = 0; part < parts; part++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const size = view.getUint32(at + 24, true);
    mustSayTheSame(view, view.getUint32(at + 42, true), size);
    unpacked += size;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpacked > MOST_UNPACKED)
    throw new Refusal("file-unreadable", { reason: "It unpacks to more than 400 MB. Save it as CSV." });
}

/** The library makes room for what a part's own head says: a false one takes it a minute. */
function mustSayTheSame(view: DataView, head: number, size: number): void {
  const there = head + 30 <= view.byteLength && view.getUint32(head, true) === 0x04034b50;
  const said = there ? view.getUint32(head + 22, true) : -1;
  const saidLater = there && (view.getUint16(head + 6, true) & 8) !== 0;
  if (said !== size && !(saidLater && said === 0)) throw damaged();
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}
