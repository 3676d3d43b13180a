// What came out, as a file for a spreadsheet: one row a document, amounts as plain decimals.
import { ZERO, decimalString, minus, type Cents } from "../values/money.ts";
import type { Entry, Pair, Reconciled } from "./match.ts";

type Row = { what: string; ours: Entry | null; theirs: Entry | null };

export type ResultWords = {
  /** Which, the number here and there, the day here and there, the amount here and there, and the difference. */
  heads: readonly string[];
  same: string;
  differing: (pair: Pair) => string;
  onlyOurs: string;
  onlyTheirs: string;
};

export function resultCsv(found: Reconciled, currency: string, say: ResultWords): string {
  const rows: Row[] = [
    ...found.differing.map((pair) => ({ what: say.differing(pair), ours: pair.ours, theirs: pair.theirs })),
    ...found.onlyOurs.map((ours) => ({ what: say.onlyOurs, ours, theirs: null })),
    ...found.onlyTheirs.map((theirs) => ({ what: say.onlyTheirs, ours: null, theirs })),
    ...found.same.map(({ ours, theirs }) => ({ what: say.same, ours, theirs })),
  ];
  const amount = (cents: Cents | undefined) => (cents === undefined ? "" : decimalString(cents, currency));
  const cells = rows.map(({ what, ours, theirs }) => [
    what,
    ours?.number ?? "",
    theirs?.number ?? "",
    ours?.onDay ?? "",
    theirs?.onDay ?? "",
    amount(ours?.cents),
    amount(theirs?.cents),
    amount(differenceOf(ours, theirs)),
  ]);
  return [say.heads, ...cells].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

const differenceOf = (ours: Entry | null, theirs: Entry | null): Cents =>
  minus(ours?.cents ?? ZERO, theirs?.cents ?? ZERO);

/** What somebody typed never becomes a formula in a spreadsheet (faults D21); an amount below nothing is no formula. */
function cell(text: string): string {
  const isFormula = /^['\s]*[=+\-@]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text);
  const harmless = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
