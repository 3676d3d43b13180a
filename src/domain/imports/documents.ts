// The documents of a file: rows of one number and customer are one, whatever each row's sign; the same number for somebody
// else, or on another day, is a fault. A document of which one row can't be read isn't brought in by half.
import { minus, plus, ZERO, type Cents } from "../values/money.ts";
import type { RowCells } from "./cells.ts";
import type { Entry } from "./entries.ts";

export class FileDocuments {
  /** Rows that added to a document that was there. */
  joined = 0;
  private readonly all: Entry[] = [];
  private readonly known = { invoice: new Map<string, Entry>(), credit: new Map<string, Entry>() };
  private readonly broken = new Set<string>();

  /** A row of this document has a fault. */
  break(number: string): void {
    if (number !== "") this.broken.add(number);
  }

  /** `bySign`: nothing but its sign says what it is. */
  keep(row: RowCells, entry: Entry, bySign: boolean): void {
    const { kind, number } = entry;
    const there = number === "" || kind === "payment" ? undefined : this.thereOf(kind, number, bySign);
    if (!there) {
      if (kind !== "payment" && number !== "") this.known[kind].set(number, entry);
      this.all.push(entry);
      return;
    }
    const other =
      there.customer !== entry.customer
        ? "for another customer"
        : there.on !== entry.on
          ? "with another date"
          : null;
    if (other) {
      row.fault("documentNumber", "twice", `${entry.number} stands on row ${there.row} already, ${other}.`);
      return;
    }
    this.joined += 1;
    const says = `${entry.number} stands on row ${there.row}, too: one document of several lines.`;
    row.warn("documentNumber", "on several rows", says);
    // The document's own amount stands on each of its lines.
    if (row.has("amount") && row.has("lineAmount")) same(row, there, entry);
    else if (there.kind === entry.kind) add(there, entry, plus);
    else this.net(row, there, entry);
    there.disputed ||= entry.disputed;
  }

  private thereOf(kind: "invoice" | "credit", number: string, bySign: boolean): Entry | undefined {
    const opposite = kind === "invoice" ? "credit" : "invoice";
    return this.known[kind].get(number) ?? (bySign ? this.known[opposite].get(number) : undefined);
  }

  /** A discount is a line below nothing of its invoice. */
  private net(row: RowCells, there: Entry, entry: Entry): void {
    if (entry.amountCents < there.amountCents) add(there, entry, minus);
    else row.fault("amount", "below nothing", `The rows of ${entry.number} come to nothing, or less.`);
  }

  /** Those that are whole. */
  end(leftOut: (why: string, row: number) => void): Entry[] {
    return this.all.filter(({ kind, number, row }) => {
      // The number of a payment is its payer's own: several may have it.
      if (kind === "payment" || !this.broken.has(number)) return true;
      leftOut("Another row of it has an error", row);
      return false;
    });
  }
}

function add(there: Entry, entry: Entry, sum: (a: Cents, b: Cents) => Cents): void {
  there.amountCents = sum(there.amountCents, entry.amountCents);
  if (!entry.paid) return;
  const cents = sum(there.paid?.cents ?? ZERO, entry.paid.cents);
  there.paid = { on: there.paid?.on ?? entry.paid.on, cents };
}

function same(row: RowCells, there: Entry, entry: Entry): void {
  if (there.amountCents === entry.amountCents && there.paid?.cents === entry.paid?.cents) return;
  row.fault("amount", "another amount", `${entry.number} has another amount on row ${there.row}.`);
}
