// A page begins where the one before ended, whatever stands in its last row; a mangled link begins at the first page.
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { CentsPart, Cursor, readCursor, writeCursor } from "./cursor.ts";
import { NumberParam } from "./search-params.ts";

const PLACE = [AnyDay, NumberParam, CentsPart] as const;

test("a place is read as it was written", () => {
  const cursor = writeCursor("2026-06-30", 1204, -5319);
  expect(cursor).toMatch(/^[\w.-]+$/);
  expect(readCursor(cursor, PLACE)).toEqual(["2026-06-30", 1204, -5319]);
});

test("any text, in any script, with any sign", () => {
  const text = fc.string({ unit: "binary" }).filter((each) => !each.includes("\0") && each.isWellFormed());
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(readCursor(writeCursor(one, other), [z.string(), z.string()])).toEqual([one, other]);
    }),
  );
});

test("the longest name fits", () => {
  expect(Cursor.safeParse(writeCursor("0".repeat(36), "𝒳".repeat(200))).success).toBe(true);
});

test.each([
  undefined,
  "",
  "x",
  "...",
  "%E0%A4%A",
  writeCursor("2026-06-30", 1204),
  writeCursor("2026-06-30", 1204, 5, 5),
  writeCursor("2026-02-30", 1204, 5),
  writeCursor("2026-06-30", "1204' or true", 5),
  writeCursor("2026-06-30", 1204, 5.5),
  writeCursor("2026-06-30", 1204, "9999999999999999"),
  `${writeCursor("2026-06-30", 1204, 5)}=`,
])("%j is no place in this order", (cursor) => {
  expect(readCursor(cursor, PLACE)).toBeNull();
});

test("what no database keeps is no place either", () => {
  expect(readCursor(writeCursor("a\0b"), [z.string()])).toBeNull();
  expect(readCursor("_w", [z.string()])).not.toBeNull(); // bytes that are no text become a sign that is one
});
