// A CSV file as people have them: with or without a byte order mark, from any system, with commas, semicolons or
// tabs. Turned into lines of cells; what the cells mean is the domain's to say.
import { createHash } from "node:crypto";
import { CsvError, parse } from "csv-parse/sync";
import { readReceivables, type ReceivablesFile } from "@/domain/business/receivables-file.ts";
import type { Day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";

export const MOST_ROWS = 100_000;
const LONGEST_ROW = 20_000;

export type ParsedFile = ReceivablesFile & { name: string; hash: Uint8Array };
export type GivenFile = { name: string; content: string };
export type FileGround = { currency: string; today: Day; startOn: Day };

/** Refuses with "file-unreadable" what is no CSV at all; faults of rows come back in the file. */
export function parseReceivables(given: GivenFile, ground: FileGround): ParsedFile {
  const hash = createHash("sha256").update(given.content).digest();
  return { name: given.name, hash, ...readReceivables(cellsOf(given.content), ground) };
}

type Parsed = { info: { lines: number }; record: string[] };

function cellsOf(content: string): { line: number; cells: string[] }[] {
  if (content.includes("\0")) throw new Refusal("file-unreadable");
  try {
    const records = parse(content, {
      bom: true,
      delimiter: delimiterOf(content),
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
    }) as unknown as Parsed[];
    if (records.length > MOST_ROWS + 1)
      throw new Refusal("file-unreadable", { reason: `It has more than ${MOST_ROWS} rows.` });
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError)
      throw new Refusal("file-unreadable", { reason: error.message.slice(0, 300) });
    throw error;
  }
}

/** Whichever of the usual three stands most often in the header. */
function delimiterOf(content: string): string {
  const header = content.slice(0, LONGEST_ROW).split(/[\r\n]/, 1)[0] ?? "";
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}
