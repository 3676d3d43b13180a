// How a file is to be read, as far as a person has said so. What is null is what the file itself settles, and where it
// doesn't, is asked (look.ts). The same value serves the page, the command line and the memory of a heading set.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { IMPORT_KINDS } from "./fields.ts";

export const DAY_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];
export const DECIMAL_SIGNS = [".", ","] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

const Kind = z.enum(IMPORT_KINDS);

/** What a person may say of it. */
const SAID = {
  /** By the column's place, counted from 0: what it holds, "" where it is left alone. One that isn't named is proposed. */
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40)),
  days: z.enum(DAY_ORDERS).nullable(),
  decimal: z.enum(DECIMAL_SIGNS).nullable(),
  /** "open": what is left of each item, against opening balances, on the day `openAsOf`. "history": as it was billed and paid. */
  way: z.enum(["history", "open"]).nullable(),
  openAsOf: AnyDay.nullable(),
  /** Amounts with more decimals than the currency has are rounded, and counted. */
  round: z.boolean(),
  /** Rows with a fault are left out, and counted; else the whole file is refused. */
  leaveFaulty: z.boolean(),
  /** A name that is near to one in the books, by its folded form: the customer's number there, or "" for a new one. */
  customers: z.record(z.string().max(200), z.string().max(60)),
};

export const ImportPlan = z.strictObject({
  kind: Kind,
  columns: SAID.columns.default({}),
  days: SAID.days.default(null),
  decimal: SAID.decimal.default(null),
  way: SAID.way.default(null),
  openAsOf: SAID.openAsOf.default(null),
  round: SAID.round.default(false),
  leaveFaulty: SAID.leaveFaulty.default(false),
  customers: SAID.customers.default({}),
});
export type ImportPlan = z.output<typeof ImportPlan>;

/** An answer to a question: laid over the plan, it says so much more. */
export const PlanPatch = z.strictObject(SAID).partial();
export type PlanPatch = Partial<Omit<ImportPlan, "kind">>;

export const planFor = (kind: ImportPlan["kind"]): ImportPlan => ImportPlan.parse({ kind });
