// What is wrong with the rows of a file, gathered while they are read: each with its row and the file's own heading, and
// grouped, so that 157 cells that are wrong in one way are told once.
import type { FaultGroup } from "./look.ts";

export type RowFault = { row: number; column: string; says: string };

/** `kind` is what a group has in common; `says` tells it of one cell. */
export type Trouble = {
  row: number;
  column: string;
  kind: string;
  says: string;
  answer?: FaultGroup["answer"];
};

const ROWS_NAMED = 20;
const MOST_KEPT = 100_000;
const MOST_GROUPS = 100;

export class FaultBook {
  readonly all: RowFault[] = [];
  count = 0;
  private readonly byKind = new Map<string, FaultGroup>();

  add({ row, column, kind, says, answer = null }: Trouble): void {
    this.count += 1;
    if (this.all.length < MOST_KEPT) this.all.push({ row, column, says });
    const key = `${column}\n${kind}`;
    const group = this.byKind.get(key);
    if (!group) this.byKind.set(key, { column, says, count: 1, rows: [row], answer });
    else {
      group.count += 1;
      if (group.rows.length < ROWS_NAMED && group.rows.at(-1) !== row) group.rows.push(row);
    }
  }

  /** The most frequent first. */
  get groups(): FaultGroup[] {
    return [...this.byKind.values()].sort((a, b) => b.count - a.count).slice(0, MOST_GROUPS);
  }
}

/** A cell as it is quoted in a message. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
