// Reads a file, twice: once to find its table and learn how its columns are written, once to read its rows. Answers what
// it would do, and what it comes to; nothing of it is a guess about one cell.
import type { Aging } from "../ledger/aging.ts";
import { ageItems, agingOf } from "../ledger/aging.ts";
import { earlier, later, type Day } from "../values/day.ts";
import { cents, minus, plus, ZERO } from "../values/money.ts";
import type { Reading } from "./cells.ts";
import type { Entry, FileEntries } from "./entries.ts";
import { FaultBook, type RowFault } from "./faults.ts";
import { findTable, ROWS_LOOKED_AT, type FoundTable } from "./find-table.ts";
import { Formats } from "./formats.ts";
import { numbersCredits } from "./headings.ts";
import { moneyInHeading } from "./heading-money.ts";
import { columnsOf } from "./look-columns.ts";
import type { FileLook, LookFigures } from "./look.ts";
import { mapColumns, missingFields } from "./mapping.ts";
import type { ImportPlan } from "./plan.ts";
import { openingsOf, sumOf } from "./openings.ts";
import { questionsOf } from "./questions.ts";
import { readerOf } from "./readers.ts";
import type { ImportGround } from "./receivables-reader.ts";
import { LeftOutRows, TableRows } from "./rows.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

const SAMPLE_ROWS = 10;

export type ReadTable = { look: FileLook; entries: FileEntries; faults: readonly RowFault[] };

export async function readTable(sheet: Sheet, given: ImportPlan, ground: ImportGround): Promise<ReadTable> {
  const table = findTable(given.kind, await firstRows(sheet));
  const mapping = mapColumns(table.headings, given);
  const formats = new Formats(given, mapping.fields);
  for await (const batch of sheet.rows())
    for (const row of batch) if (isBelow(table, row)) formats.learn(row);
  const saysPaid = formats.isFilled("settledOn");
  const plan = settledPlan(given, saysPaid);
  const reading: Reading = {
    plan,
    headings: table.headings,
    moneys: table.headings.map((heading) => moneyInHeading(heading)?.money ?? ""),
    fields: mapping.fields,
    formats,
    currency: ground.currency,
    creditsOnly: numbersCredits(table.headings[mapping.fields.indexOf("documentNumber")] ?? ""),
    faults: new FaultBook(),
    warnings: new FaultBook(),
    rounding: { noise: 0, noiseOff: 0, excess: 0, excessOff: 0, excessRows: [] },
  };
  const read = await readRows(sheet, table, reading, ground);
  const figures = figuresOf(read.entries, read.rows);
  const questions = questionsOf({
    plan: given,
    headings: table.headings,
    mapping,
    formats,
    rounding: reading.rounding,
    ground,
    sections: read.sections,
    saysPaid,
    // Of rows that can't be read until somebody answers, as far as it can be told.
    lastOn: figures.lastOn ?? formats.lastIn("issuedOn"),
  });
  const { faults, warnings } = reading;
  for (const column of heldBack(table.headings, mapping.fields, formats))
    warnings.add({
      row: 0,
      column,
      kind: "retainage",
      says: "Retainage isn’t brought in: where it isn’t in the open balance, it comes in as paid.",
    });
  for (const says of sheet.notes) warnings.add({ row: 0, column: "", kind: says, says });
  const look: FileLook = {
    kind: given.kind,
    plan: filled(given, plan, mapping.fields),
    format: sheet.format,
    headingRow: table.headingRow,
    columns: columnsOf(reading),
    questions,
    figures,
    aging: agingIn(read.entries.entries, plan, ground),
    totals: read.totals,
    leftOut: read.leftOut,
    changed: changedIn(reading),
    warnings: warnings.groups,
    faults: faults.groups,
    faultCount: faults.count,
    sample: sampleOf(read.entries),
  };
  return { look, entries: read.entries, faults: faults.all };
}

async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) {
    rows.push(...batch.slice(0, ROWS_LOOKED_AT));
    if (rows.length >= ROWS_LOOKED_AT) break;
  }
  return rows.slice(0, ROWS_LOOKED_AT);
}

const isBelow = ({ headingRow }: FoundTable, { row }: SheetRow) => headingRow === null || row > headingRow;

/** Money is taken on the day it came. A column of paid days tells a history; where nobody has said, the file is looked at as open items. */
function settledPlan(plan: ImportPlan, saysPaid: boolean): ImportPlan {
  if (plan.kind === "payments") return { ...plan, way: "history" };
  if (plan.kind !== "receivables" || plan.way !== null) return plan;
  return { ...plan, way: saysPaid ? "history" : "open" };
}

/** What was found goes into the plan, so that it can be seen, changed and kept; what nobody settled stays open. */
function filled(given: ImportPlan, settled: ImportPlan, fields: readonly (string | null)[]): ImportPlan {
  const found = fields.flatMap((field, at) => (field === null ? [] : [[String(at), field] as const]));
  const way = settled.way === "history" ? settled.way : given.way;
  return { ...given, way, columns: Object.fromEntries(found) };
}

async function readRows(sheet: Sheet, table: FoundTable, reading: Reading, ground: ImportGround) {
  const leftOut = new LeftOutRows();
  const reader = readerOf(reading.plan, ground, leftOut.add);
  const rows = new TableRows(reading, leftOut, (row, section) => reader.read(row, section));
  // Without a column that it can't do without, each row would be told as a fault.
  const readable = missingFields(reading.plan.kind, reading.fields).length === 0;
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      if (isBelow(table, row)) {
        if (readable) rows.take(row);
      } else if (row.row !== table.headingRow && row.cells.some((cell) => cell !== ""))
        leftOut.add("Above the headings", row.row);
    }
  }
  rows.end();
  const { entries, rows: taken } = reader.end();
  if (taken === 0 && reading.faults.count === 0 && reading.formats.rows === 0) noRows(reading, table);
  return { entries, rows: taken, sections: rows.sections, totals: rows.totals.found, leftOut: leftOut.all };
}

/** Columns of retainage with anything in them. */
function heldBack(headings: readonly string[], fields: readonly (string | null)[], { columns }: Formats) {
  return headings.filter(
    (heading, at) =>
      fields[at] === null &&
      /^(?:retain(?:age|ed)|retention|holdback)/i.test(heading) &&
      columns[at]?.samples.some((sample) => /[1-9]/.test(sample)),
  );
}

function noRows({ faults }: Reading, { headingRow }: FoundTable): void {
  const says = headingRow === null ? "The file has no rows." : "No rows stand under the headings.";
  faults.add({ row: headingRow ?? 1, column: "", kind: "no rows", says });
}

const openOf = ({ amountCents, paid }: Entry) => minus(amountCents, paid?.cents ?? ZERO);

function figuresOf({ entries, customers }: FileEntries, rows: number): LookFigures {
  const invoices = entries.filter(({ kind }) => kind === "invoice");
  const days = entries.map(({ on }) => on);
  const openings = openingsOf(customers);
  const count = (kind: Entry["kind"]) => entries.filter((entry) => entry.kind === kind).length;
  return {
    rows,
    invoices: invoices.length,
    credits: count("credit"),
    payments: count("payment") + entries.filter(({ paid }) => paid?.on).length,
    customers: customers.length,
    totalCents: sumOf(invoices.map(({ amountCents }) => amountCents)),
    openCents: plus(sumOf(invoices.map(openOf)), openings.openCents),
    creditCents: plus(
      sumOf(entries.filter(({ kind }) => kind !== "invoice").map(openOf)),
      openings.creditCents,
    ),
    firstOn: days.length === 0 ? null : days.reduce(earlier),
    lastOn: days.length === 0 ? null : days.reduce(later),
  };
}

function agingIn(
  entries: readonly Entry[],
  plan: ImportPlan,
  { today }: ImportGround,
): { asOf: Day; aging: Aging } | null {
  if (plan.kind !== "receivables") return null;
  const asOf = plan.way === "open" ? (plan.openAsOf ?? today) : today;
  const items = entries
    .filter(({ kind }) => kind === "invoice")
    .map((entry) => ({ dueOn: entry.dueOn ?? entry.on, openCents: openOf(entry) }));
  const credits = entries.filter(({ kind }) => kind !== "invoice").map(openOf);
  return { asOf, aging: agingOf(ageItems(items, asOf), sumOf(credits)) };
}

function changedIn({ rounding, plan, formats }: Reading): FileLook["changed"] {
  const changed: FileLook["changed"] = [];
  if (formats.fractions > 0)
    changed.push({
      what: "Numbers with “.0” behind them, read without it",
      count: formats.fractions,
      differenceCents: ZERO,
    });
  const { noise, noiseOff, excess, excessOff } = rounding;
  const off = (of: number) => cents(Math.round(of));
  if (noise > 0)
    changed.push({
      what: "What a program’s fractions left behind, rounded to cents",
      count: noise,
      differenceCents: off(noiseOff / 1e6),
    });
  if (excess > 0 && plan.round)
    changed.push({ what: "Rounded to cents", count: excess, differenceCents: off(excessOff / 1e6) });
  return changed;
}

function sampleOf({ entries, customers, products }: FileEntries): FileLook["sample"] {
  if (products.length > 0) return [];
  const names = new Map(customers.map((customer) => [customer.key, customer.name ?? customer.number ?? ""]));
  const WHAT = { invoice: "Invoice", credit: "Credit memo", payment: "Payment" };
  return entries.slice(0, SAMPLE_ROWS).map((entry) => ({
    row: entry.row,
    what: WHAT[entry.kind],
    customer: names.get(entry.customer) ?? "",
    number: entry.number,
    on: entry.on,
    dueOn: entry.dueOn,
    cents: entry.amountCents,
  }));
}
