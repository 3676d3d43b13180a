// The rows of a table as they stand under its headings: which of them are rows of the table, which are headings of a
// section, sums, or only text; each of the latter is told, and none is lost.
import { RowCells, type Reading } from "./cells.ts";
import { readDayCell } from "./day-forms.ts";
import { cellText } from "./find-table.ts";
import { movesMoney } from "./fields.ts";
import type { LeftOut } from "./look.ts";
import type { SheetRow } from "./sheet.ts";
import { Totals } from "./totals.ts";
import { namesTotal } from "./words.ts";

const ROWS_NAMED = 20;

/** Rows that nothing comes of, by why. */
export class LeftOutRows {
  private readonly byWhy = new Map<string, LeftOut>();

  readonly add = (why: string, row: number): void => {
    const there = this.byWhy.get(why);
    if (!there) this.byWhy.set(why, { why, count: 1, rows: [row] });
    else {
      there.count += 1;
      if (there.rows.length < ROWS_NAMED) there.rows.push(row);
    }
  };

  get all(): LeftOut[] {
    return [...this.byWhy.values()].sort((a, b) => b.count - a.count);
  }
}

export class TableRows {
  readonly totals: Totals;
  private readonly movesMoney: boolean;
  private readonly places: ReadonlyMap<string, number>;
  /** How many rows are headings of sections; they may name the customer. */
  sections = 0;
  private section = "";
  /** A row of one text: the heading of what follows, else only text. */
  private alone: SheetRow | null = null;

  constructor(
    private readonly reading: Reading,
    readonly leftOut: LeftOutRows,
    private readonly read: (row: RowCells, section: string) => void,
  ) {
    const { fields, formats, currency } = reading;
    this.places = new Map(fields.flatMap((field, at) => (field ? [[field, at] as const] : [])));
    this.totals = new Totals(formats, currency);
    this.movesMoney = movesMoney(reading.plan.kind);
  }

  take(row: SheetRow): void {
    const cells = new RowCells(row, this.reading, this.places);
    const { count, first } = cells.filled;
    if (count === 0) return;
    if (this.isHeadings(row)) return this.leftOut.add("Headings again", row.row);
    if (this.mayBeTotal(cells) && namesTotal(first) && readDayCell(cells.raw("issuedOn")).kind === "none")
      return this.total(row, first);
    if (this.isSum(cells)) return this.total(row, "");
    if (count === 1 && this.movesMoney) return this.wait(row);
    if (this.alone) this.begin(this.alone);
    this.totals.add(row);
    this.read(cells, this.section);
  }

  /** A list of customers or products has none, and a document is told by its number or its type. */
  private mayBeTotal(cells: RowCells): boolean {
    const isDocument = !cells.isBlank("documentNumber") && !namesTotal(cells.says("documentNumber"));
    return this.movesMoney && !isDocument && cells.isBlank("type");
  }

  end(): void {
    if (this.alone) this.leftOut.add("Only text", this.alone.row);
    this.alone = null;
  }

  private total(row: SheetRow, label: string): void {
    this.end();
    this.totals.check(row, label);
    this.leftOut.add(label === "" ? "A sum without a name" : "A total", row.row);
    this.section = "";
  }

  private wait(row: SheetRow): void {
    this.end();
    this.alone = row;
  }

  private begin(row: SheetRow): void {
    this.section = cellText(row.cells.find((cell) => cellText(cell) !== ""));
    this.sections += 1;
    this.leftOut.add("The heading of a section", row.row);
    this.alone = null;
  }

  private isHeadings({ cells }: SheetRow): boolean {
    const { headings } = this.reading;
    return (
      headings.every((heading, at) => cellText(cells[at]) === heading) &&
      headings.some((heading) => heading !== "")
    );
  }

  /** Amounts under no customer, number and date. */
  private isSum(cells: RowCells): boolean {
    if (!this.movesMoney) return false;
    const named = ["customerNumber", "customerName", "documentNumber", "issuedOn", "dueOn", "type"];
    return named.every((field) => cells.isBlank(field)) && cells.onlyAmounts;
  }
}
