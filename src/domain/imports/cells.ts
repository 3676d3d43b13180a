// The cells of one row, by the field they hold: read in the format that their column settled, each fault told by the
// file's own heading.
import { isVisible } from "../values/visible-text.ts";
import type { Day } from "../values/day.ts";
import { minorDigits, ZERO, type Cents } from "../values/money.ts";
import { centsOf, plainAmount, readAmountCell, type AmountCell } from "./amount-forms.ts";
import { dayIn, readDayCell, type DayCell } from "./day-forms.ts";
import { quoted, type FaultBook, type Trouble } from "./faults.ts";
import { cellText } from "./find-table.ts";
import type { Formats } from "./formats.ts";
import type { DayOrder, DecimalSign, ImportPlan } from "./plan.ts";
import type { Cell, SheetRow } from "./sheet.ts";

export type Rounding = {
  noise: number;
  noiseOff: number;
  excess: number;
  excessOff: number;
  excessRows: number[];
};

/** What a row is read with; one for the whole file. */
export type Reading = {
  plan: ImportPlan;
  headings: readonly string[];
  /** By the column's place: the money that its heading says, or "". */
  moneys: readonly string[];
  fields: readonly (string | null)[];
  formats: Formats;
  currency: string;
  /** The column of numbers is called after credit memos. */
  creditsOnly: boolean;
  faults: FaultBook;
  warnings: FaultBook;
  rounding: Rounding;
};

/** "undecided": its column waits for an answer; "fault": it was told. */
export type Unread = "undecided" | "fault";

/** What stands before a formula's sign so that a spreadsheet, or our own export, takes it for text. */
const MADE_TEXT = /^'(['\s]*[=+\-@])/;

/** Of these letters nothing is unprintable; blank it isn't. */
const PLAIN_TEXT = /^[\x20-\x7e]+$/;

/** How nothing is written in a column of days, and by accountants in one of amounts: "$ -" in a spreadsheet. */
const NO_DAY = /^(?:[-–—]|n\/?a\.?|#n\/a|none|null)?$/iu;
const NO_MONEY = /^(?:\p{Sc}|[A-Z]{3}|kr\.?)?\s*[-–—]\s*(?:\p{Sc}|[A-Z]{3}|kr\.?)?$/u;

const NOTHING: AmountCell = { negative: false, digits: "0", money: "", side: null };

const SIGN_NAMES: Record<DecimalSign, string> = { ".": "point", ",": "comma" };

/** What was said of the days may be what is wrong: the other order reads this cell. */
function inOtherOrder(cell: DayCell, order: DayOrder | null): Trouble["answer"] {
  const days = order === "dmy" ? "mdy" : "dmy";
  const label = days === "dmy" ? "The day is first" : "The month is first";
  return dayIn(cell, days) === null ? null : { label, patch: { days } };
}

function withOtherSign(cell: AmountCell | null, said: DecimalSign | null): Trouble["answer"] {
  const decimal = said === "." ? "," : ".";
  const label = `A ${SIGN_NAMES[decimal]} is the decimal sign`;
  return cell === null || plainAmount(cell, decimal) === null ? null : { label, patch: { decimal } };
}

export class RowCells {
  readonly row: number;
  readonly currency: string;
  /** Whether a fault was told of this row. */
  faulty = false;
  undecided = false;
  private readonly cells: readonly Cell[];
  private readonly texts: string[] = [];

  constructor(
    { row, cells }: SheetRow,
    private readonly reading: Reading,
    private readonly places: ReadonlyMap<string, number>,
  ) {
    this.row = row;
    this.currency = reading.currency;
    this.cells = cells;
  }

  get creditsOnly(): boolean {
    return this.reading.creditsOnly;
  }

  has(field: string): boolean {
    return this.places.has(field);
  }

  raw(field: string): Cell {
    const at = this.places.get(field);
    return at === undefined ? "" : (this.cells[at] ?? "");
  }

  /** What stands in the cell, with single blanks. */
  says(field: string): string {
    const at = this.places.get(field);
    if (at === undefined) return "";
    return (this.texts[at] ??= this.reading.formats.withoutFraction(at, cellText(this.cells[at])));
  }

  isBlank(field: string): boolean {
    return this.says(field) === "";
  }

  fault(field: string, kind: string, says: string, answer?: Trouble["answer"]): void {
    this.faulty = true;
    const column = this.heading(field);
    this.reading.faults.add({ row: this.row, column, kind, says, ...(answer ? { answer } : {}) });
  }

  warn(field: string, kind: string, says: string): void {
    this.reading.warnings.add({ row: this.row, column: this.heading(field), kind, says });
  }

  /** The plan with the column of this field taken for another. */
  mappedAs(field: string, as: string): { columns: Record<string, string> } {
    const at = this.places.get(field) ?? -1;
    return { columns: { ...this.reading.plan.columns, [at]: as } };
  }

  heading(field: string): string {
    return this.reading.headings[this.places.get(field) ?? -1] ?? "";
  }

  /** Fit to be kept and printed, `most` letters at most. */
  text(field: string, most: number): string {
    const text = this.says(field).replace(MADE_TEXT, "$1");
    if (text === "") return text;
    if (text.length > most) this.fault(field, "long", `${quoted(text)} is longer than ${most} characters.`);
    else if (PLAIN_TEXT.test(text)) return text;
    else if (!isVisible(text) || /[\p{Cc}\p{Cs}\u{fffd}]/u.test(text))
      this.fault(field, "unprintable", `${quoted(text)} has characters that can’t be printed.`);
    return text;
  }

  day(field: string): Day | Unread | null {
    if (NO_DAY.test(this.says(field))) return null;
    const cell = readDayCell(this.raw(field));
    const order = this.reading.formats.orderOf(this.places.get(field) ?? -1);
    const on = dayIn(cell, order);
    if (on !== null) return on;
    if (cell.kind === "ordered" && order === null) return this.waits();
    const why =
      cell.kind === "none"
        ? "is not a date"
        : `is no date with the ${order === "dmy" ? "day" : "month"} first`;
    this.fault(field, why, `${quoted(this.says(field))} ${why}.`, inOtherOrder(cell, order));
    return "fault";
  }

  /** Of a cell's column; a spreadsheet's number has its own. */
  decimalOf(field: string): DecimalSign | null {
    if (typeof this.raw(field) === "number") return ".";
    return this.reading.formats.decimalOf(this.places.get(field) ?? -1);
  }

  /** Signed as it stands, beside what stands with it. */
  amount(field: string): { cents: Cents; cell: AmountCell } | Unread | null {
    if (this.isBlank(field)) return null;
    // How accountants write nothing.
    if (NO_MONEY.test(this.says(field))) return { cents: ZERO, cell: NOTHING };
    const cell = readAmountCell(this.raw(field));
    const decimal = this.decimalOf(field);
    if (cell && decimal === null) return this.waits();
    const plain = cell && decimal && plainAmount(cell, decimal);
    if (!cell || !plain) {
      const says = `${quoted(this.says(field))} is not an amount${cell ? ` with a decimal ${SIGN_NAMES[decimal ?? "."]}` : ""}.`;
      this.fault(field, cell ? "another decimal" : "not an amount", says, withOtherSign(cell, decimal));
      return "fault";
    }
    const read = centsOf(plain, minorDigits(this.reading.currency));
    if (read === "too-large") {
      this.fault(
        field,
        "too large",
        `${quoted(this.says(field))} is more than one document may carry (99,999,999,999.99).`,
      );
      return "fault";
    }
    if (!this.rounded(read)) return "undecided";
    const money = cell.money || (this.reading.moneys[this.places.get(field) ?? -1] ?? "");
    return { cents: read.cents, cell: { ...cell, money } };
  }

  /** Whether the amount may be taken: more decimals than the currency has are a person's to allow. */
  private rounded({ rounded, noise }: { rounded: number; noise: boolean }): boolean {
    if (rounded === 0) return true;
    const { rounding, plan } = this.reading;
    if (noise) {
      rounding.noise += 1;
      rounding.noiseOff += rounded;
      return true;
    }
    rounding.excess += 1;
    rounding.excessOff += rounded;
    if (rounding.excessRows.length < 20) rounding.excessRows.push(this.row);
    if (plan.round) return true;
    this.waits();
    return false;
  }

  private waits(): "undecided" {
    this.undecided = true;
    return "undecided";
  }

  /** How many of its cells aren't empty, and what the first of them says. */
  get filled(): { count: number; first: string } {
    let [count, first] = [0, ""];
    for (const cell of this.cells) {
      const text = cellText(cell);
      if (text === "") continue;
      if (count++ === 0) first = text;
    }
    return { count, first };
  }

  /** Nothing but amounts stands in it. */
  get onlyAmounts(): boolean {
    return this.cells.every((cell) => cellText(cell) === "" || readAmountCell(cell) !== null);
  }
}
