// A file as rows of cells, whatever program wrote it. What cells mean is read elsewhere (read-table.ts).

/** Text, or a number where the file itself says that it is one; a spreadsheet's days come as "YYYY-MM-DD". */
export type Cell = string | number;

/** `row` as a spreadsheet shows it, from 1; blank rows count, and a cell with line breaks is one row. */
export type SheetRow = { row: number; cells: readonly Cell[] };

/** Can be gone through again and again: once to learn how its columns are written, once to read them. */
export type Sheet = {
  /** "UTF-8, comma" */
  format: string;
  /** In batches of some hundreds. */
  rows: () => AsyncIterable<readonly SheetRow[]>;
  /** About how many there are, before they are read. */
  rowsAbout: number;
  /** What the reader had to decide: "Row 12: a quote is never closed". */
  notes: readonly string[];
};
