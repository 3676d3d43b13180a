// What people typed stays what they typed: no text of a cell becomes markup, whatever it is.
import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_AMOUNT, escaped, staticRows, type StaticColumn, type StaticText } from "./static-rows.ts";

const NAUGHTY = `<img src=x onerror="alert('1')"> & "quoted" 'too' </td>`;

const columns = (cell: StaticText | null): StaticColumn<string>[] => [
  { key: "a", head: "A", place: "lead", rowHead: true, label: `of "a"`, cell: () => cell },
  { key: "n", head: "N", place: "sub", numeric: true, cell: () => null },
];

test("a text, a link, its name and a day are escaped", () => {
  const cells: StaticText[] = [
    { text: NAUGHTY },
    { text: NAUGHTY, variant: "soft", before: NAUGHTY },
    { text: NAUGHTY, href: `/x?"${NAUGHTY}`, label: NAUGHTY },
    { text: NAUGHTY, dateTime: NAUGHTY },
    { text: NAUGHTY, struck: true, under: [{ text: NAUGHTY, before: NAUGHTY, href: NAUGHTY }] },
  ];
  for (const cell of cells) {
    const html = staticRows(["row"], columns(cell), () => NAUGHTY);
    expect(html).not.toContain("<img");
    expect(html).not.toContain('onerror="');
    expect(html.match(/<t[rdh] /g)).toHaveLength(3);
  }
});

test("whatever the text, it is read back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const safe = escaped(text);
      expect(safe).not.toMatch(/[<>"']/);
      const back = safe
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");
      expect(back).toBe(text);
    }),
  );
});

test("a row says its parts as a table's rows do", () => {
  expect(
    staticRows(["r"], columns({ text: "Check", href: "/p/1", variant: "accent" }), (row) => `event-${row}`),
  ).toBe(
    '<tr id="event-r" role="row"><th role="rowheader" scope="row" data-place="lead" data-label="of &quot;a&quot;">' +
      '<a href="/p/1" class="paper-link text-accent">Check</a></th>' +
      '<td role="cell" class="num" data-place="sub" data-empty=""></td></tr>',
  );
  expect(staticRows(["r"], columns(NO_AMOUNT), () => "r")).toContain('<span class="sr-only">zero</span>');
});

test("what was reversed is struck, and says by what", () => {
  const under = [{ text: "event 9", before: "Reversed by", href: "/e/9" }];
  expect(staticRows(["r"], columns({ text: "5.00", struck: true, under }), () => "r")).toContain(
    '<span class="text-soft line-through">5.00</span><span class="block text-12 font-normal text-soft">' +
      '<span class="text-soft">Reversed by</span> <a href="/e/9" class="paper-link ">event 9</a></span>',
  );
});
