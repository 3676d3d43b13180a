// A file that is brought in, as it is listed and shown: what state it is in, and what its import came to.
import type { Cents } from "../values/money.ts";
import type { ImportKind } from "./fields.ts";
import type { ImportLook } from "./look.ts";
import type { ImportPlan } from "./plan.ts";

export const IMPORT_STATES = [
  "looking",
  "ready",
  "importing",
  "imported",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What the worker is doing with a file: a look at it, its import, or taking that back. */
export const WORKING = ["looking", "importing", "undoing"] as const satisfies readonly ImportState[];
export type WorkingState = (typeof WORKING)[number];
export const isWorking = (state: ImportState): state is WorkingState =>
  (WORKING as readonly ImportState[]).includes(state);

export const LARGEST_IMPORT = 100 * 1024 * 1024;

/** What an import did; counts that its kind of file can't have are nothing. */
export type ImportSummary = {
  invoices: number;
  credits: number;
  payments: number;
  newCustomers: number;
  /** Opening balances of new customers. */
  openings: number;
  /** Customers, limits, contacts and products that were there, and say something new. */
  updated: number;
  newContacts: number;
  newProducts: number;
  /** In the books just so before. */
  skipped: number;
  /** Rows with faults that were left out. */
  leftOut: number;
  /** Invoiced; in a file of payments, received; in one of customers, their opening balances, less what is theirs. */
  totalCents: Cents;
  openCents: Cents;
};

export type ImportFileRow = {
  fileId: string;
  kind: ImportKind;
  name: string;
  size: number;
  by: string;
  at: string;
  state: ImportState;
  summary: ImportSummary | null;
  undoneAt: string | null;
  undoneBy: string | null;
};

export type ImportFile = ImportFileRow & {
  /** Counts what was asked for: `start` says which look was seen. */
  asked: number;
  progress: { done: number; of: number } | null;
  plan: ImportPlan;
  look: ImportLook | null;
  /** Why the last look or import failed, or why the import wasn't undone. */
  fault: { code: string; message: string; details: Readonly<Record<string, unknown>> } | null;
  canUndo: boolean;
};
