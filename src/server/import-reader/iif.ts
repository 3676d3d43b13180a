// QuickBooks' own IIF: one text with lists of several kinds, each under heads that begin with "!". Of them one table is
// made, by the kind of file asked for: the transactions without their splits, the customers, or the items.
import type { ImportKind } from "@/domain/imports/fields.ts";
import type { SheetRow } from "@/domain/imports/sheet.ts";

const LISTS: Record<ImportKind, string> = {
  receivables: "TRNS",
  payments: "TRNS",
  customers: "CUST",
  limits: "CUST",
  contacts: "CUST",
  products: "INVITEM",
};

const HEAD = /^!(TRNS|SPL|CUST|INVITEM|HDR|ACCNT|VEND|EMP|CLASS|TERMS|OTHERNAME|ENDTRNS)\b/;

/** Its first lines are heads of lists. */
export function isIif(chunks: Iterable<string>): boolean {
  for (const chunk of chunks) return HEAD.test(chunk.trimStart());
  return false;
}

export function* iifRows(rows: Iterable<SheetRow>, kind: ImportKind): Generator<SheetRow, void> {
  const list = LISTS[kind];
  let headed = false;
  for (const { row, cells } of rows) {
    const [tag, ...rest] = cells;
    // Heads may stand again before each list; the columns are those of the first.
    if (tag === list || (tag === `!${list}` && !headed)) yield { row, cells: rest };
    headed ||= tag === `!${list}`;
  }
}
