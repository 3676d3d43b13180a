// Text that fits its place, and fonts that lost their shaping tables but nothing else.
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadFonts, widthOf } from "./fonts.ts";
import { oneLine } from "./plain.ts";
import { withoutTables } from "./sfnt.ts";
import { ourOwn } from "./typesetter.ts";
import { atMost, fitted, printable } from "./text.ts";

beforeAll(loadFonts);

describe("one line", () => {
  test.each([
    ["a\r\nBcc: b\tc", "a Bcc: b c"],
    ["x\u0000\u0008\u202E\u200By\uD800", "xy"],
    ["Ｌo\u0301dz\u0301", "Ｌódź"],
    ["  spaced   out ", "spaced out"],
  ])("%j is %j", (typed, shown) => expect(oneLine(typed)).toBe(shown));

  test("a cap counts letters, not halves of them", () => {
    expect(oneLine("😀".repeat(400), 10)).toBe(`${"😀".repeat(9)}…`);
  });
});

describe("printable", () => {
  test.each([
    ["Łódź Ωμέγα Жук", "Łódź Ωμέγα Жук"],
    ["Ἀθῆναι ﬁne Ａ", "Αθηναι ﬁne A"],
    ["中a", "\uFFFDa"],
  ])("%j is %j", (typed, shown) => expect(printable(typed, ourOwn)).toBe(shown));
});

test("whatever is typed, its lines fit", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.integer({ min: 30, max: 300 }),
      (typed, width) => {
        const lines = fitted(typed, { width, points: 8.5, lines: 2 }, ourOwn);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line, 8.5)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test("words stay whole where they can, and what is left out is marked", () => {
  const place = { width: 60, points: 8.5, lines: 2 };
  expect(fitted("Payment on account", place, ourOwn)).toEqual(["Payment on", "account"]);
  expect(fitted("W".repeat(100), place, ourOwn).at(-1)).toMatch(/W…$/);
});

test("lines beyond the limit run together on the last", () => {
  expect(atMost(["a", "b", "c", "d"], 3)).toEqual(["a", "b", "c, d"]);
  expect(atMost(["a"], 3)).toEqual(["a"]);
});

test("figures are tabular: any two amounts of as many digits are as wide", () => {
  expect(widthOf("1,111.11", 10)).toBe(widthOf("8,904.27", 10));
  expect(widthOf("1", 10, 400)).toBe(widthOf("7", 10, 600));
});

test("dropping tables keeps the bytes of the others", () => {
  const font = Buffer.alloc(12 + 2 * 16 + 8);
  font.writeUInt32BE(0x00010000, 0);
  font.writeUInt16BE(2, 4);
  for (const [index, tag] of ["GSUB", "cmap"].entries()) {
    font.write(tag, 12 + index * 16, "latin1");
    font.writeUInt32BE(44 + index * 4, 12 + index * 16 + 8);
    font.writeUInt32BE(4, 12 + index * 16 + 12);
  }
  font.write("AAAABBBB", 44, "latin1");
  const smaller = withoutTables(font, new Set(["GSUB"]));
  expect(smaller.readUInt16BE(4)).toBe(1);
  expect(smaller.toString("latin1", 12, 16)).toBe("cmap");
  expect(smaller.toString("latin1", smaller.readUInt32BE(12 + 8))).toBe("BBBB");
});
