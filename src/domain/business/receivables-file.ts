// A file of receivables: one row an invoice, with the day it was settled when it was. Reads each row, says what is
// wrong with it in words for a person, and lets nothing through unless every row is right.
import { daysBetween, isDay, type Day } from "../values/day.ts";
import { parseAmount, type AmountFault, type Cents } from "../values/money.ts";
import { PLAIN_LOCALE } from "../values/written-number.ts";

export type ReceivableRow = {
  /** Line in the file; the header is line 1. */
  line: number;
  customerNumber: string;
  invoiceNumber: string;
  issuedOn: Day;
  dueOn: Day;
  amountCents: Cents;
  disputed: boolean;
  settledOn: Day | null;
};

export type RowFault = { line: number; column: string; message: string };

export const COLUMNS = {
  customerNumber: "customerID",
  invoiceNumber: "invoiceNumber",
  issuedOn: "InvoiceDate",
  dueOn: "DueDate",
  amount: "InvoiceAmount",
  settledOn: "SettledDate",
} as const;
/** May be left out of the file. */
const DISPUTED = "Disputed";

export type ReceivablesFile = { rows: ReceivableRow[]; faults: RowFault[] };
type Ground = { currency: string; today: Day; startOn: Day };
type Cells = { line: number; cells: readonly string[] };

/** `records` are the file's lines as cells, the header first; blank lines are left out beforehand. */
export function readReceivables(records: readonly Cells[], ground: Ground): ReceivablesFile {
  const [header, ...body] = records;
  const names = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = Object.values(COLUMNS).filter((name) => !names.includes(name.toLowerCase()));
  if (missing.length > 0) {
    return {
      rows: [],
      faults: missing.map((column) => ({ line: 1, column, message: `The column ${column} is missing.` })),
    };
  }
  if (body.length === 0)
    return { rows: [], faults: [{ line: 1, column: "", message: "The file has no invoices." }] };
  const reader = new RowReader(names, ground);
  const rows = body.flatMap((record) => reader.read(record));
  return { rows, faults: reader.faults };
}

class RowReader {
  readonly faults: RowFault[] = [];
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly names: readonly string[],
    private readonly ground: Ground,
  ) {}

  read({ line, cells }: Cells): ReceivableRow[] {
    const before = this.faults.length;
    const cell = (column: string) => (cells[this.names.indexOf(column.toLowerCase())] ?? "").trim();
    const fault = (column: string, message: string) => void this.faults.push({ line, column, message });
    const customerNumber = this.label(cell(COLUMNS.customerNumber), (why) =>
      fault(COLUMNS.customerNumber, why),
    );
    const invoiceNumber = this.label(cell(COLUMNS.invoiceNumber), (why) => fault(COLUMNS.invoiceNumber, why));
    const issuedOn = this.dated(cell(COLUMNS.issuedOn), (why) => fault(COLUMNS.issuedOn, why));
    const dueOn = readDay(cell(COLUMNS.dueOn));
    if (!dueOn) fault(COLUMNS.dueOn, notADay(cell(COLUMNS.dueOn)));
    const settledOn = cell(COLUMNS.settledOn)
      ? this.dated(cell(COLUMNS.settledOn), (why) => fault(COLUMNS.settledOn, why))
      : null;
    const amountCents = this.amount(cell(COLUMNS.amount), (why) => fault(COLUMNS.amount, why));
    this.once(invoiceNumber, line, (why) => fault(COLUMNS.invoiceNumber, why));
    if (issuedOn && dueOn && dueOn < issuedOn) fault(COLUMNS.dueOn, "Due before the invoice was issued.");
    if (issuedOn && settledOn && settledOn < issuedOn)
      fault(COLUMNS.settledOn, "Settled before the invoice was issued.");
    if (this.faults.length > before || !issuedOn || !dueOn || amountCents === null) return [];
    const disputed = /^(yes|true|1)$/i.test(cell(DISPUTED));
    return [{ line, customerNumber, invoiceNumber, issuedOn, dueOn, amountCents, disputed, settledOn }];
  }

  private label(text: string, fault: (why: string) => void): string {
    if (text === "") fault("Missing.");
    else if (text.length > 60) fault("Longer than 60 characters.");
    else if (/[\p{Cc}\p{Cs}]/u.test(text)) fault("Has characters that can't be printed.");
    return text;
  }

  private dated(text: string, fault: (why: string) => void): Day | null {
    const on = readDay(text);
    if (!on) fault(notADay(text));
    else if (on > this.ground.today) fault(`${text} is in the future.`);
    else if (on < this.ground.startOn) fault(`${text} is before your books start (${this.ground.startOn}).`);
    return on;
  }

  private amount(text: string, fault: (why: string) => void): Cents | null {
    const amount = parseAmount(text, this.ground.currency, PLAIN_LOCALE);
    if (typeof amount !== "string" && amount > 0) return amount;
    if (typeof amount === "string") fault(AMOUNT_FAULTS[amount](text));
    else
      fault(
        amount < 0
          ? `${text} is negative; an invoice is for more than nothing.`
          : "An invoice is for more than nothing.",
      );
    return null;
  }

  private once(number: string, line: number, fault: (why: string) => void): void {
    if (number === "") return;
    const first = this.seen.get(number);
    if (first) fault(`${number} stands on line ${first} already.`);
    else this.seen.set(number, line);
  }
}

const AMOUNT_FAULTS: Record<AmountFault, (text: string) => string> = {
  "not-a-number": (text) => (text === "" ? "Missing." : `“${text.slice(0, 40)}” is not an amount.`),
  "too-many-decimals": (text) => `${text} has more decimals than the currency.`,
  "too-large": (text) => `${text.slice(0, 40)} is more than one invoice may carry (99,999,999,999.99).`,
};

const notADay = (text: string) =>
  text === "" ? "Missing." : `“${text.slice(0, 40)}” is not a date; write month/day/year or YYYY-MM-DD.`;

/** 1/2/2013 is the second of January, as the file's writers mean it; 2013-01-02 is that day in any country. */
function readDay(text: string): Day | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = american ? `${american[3]}-${pad(american[1])}-${pad(american[2])}` : text;
  return isDay(iso) ? iso : null;
}

const pad = (part: string | undefined) => (part ?? "").padStart(2, "0");

/** The terms an invoice was given, in whole days: what a new customer gets as theirs. */
export const termsGiven = (row: ReceivableRow): number => Math.min(365, daysBetween(row.issuedOn, row.dueOn));
