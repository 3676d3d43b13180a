// A delimited text as rows: numbered as a spreadsheet numbers them, where a quoted cell with line breaks is one row and an
// empty line is a row, too. A quote that is never closed is taken for a letter, and said; no library goes on behind one.
import type { SheetRow } from "@/domain/imports/sheet.ts";
import { cutLine, cutPlainly } from "./cells.ts";
import { LONGEST_LINE, linesOf } from "./lines.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
export const DELIMITER_NAMES: Record<string, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/** So many lines one quoted cell may have, before its quote is taken for a letter. */
const MOST_LINES = 200;
const SAMPLE_LINES = 200;

export type Written = { delimiter: string; skip: number };

/** `sep=;` in the first line says it; else whichever cuts most lines into equally many cells. */
export function delimiterOf(chunks: Iterable<string>): Written {
  const lines: string[] = [];
  for (const line of linesOf(chunks)) {
    if (lines.push(line) === SAMPLE_LINES) break;
  }
  const said = /^"?sep=(.)"?\s*$/i.exec(lines[0] ?? "")?.[1];
  if (said !== undefined && said in DELIMITER_NAMES) return { delimiter: said, skip: 1 };
  const evenness = (delimiter: string): [number, number] => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = cutLine(line, delimiter).cells.length;
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return [...counts].reduce<[number, number]>(
      (best, [cells, alike]) =>
        alike > best[0] || (alike === best[0] && cells > best[1]) ? [alike, cells] : best,
      [0, 0],
    );
  };
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(delimiter) }));
  const best = scores.reduce((a, b) =>
    b.score[0] > a.score[0] || (b.score[0] === a.score[0] && b.score[1] > a.score[1]) ? b : a,
  );
  return { delimiter: best.delimiter, skip: 0 };
}

export type Stray = (row: number) => void;

export function* rowsOf(
  chunks: Iterable<string>,
  { delimiter, skip }: Written,
  stray: Stray,
): Generator<SheetRow, void> {
  const lines = new Lookahead(linesOf(chunks));
  let usual = 0;
  for (let row = 1; ; row++) {
    const line = lines.next();
    if (line === null) return;
    if (row <= skip) continue;
    let cut = cutLine(line, delimiter);
    if (cut.open) {
      const whole = joined(line, lines, { delimiter, usual });
      if (whole === null) stray(row);
      cut = { cells: whole ?? cutPlainly(line, delimiter), open: false };
    }
    if (cut.cells.length > 1) usual = cut.cells.length;
    yield { row, cells: cut.cells };
  }
}

/** The cells of a row that goes on over several lines; null, and no line taken, where its quote is a stray one. */
function joined(
  line: string,
  lines: Lookahead,
  { delimiter, usual }: { delimiter: string; usual: number },
): string[] | null {
  let text = line;
  const swallowed: string[] = [];
  for (let ahead = 0; ahead < MOST_LINES; ahead++) {
    const next = lines.peek(ahead);
    if (next === null || text.length + next.length > LONGEST_LINE) return null;
    text += `\n${next}`;
    swallowed.push(next);
    // Only a line with a quote can close one.
    if (!next.includes('"')) continue;
    const cut = cutLine(text, delimiter);
    if (cut.open) continue;
    const plain = cutPlainly(line, delimiter).length;
    if (usual > 1 && cut.cells.length !== usual && plain === usual) return null;
    // Lines that are rows by themselves aren't the rest of a cell.
    if (usual > 1 && swallowed.some((each) => isRow(each, { delimiter, usual }))) return null;
    lines.drop(ahead + 1);
    return cut.cells;
  }
  return null;
}

/** As many cells as the rows before it, with every quote closed. */
function isRow(line: string, { delimiter, usual }: { delimiter: string; usual: number }): boolean {
  const { cells, open } = cutLine(line, delimiter);
  return !open && cells.length === usual && line.split('"').length % 2 === 1;
}

class Lookahead {
  private readonly ahead: string[] = [];

  constructor(private readonly source: Iterator<string, void>) {}

  next(): string | null {
    const line = this.peek(0);
    this.ahead.shift();
    return line;
  }

  peek(at: number): string | null {
    while (this.ahead.length <= at) {
      const { value, done } = this.source.next();
      if (done) return null;
      this.ahead.push(value);
    }
    return this.ahead[at] ?? null;
  }

  drop(count: number): void {
    this.ahead.splice(0, count);
  }
}
