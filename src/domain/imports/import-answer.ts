// What the API tells of a file that is brought in: how far it is, what a look says it would do, and what its import came to.
import { z } from "zod";
import { AgingAnswer } from "../customers/customer-answer.ts";
import { AnyInstant, AnySum, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { IMPORT_KINDS } from "./fields.ts";
import { IMPORT_STATES } from "./file.ts";
import { ImportPlan, PlanPatch } from "./plan.ts";

const Count = z.number().int();
const RowNumbers = listOf(Count);
const Answer = z.object({ label: z.string(), patch: PlanPatch });

const Summary = z.object({
  invoices: Count,
  credits: Count,
  payments: Count,
  newCustomers: Count,
  openings: Count,
  updated: Count,
  newContacts: Count,
  newProducts: Count,
  skipped: Count,
  leftOut: Count,
  totalCents: AnySum,
  openCents: AnySum,
});

const OneFile = z.object({ fileId: z.string() });
const Listed = OneFile.extend({
  kind: z.enum(IMPORT_KINDS),
  name: z.string(),
  size: Count,
  by: z.string(),
  at: AnyInstant,
  state: z.enum(IMPORT_STATES),
  summary: Summary.nullable(),
  undoneAt: AnyInstant.nullable(),
  undoneBy: z.string().nullable(),
});
export const ImportsAnswer = z.object({ files: listOf(Listed) });

/** Rows of which the same is so; the first of them are named. */
const Group = z.object({ column: z.string(), says: z.string(), count: Count, rows: RowNumbers });
const Groups = listOf(Group.extend({ answer: Answer.nullable() }));

const Column = z.object({
  at: Count,
  heading: z.string(),
  samples: listOf(z.object({ says: z.string(), becomes: z.string().nullable() })),
  field: z.string().nullable(),
  format: z.string().nullable(),
});

const Figures = z.object({
  rows: Count,
  invoices: Count,
  credits: Count,
  payments: Count,
  customers: Count,
  totalCents: AnySum,
  openCents: AnySum,
  creditCents: AnySum,
  firstOn: AnyDay.nullable(),
  lastOn: AnyDay.nullable(),
});

const Sample = z.object({
  row: Count,
  what: z.string(),
  customer: z.string(),
  number: z.string(),
  on: AnyDay,
  dueOn: AnyDay.nullable(),
  cents: AnySum,
});

const Near = z.object({
  name: z.string(),
  key: z.string(),
  candidates: listOf(z.object({ number: z.string(), name: z.string() })),
});

/** `newLabels`: what it would make; a look from before files could name any has none. */
const Look = z.object({
  format: z.string(),
  headingRow: Count.nullable(),
  columns: listOf(Column),
  questions: listOf(z.object({ key: z.string(), says: z.string(), options: listOf(Answer) })),
  figures: Figures,
  aging: z.object({ asOf: AnyDay, aging: AgingAnswer }).nullable(),
  totals: listOf(z.object({ row: Count, label: z.string(), saysCents: AnySum, oursCents: AnySum })),
  leftOut: listOf(z.object({ why: z.string(), count: Count, rows: RowNumbers })),
  changed: listOf(z.object({ what: z.string(), count: Count, differenceCents: AnySum })),
  warnings: Groups,
  faults: Groups,
  faultCount: Count,
  sample: listOf(Sample),
  newCustomers: Count,
  matchedCustomers: Count,
  newLabels: listOf(z.string()).default([]),
  near: listOf(Near),
  alreadyThere: Count,
  already: z.object({ at: AnyInstant, by: z.string() }).nullable(),
});

/** `plan`: how the file is read now, to be sent back with a question's `patch` laid over it. */
export const ImportAnswer = Listed.extend({
  asked: Count,
  progress: z.object({ done: Count, of: Count }).nullable(),
  plan: ImportPlan,
  look: Look.nullable(),
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
  canUndo: z.boolean(),
});

/** `row` 0: of the file, and of no row. */
export const ImportFaultsAnswer = pageOf(z.object({ row: Count, column: z.string(), says: z.string() }));

export const ImportFileAnswer = OneFile;
export const StartedImportAnswer = OneFile.extend({ asked: Count });
