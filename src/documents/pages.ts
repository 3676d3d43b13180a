// Which rows go on which page. Heads repeat, a title never stands without rows, a total never stands alone, and the
// remittance stub is never cut. Time is linear in the rows: each is looked at once.
import { metrics, type Row, type Table } from "./table.ts";

/** A table, or the part of it that lies on one page. */
export type Piece = { table: Table; rows: Row[]; continued: boolean };

/** How many rows come along to a last page that the stub needs. */
const TAKEN_ALONG = 4;

export type Room = { first: number; other: number; stub: number };

/** Each page's pieces in order; the stub stands at the foot of the last page. */
export function pagesOf(tables: readonly Table[], room: Room): Piece[][] {
  const filling = new Filling(room);
  for (const table of tables) filling.add(table);
  filling.close(room.stub);
  return filling.pages;
}

class Filling {
  readonly pages: Piece[][] = [[]];
  private readonly room: Room;
  private left: number;

  constructor(room: Room) {
    this.room = room;
    this.left = room.first;
  }

  add(table: Table): void {
    const opening = table.rows.slice(0, 3);
    this.leaveRoom(metrics.title + metrics.head + heightOf(opening));
    let rows = this.begin(table, false);
    for (const [index, row] of table.rows.entries()) {
      const total = index === table.rows.length - 2 ? table.rows.at(-1) : undefined;
      if (row.height + (total?.height ?? 0) > this.left) {
        this.turn();
        rows = this.begin(table, true);
      }
      rows.push(row);
      this.left -= row.height;
    }
    this.left -= metrics.gap;
  }

  private leaveRoom(height: number): void {
    if (height > this.left) this.turn();
  }

  /** Room at the end for the stub. It takes the last rows along to a new page, so that it doesn't stand there alone. */
  close(stub: number): void {
    if (stub <= this.left) return;
    const last = this.pages.at(-1)?.at(-1);
    this.turn();
    if (!last || last.rows.length < 2 * TAKEN_ALONG) return;
    const taken = last.rows.splice(-TAKEN_ALONG);
    this.begin(last.table, true).push(...taken);
  }

  private begin(table: Table, continued: boolean): Row[] {
    const rows: Row[] = [];
    this.pages.at(-1)?.push({ table, rows, continued });
    this.left -= metrics.title + metrics.head;
    return rows;
  }

  private turn(): void {
    this.pages.push([]);
    this.left = this.room.other;
  }
}

const heightOf = (rows: readonly Row[]) => rows.reduce((height, row) => height + row.height, 0);
