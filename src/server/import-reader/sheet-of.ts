// The bytes of a file as rows of cells, whatever program wrote them: the one reader of browser, worker and command line.
// What can't be read is the refusal "file-unreadable" with a reason; nothing else is ever thrown.
import type { ImportKind } from "@/domain/imports/fields.ts";
import type { Sheet, SheetRow } from "@/domain/imports/sheet.ts";
import { Refusal } from "@/domain/refusal.ts";
import { DELIMITER_NAMES, delimiterOf, rowsOf } from "./delimited.ts";
import { textOf } from "./encoding.ts";
import { iifRows, isIif } from "./iif.ts";
import { isZip, workbookOf } from "./xlsx.ts";

export const MOST_ROWS = 500_000;
/** Headings, sections and totals among them. */
const BESIDE = 1_000;
const BATCH = 500;
const MOST_NOTES = 20;

export async function sheetOf(bytes: Uint8Array, kind: ImportKind): Promise<Sheet> {
  if (bytes.length === 0) throw new Refusal("file-unreadable", { reason: "The file is empty." });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new Refusal("file-unreadable", { reason: "It is an Excel 97 workbook. Save it as .xlsx or CSV." });
  return isZip(bytes) ? ofWorkbook(bytes) : ofText(bytes, kind);
}

async function ofWorkbook(bytes: Uint8Array): Promise<Sheet> {
  const { sheet, others, rows } = await workbookOf(bytes);
  const notes = others > 0 ? [`Only the sheet “${sheet}” is read; ${others} more have rows, too.`] : [];
  const format = sheet ? `Excel, sheet “${sheet}”` : "Excel";
  return { format, rows: () => batched(rows), rowsAbout: rows.length, notes };
}

function ofText(bytes: Uint8Array, kind: ImportKind): Sheet {
  const { encoding, chunks } = textOf(bytes);
  const iif = isIif(chunks());
  const written = iif ? { delimiter: "\t", skip: 0 } : delimiterOf(chunks());
  const notes: string[] = [];
  const noted = new Set<number>();
  const stray = (row: number) => {
    if (noted.has(row) || noted.size === MOST_NOTES) return;
    noted.add(row);
    notes.push(`Row ${row}: a quote is never closed; it was read as a letter.`);
  };
  const rows = () => rowsOf(chunks(), written, stray);
  const name = iif ? "QuickBooks IIF" : (DELIMITER_NAMES[written.delimiter] ?? "");
  return {
    format: `${encoding}, ${name}`,
    rows: () => batched(iif ? iifRows(rows(), kind) : rows()),
    rowsAbout: linesIn(bytes),
    notes,
  };
}

/** A line break within a cell counts, too. */
function linesIn(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function* batched(rows: Iterable<SheetRow>): AsyncGenerator<SheetRow[], void> {
  let batch: SheetRow[] = [];
  let count = 0;
  for (const row of rows) {
    if (++count > MOST_ROWS + BESIDE)
      throw new Refusal("file-unreadable", {
        reason: `It has more than ${MOST_ROWS.toLocaleString("en")} rows.`,
      });
    if (batch.push(row) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
