// How the columns of a file are written, settled over all rows before any is read: the order of days, the decimal sign. What
// one column leaves open another of the same file may settle; what none settles is asked.
import { AmountFacts, readAmountCell } from "./amount-forms.ts";
import { DayFacts, readDayCell } from "./day-forms.ts";
import { fieldsOf } from "./fields.ts";
import { cellText } from "./find-table.ts";
import type { ImportPlan, DayOrder, DecimalSign } from "./plan.ts";
import type { SheetRow } from "./sheet.ts";
import type { Day } from "../values/day.ts";

const SAMPLES = 3;

export type ColumnFacts = {
  samples: string[];
  days: DayFacts | null;
  amounts: AmountFacts | null;
  /** Of a column of numbers by which something is called. */
  fractions: FractionFacts | null;
  /** The first cell that could mean two things, as it stands. */
  either: string | null;
};

const CALLED_BY: ReadonlySet<string> = new Set(["documentNumber", "customerNumber"]);

/** Programs that take a column of numbers for amounts write ".0" behind each of them: it belongs to none. */
class FractionFacts {
  count = 0;
  private others = 0;

  add(text: string): void {
    if (text === "") return;
    if (/^\d+\.0$/.test(text)) this.count += 1;
    else this.others += 1;
  }

  /** One cell alone says nothing of its column. */
  get isEverywhere(): boolean {
    return this.count > 1 && this.others === 0;
  }
}

export class Formats {
  readonly columns: ColumnFacts[];
  rows = 0;

  constructor(
    private readonly plan: ImportPlan,
    readonly fields: readonly (string | null)[],
  ) {
    const names = fieldsOf(plan.kind);
    this.columns = fields.map((field) => {
      const reads = field ? names[field]?.reads : undefined;
      return {
        samples: [],
        days: reads === "day" ? new DayFacts() : null,
        amounts: reads === "amount" || reads === "number" ? new AmountFacts() : null,
        fractions: field && CALLED_BY.has(field) ? new FractionFacts() : null,
        either: null,
      };
    });
  }

  learn({ cells }: SheetRow): void {
    this.rows += 1;
    for (const [at, column] of this.columns.entries()) {
      const cell = cells[at];
      if (cell === undefined || cell === "") continue;
      const text = cellText(cell);
      if (column.samples.length < SAMPLES && text !== "" && !column.samples.includes(text))
        column.samples.push(text);
      column.fractions?.add(text);
      if (column.days) learnDay(column, column.days, cell);
      if (column.amounts) learnAmount(column, column.amounts, cell);
    }
  }

  /** A cell of such a column as it was meant: "1930438491" for "1930438491.0". */
  withoutFraction(at: number, text: string): string {
    return this.columns[at]?.fractions?.isEverywhere ? text.replace(/\.0$/, "") : text;
  }

  /** How many cells are read so. */
  get fractions(): number {
    return this.columns.reduce(
      (all, { fractions }) => all + (fractions?.isEverywhere ? fractions.count : 0),
      0,
    );
  }

  /** As somebody said, else as the column's own cells settle it, else as the file's other columns do. */
  orderOf(at: number): DayOrder | null {
    const own = this.columns[at]?.days;
    if (!own?.needsOrder) return null;
    if (this.plan.days !== null || own.mixed) return this.plan.days;
    // A file with columns both ways was put together from two: nobody knows which a cell is of.
    const all = this.columns.map(({ days }) => days?.order ?? null);
    return new Set(all.filter((order) => order !== null)).size > 1 ? null : (own.order ?? agreed(all));
  }

  decimalOf(at: number): DecimalSign | null {
    const own = this.columns[at]?.amounts;
    if (!own?.needsDecimal) return ".";
    return (
      this.plan.decimal ??
      own.decimal ??
      (own.mixed ? null : agreed(this.columns.map(({ amounts }) => amounts?.decimal ?? null)))
    );
  }

  /** Whether a column of the file holds it, with anything in it. */
  isFilled(field: string): boolean {
    return this.columns.some(({ samples }, at) => this.fields[at] === field && samples.length > 0);
  }

  /** The last day of a column, which may wait for its order yet. */
  lastIn(field: string): Day | null {
    return this.columns[this.fields.indexOf(field)]?.days?.last ?? null;
  }

  /** Columns whose cells can't be read until somebody says how. */
  get undecidedDays(): number[] {
    return this.places((at, { days }) => Boolean(days?.needsOrder) && this.orderOf(at) === null);
  }

  get undecidedDecimals(): number[] {
    return this.places((at, { amounts }) => Boolean(amounts?.needsDecimal) && this.decimalOf(at) === null);
  }

  private places(is: (at: number, column: ColumnFacts) => boolean): number[] {
    return [...this.columns.entries()].filter(([at, column]) => is(at, column)).map(([at]) => at);
  }

  /** "day first", "1.234,50": how its cells are read; null for text. */
  words(at: number): string | null {
    const column = this.columns[at];
    if (column?.days) return dayWords(column.days, this.orderOf(at));
    if (!column?.amounts || column.amounts.amounts === 0) return null;
    const decimal = this.decimalOf(at);
    if (decimal === null) return "not known";
    return decimal === "." ? "1,234.50" : "1.234,50";
  }
}

function dayWords(facts: DayFacts, order: DayOrder | null): string | null {
  if (facts.days === 0) return null;
  if (facts.needsOrder) return order === null ? "not known" : order === "dmy" ? "day first" : "month first";
  return facts.serials > facts.days / 2 ? "a spreadsheet’s day numbers" : "year, month, day";
}

function learnDay(column: ColumnFacts, facts: DayFacts, cell: SheetRow["cells"][number]): void {
  const read = readDayCell(cell);
  facts.add(read);
  if (read.kind === "ordered" && read.first <= 12 && read.second <= 12) column.either ??= cellText(cell);
}

function learnAmount(column: ColumnFacts, facts: AmountFacts, cell: SheetRow["cells"][number]): void {
  // A number of a spreadsheet has no sign to be settled.
  if (typeof cell === "number") return;
  const before = facts.either;
  facts.add(readAmountCell(cell));
  if (facts.either > before) column.either ??= cellText(cell);
}

function agreed<Value>(settled: readonly (Value | null)[]): Value | null {
  const said = new Set(settled.filter((each) => each !== null));
  const [one] = said;
  return said.size === 1 ? (one ?? null) : null;
}
