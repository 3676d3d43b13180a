// Filling pages: whatever the rows, each is placed once and in order, and no page overflows.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pagesOf } from "./pages.ts";
import { ourOwn } from "./typesetter.ts";
import { metrics, type Row, type Table } from "./table.ts";

const ROOM = { first: 400, other: 700, stub: 136 };

function tableOf(title: string, heights: readonly number[]): Table {
  const rows = heights.map((height, index): Row => {
    return { cells: [`${title} ${index}`], height, tone: index === heights.length - 1 ? "total" : "plain" };
  });
  return { title, note: "", points: 8.5, columns: [], rows, type: ourOwn };
}

const heights = fc.array(fc.constantFrom(15, 26), { maxLength: 200 });
const tallOf = (pieces: ReturnType<typeof pagesOf>[number]) =>
  pieces.reduce(
    (sum, piece) =>
      sum + metrics.title + metrics.head + piece.rows.reduce((tall, row) => tall + row.height, 0),
    0,
  );

test("rows are placed once, in order; pages hold what is on them; the stub has room", () => {
  fc.assert(
    fc.property(heights, heights, (open, activity) => {
      const tables = [tableOf("open", open), tableOf("activity", activity)];
      const pages = pagesOf(tables, ROOM);
      const placed = pages.flatMap((pieces) => pieces.flatMap((piece) => piece.rows));
      expect(placed).toEqual(tables.flatMap((table) => table.rows));
      for (const [index, pieces] of pages.entries()) {
        const stub = index === pages.length - 1 ? ROOM.stub : 0;
        expect(tallOf(pieces) + stub).toBeLessThanOrEqual(index === 0 ? ROOM.first : ROOM.other);
      }
    }),
  );
});

test("a total never stands alone under a repeated head, nor a head without rows", () => {
  fc.assert(
    fc.property(heights, (rows) => {
      for (const pieces of pagesOf([tableOf("activity", rows)], ROOM)) {
        for (const { rows: shown, continued } of pieces) {
          const least = continued ? 2 : Math.min(rows.length, 3);
          expect(shown.length).toBeGreaterThanOrEqual(least);
        }
      }
    }),
  );
});

test("the stub takes the last rows along rather than stand alone", () => {
  const pages = pagesOf(
    [
      tableOf(
        "activity",
        Array.from({ length: 22 }, () => 15),
      ),
    ],
    ROOM,
  );
  expect(pages.map((pieces) => pieces.map((piece) => piece.rows.length))).toEqual([[18], [4]]);
});
