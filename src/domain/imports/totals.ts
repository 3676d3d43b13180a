// The totals that stand in a file, each beside what its rows come to: of a section since the one before, or of everything.
import { minorDigits, cents, type Cents } from "../values/money.ts";
import { centsOf, plainAmount, readAmountCell } from "./amount-forms.ts";
import { cellText } from "./find-table.ts";
import type { Formats } from "./formats.ts";
import type { FileTotal } from "./look.ts";
import type { SheetRow } from "./sheet.ts";
import { namesGrandTotal } from "./words.ts";

const MOST_TOTALS = 200;
/** Of the columns that add up, the first that a total stands under is told. */
const ADDED = ["openAmount", "amount", "debit", "credit", "paidAmount"];

export class Totals {
  readonly found: FileTotal[] = [];
  count = 0;
  private readonly all = new Map<number, number>();
  private readonly section = new Map<number, number>();
  private readonly places: number[];

  constructor(
    private readonly formats: Formats,
    private readonly currency: string,
  ) {
    this.places = ADDED.map((field) => formats.fields.indexOf(field)).filter((at) => at >= 0);
  }

  /** A row of the table goes into the sums just as it stands. */
  add({ cells }: SheetRow): void {
    for (const at of this.places) {
      const amount = this.centsAt(cells, at);
      if (amount === null) continue;
      this.all.set(at, (this.all.get(at) ?? 0) + amount);
      this.section.set(at, (this.section.get(at) ?? 0) + amount);
    }
  }

  check({ row, cells }: SheetRow, label: string): void {
    const at = this.places.find((place) => this.centsAt(cells, place) !== null);
    const says = at === undefined ? null : this.centsAt(cells, at);
    if (at === undefined || says === null) return;
    this.count += 1;
    const section = this.section.get(at) ?? 0;
    const all = this.all.get(at) ?? 0;
    const isGrand = namesGrandTotal(label) && (says === all || says !== section);
    const ours = isGrand || (section === 0 && all === says) ? all : section;
    if (!isGrand) this.section.clear();
    if (this.found.length >= MOST_TOTALS || !Number.isSafeInteger(ours)) return;
    this.found.push({
      row,
      label: label || "A sum without a name",
      saysCents: says,
      oursCents: ours as Cents,
    });
  }

  private centsAt(cells: SheetRow["cells"], at: number): Cents | null {
    const cell = cells[at];
    if (cell === undefined || cellText(cell) === "") return null;
    const read = readAmountCell(cell);
    const decimal = typeof cell === "number" ? "." : this.formats.decimalOf(at);
    const plain = read && decimal ? plainAmount(read, decimal) : null;
    if (!read || plain === null) return null;
    const amount = centsOf(plain, minorDigits(this.currency));
    if (amount === "too-large") return null;
    return read.side === "credit" ? cents(-amount.cents) : amount.cents;
  }
}
