// What is brought in, and what comes of it.
import type { FileEntries } from "@/domain/imports/entries.ts";
import type { ImportSummary } from "@/domain/imports/file.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Fault } from "./already-there.ts";
import type { Before } from "./give-back.ts";
import type { CustomerMatch } from "./match-customers.ts";
import type { Posted, Tell } from "./post-entries.ts";

export type Brought = {
  name: string;
  hash: Uint8Array;
  /** Null where no file was kept, as in tests of the books. */
  fileId: string | null;
  plan: ImportPlan;
  rows: number;
  entries: FileEntries;
  /** Rows that the reader found at fault; they aren't among the entries. */
  faulty: number;
};

/** What an import did, and what an undo has to know of it: products that it made, and what stood before. */
export type Done = {
  summary: Partial<ImportSummary>;
  products?: string[];
  before?: Before;
  events?: Posted;
};

/** Whom the file means, and who hears how far it is. */
export type How = { match: CustomerMatch; tell: Tell };

/** How many rows are left out for faults; refuses "file-refused" with them unless the plan leaves them out. */
export function mayLeaveOut({ leaveFaulty }: ImportPlan, faults: readonly Fault[]): number {
  if (faults.length > 0 && !leaveFaulty)
    throw new Refusal("file-refused", { faults: faults.slice(0, 200), faultCount: faults.length });
  return faults.length;
}
