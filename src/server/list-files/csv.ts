// A list as a CSV file that a spreadsheet opens as it is meant: a byte order mark, so that Ż stays Ż; amounts as plain
// decimals with their currency in the head; and text that never becomes a formula (faults D21), whoever typed it.
import { stringify } from "csv-stringify/sync";
import { decimalString, type Cents } from "@/domain/values/money.ts";
import { fileName, namedFile } from "../wire/named-file.ts";

type Cell = string | number | null | { plain: string };
export type CsvColumn<Row> = { head: string; cell: (row: Row) => Cell };

/** What people typed. */
export const textColumn = <Row>(head: string, cell: (row: Row) => string | null): CsvColumn<Row> => ({
  head,
  cell,
});

/** A count, a day ("2026-06-30"), an exact decimal: what we wrote ourselves, and a spreadsheet may reckon with. */
export const plainColumn = <Row>(
  head: string,
  cell: (row: Row) => string | number | null,
): CsvColumn<Row> => ({
  head,
  cell: (row) => {
    const value = cell(row);
    return value === null ? null : { plain: String(value) };
  },
});

/** Amounts in one currency, which the head says. */
export const amountColumn = <Row>(
  head: string,
  currency: string,
  cents: (row: Row) => Cents | null,
): CsvColumn<Row> =>
  plainColumn(`${head} (${currency})`, (row) => {
    const amount = cents(row);
    return amount === null ? null : decimalString(amount, currency);
  });

/** Amounts that may each be in another currency, which stands in a column of its own. */
export const anyAmountColumn = <Row extends { currency: string }>(
  head: string,
  cents: (row: Row) => Cents | null,
): CsvColumn<Row> =>
  plainColumn(head, (row) => {
    const amount = cents(row);
    return amount === null ? null : decimalString(amount, row.currency);
  });

/** Also with blanks or further apostrophes before it, and as the wide signs of East Asian keyboards. */
const FORMULA = /^['\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

const FORM = {
  record_delimiter: "windows",
  // Also where it isn't the sign that ends a record.
  quote_record_delimiter: true,
  // A reader for which these separate cells must not find a new one, that may begin with a formula's sign.
  quoted_match: /[;\t|]/,
  cast: {
    string: (text: string) => (FORMULA.test(text) ? { value: `'${text}`, quoted: true } : text),
    object: (cell: Record<string, unknown>) => (typeof cell.plain === "string" ? cell.plain : ""),
  },
} as const;

/** Piece by piece, so that no list has to be in memory whole: a piece for each page, the head before the first. */
export async function* csvOf<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  let head = stringify([columns.map((column) => column.head)], { ...FORM, bom: true });
  // Not before there are rows: what can't be read is refused before the first byte.
  for await (const rows of pages) {
    const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
    yield head + stringify(cells, FORM);
    head = "";
  }
  if (head) yield head;
}

/** The head of an answer that is a file to keep. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": namedFile("attachment", fileName(name, "csv")),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
