// What a file would do, before it does it: how each column was understood, what has to be asked, what it comes to, what is
// left out, and what is wrong. Bounded, whatever the file's size: lists hold their first few and say how many there are.
import type { Aging } from "../ledger/aging.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { ImportKind } from "./fields.ts";
import type { ImportPlan, PlanPatch } from "./plan.ts";

export type LookColumn = {
  at: number;
  heading: string;
  /** The first cells that aren't empty, three at most, and what each becomes ("2026-03-01", "1,190.00"); null where unread. */
  samples: { says: string; becomes: string | null }[];
  /** A field's key; "" is left alone because somebody said so; null is undecided, and left alone too. */
  field: string | null;
  /** How its cells are written, in words: "day first", "1.234,50". */
  format: string | null;
};

/** What the file doesn't settle. `patch` goes into the plan; `option` is what the command line calls it. */
export type ImportQuestion = {
  key: "days" | "decimal" | "columns" | "way" | "round" | "customers" | "numbers";
  says: string;
  options: { label: string; patch: PlanPatch; option: string }[];
};

/** Rows with the same thing wrong: the file's own heading, and the first of them. */
export type FaultGroup = {
  column: string;
  says: string;
  count: number;
  rows: number[];
  /** What mends them all at once. */
  answer: { label: string; patch: PlanPatch } | null;
};

export type LeftOut = { why: string; count: number; rows: number[] };

/** A total that stands in the file, beside what its rows come to. */
export type FileTotal = { row: number; label: string; saysCents: Cents; oursCents: Cents };

export type LookFigures = {
  /** Rows that would be taken. */
  rows: number;
  invoices: number;
  credits: number;
  payments: number;
  customers: number;
  totalCents: Cents;
  /** Owed and not paid, and credit that isn't applied. */
  openCents: Cents;
  creditCents: Cents;
  firstOn: Day | null;
  lastOn: Day | null;
};

/** What the file says by itself, as a thread reads it; what the books know is added by books/imports. */
export type FileLook = {
  kind: ImportKind;
  /** With every proposed column and settled format filled in. */
  plan: ImportPlan;
  /** Encoding, separator, sheet: "UTF-8, comma". */
  format: string;
  /** As a spreadsheet shows it, from 1; null when no headings were found. */
  headingRow: number | null;
  columns: LookColumn[];
  questions: ImportQuestion[];
  figures: LookFigures;
  aging: { asOf: Day; aging: Aging } | null;
  totals: FileTotal[];
  leftOut: LeftOut[];
  /** What is read differently from how it stands: "rounded to cents", with the difference. */
  changed: { what: string; count: number; differenceCents: Cents }[];
  warnings: FaultGroup[];
  faults: FaultGroup[];
  faultCount: number;
  /** The first rows as they would come into the books. */
  sample: {
    row: number;
    what: string;
    customer: string;
    number: string;
    on: Day;
    dueOn: Day | null;
    cents: Cents;
  }[];
};

export type ImportLook = FileLook & {
  newCustomers: number;
  matchedCustomers: number;
  /** Labels that it names and nobody has made yet; left out of a look from before files could name any. */
  newLabels?: string[];
  /** Names that are near to one in the books, or to each other; asked once for all rows. */
  near: { name: string; key: string; candidates: { number: string; name: string }[] }[];
  /** Rows that stand in the books just so; they are skipped. */
  alreadyThere: number;
  /** This very file was imported before, and not undone. */
  already: { at: string; by: string } | null;
};
