// A customer's own list of what they owe, as their program writes it: which columns hold the number, the day and the amount is
// guessed by their headings, how these are written is read from all of their cells, and whoever reads it may say otherwise.
import { AmountFacts, centsOf, plainAmount, readAmountCell } from "../imports/amount-forms.ts";
import { DayFacts, dayIn, readDayCell } from "../imports/day-forms.ts";
import { cellText, findTable } from "../imports/find-table.ts";
import { headingNames } from "../imports/headings.ts";
import type { DayOrder, DecimalSign } from "../imports/plan.ts";
import type { Cell, SheetRow } from "../imports/sheet.ts";
import { minorDigits, negative } from "../values/money.ts";
import type { Entry } from "./match.ts";

export const LIST_FIELDS = ["number", "day", "amount"] as const;
export type ListField = (typeof LIST_FIELDS)[number];

export type ListTable = { headings: readonly string[]; rows: readonly SheetRow[] };

/** Where each stands, from 0; null for none. `owedIsNegative`: what they owe has a minus before it. */
export type ListPlan = {
  columns: Record<ListField, number | null>;
  decimal: DecimalSign;
  dayOrder: DayOrder;
  owedIsNegative: boolean;
};

export type ReadList = {
  entries: Entry[];
  /** Rows that were left out: sums and headings have no number and no day, and others no amount that can be read. */
  leftOut: { row: number; says: string }[];
};

export function tableOf(all: readonly SheetRow[]): ListTable {
  const { headingRow, headings } = findTable("receivables", all);
  const rows = all.filter(
    ({ row, cells }) => row > (headingRow ?? 0) && cells.some((cell) => cellText(cell) !== ""),
  );
  return { headings, rows };
}

/** Of two columns that could hold the same, what is open goes before what was billed. */
const NAMED: Record<ListField, readonly string[]> = {
  number: ["documentNumber", "memo"],
  day: ["issuedOn", "dueOn"],
  amount: ["openAmount", "amount", "credit", "debit"],
};

/** `usual`: as the business's region writes, where the list doesn't settle it. */
export function guessPlan(table: ListTable, usual: { decimal: DecimalSign; dayOrder: DayOrder }): ListPlan {
  const fields = table.headings.map((heading) => headingNames("receivables", heading)?.field);
  const place = (names: readonly string[]) => {
    const found = names.map((name) => fields.indexOf(name)).find((at) => at >= 0);
    return found ?? null;
  };
  const columns = { number: place(NAMED.number), day: place(NAMED.day), amount: place(NAMED.amount) };
  const written = writtenIn(table, columns, usual);
  return { columns, ...written };
}

/** The same with other columns; how they are written is read anew. */
export const planWith = (
  table: ListTable,
  columns: ListPlan["columns"],
  usual: { decimal: DecimalSign; dayOrder: DayOrder },
): ListPlan => ({ columns, ...writtenIn(table, columns, usual) });

function writtenIn(
  { rows }: ListTable,
  { amount, day }: ListPlan["columns"],
  usual: { decimal: DecimalSign; dayOrder: DayOrder },
): Omit<ListPlan, "columns"> {
  const [amounts, days] = [new AmountFacts(), new DayFacts()];
  let below = 0;
  let above = 0;
  for (const { cells } of rows) {
    const cell = amount === null ? null : readAmountCell(cells[amount] ?? "");
    // A spreadsheet's own numbers have a point, whatever its texts have.
    if (typeof cells[amount ?? -1] !== "number") amounts.add(cell);
    if (cell && /[1-9]/.test(cell.digits)) {
      if (cell.negative || cell.side === "credit") below += 1;
      else above += 1;
    }
    if (day !== null) days.add(readDayCell(cells[day] ?? ""));
  }
  return {
    decimal: amounts.decimal ?? usual.decimal,
    dayOrder: days.order ?? usual.dayOrder,
    owedIsNegative: below > above,
  };
}

export function readList({ rows }: ListTable, plan: ListPlan, currency: string): ReadList {
  const read: ReadList = { entries: [], leftOut: [] };
  for (const { row, cells } of rows) {
    const entry = entryOf(cells, plan, currency);
    if (entry) read.entries.push(entry);
    else read.leftOut.push({ row, says: cells.map(cellText).filter(Boolean).join(" · ").slice(0, 120) });
  }
  return read;
}

function entryOf(cells: readonly Cell[], { columns, ...plan }: ListPlan, currency: string): Entry | null {
  const at = (field: ListField): Cell => (columns[field] === null ? "" : (cells[columns[field]] ?? ""));
  const number = cellText(at("number"));
  const onDay = dayIn(readDayCell(at("day")), plan.dayOrder);
  // A line of sums has neither.
  if (number === "" && onDay === null) return null;
  const cell = at("amount");
  const amount = readAmountCell(cell);
  const plain = amount && plainAmount(amount, typeof cell === "number" ? "." : plan.decimal);
  const read = plain ? centsOf(plain, minorDigits(currency)) : null;
  if (!amount || read === null || read === "too-large") return null;
  const signed = amount.side === "credit" ? negative(read.cents) : read.cents;
  return { number, onDay, cents: plan.owedIsNegative ? negative(signed) : signed };
}

/** As a region writes: "de-DE" has a comma, and the day first. */
export function usualIn(locale: string): { decimal: DecimalSign; dayOrder: "dmy" | "mdy" } {
  const decimal = new Intl.NumberFormat(locale, { numberingSystem: "latn" })
    .formatToParts(1.5)
    .find(({ type }) => type === "decimal")?.value;
  const first = new Intl.DateTimeFormat(locale, { numberingSystem: "latn" })
    .formatToParts(0)
    .find(({ type }) => type === "day" || type === "month")?.type;
  return { decimal: decimal === "," ? "," : ".", dayOrder: first === "month" ? "mdy" : "dmy" };
}
