// A file that was sent to be imported, as it is listed and read.
import type { Cents } from "../values/money.ts";
import type { ImportKind } from "./fields.ts";
import type { ImportLook } from "./look.ts";
import type { ImportPlan } from "./plan.ts";

export type ImportState = "sending" | "looking" | "ready" | "importing" | "imported" | "undone" | "failed";

/** What an import brought, or would have; what a kind hasn't is 0. */
export type ImportSummary = {
  invoices: number;
  credits: number;
  payments: number;
  newCustomers: number;
  /** Customers or products that the books knew, and that the file says more of. */
  updated: number;
  products: number;
  /** In the books just so already. */
  skipped: number;
  /** For a fault of theirs, by the plan. */
  leftOut: number;
  totalCents: Cents;
  openCents: Cents;
};

export type ImportFileRow = {
  fileId: string;
  kind: ImportKind;
  name: string;
  /** In bytes. */
  size: number;
  by: string;
  at: string;
  state: ImportState;
  summary: ImportSummary | null;
  undoneAt: string | null;
  undoneBy: string | null;
};

export type ImportFault = { code: string; message: string; details: Record<string, unknown> };

export type ImportFile = ImportFileRow & {
  progress: { done: number; of: number } | null;
  plan: ImportPlan;
  look: ImportLook | null;
  fault: ImportFault | null;
  /** Its import stands, and is one that can be taken back whole. */
  canUndo: boolean;
};
