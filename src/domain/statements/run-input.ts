// What is said to begin a run, and to go on with one.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { TermsCode } from "../values/terms-shape.ts";
import { RUN_DELIVERIES, type RunDelivery } from "./run.ts";
import { STATEMENT_KINDS } from "./kinds.ts";

const isDelivery = (name: string): name is RunDelivery => Object.hasOwn(RUN_DELIVERIES, name);
export const DELIVERIES = Object.keys(RUN_DELIVERIES).filter(isDelivery);

export const NewRun = z.strictObject({
  kind: z.enum(STATEMENT_KINDS),
  asOf: AnyDay,
  /** Where the activity begins; left out, the first of the month of `asOf`. */
  fromOn: AnyDay.optional(),
  deliver: z.enum(DELIVERIES),
  selection: z
    .strictObject({
      minCents: PositiveCents.nullable().default(null),
      pastDueOnly: z.boolean().default(false),
      activeOnly: z.boolean().default(false),
      reachedBy: z.enum(["mail", "letter"]).nullable().default(null),
      classId: z.uuid().nullable().default(null),
      labelId: z.uuid().nullable().default(null),
      terms: TermsCode.nullable().default(null),
      families: z.boolean().default(false),
    })
    .prefault({}),
});
export type NewRun = z.output<typeof NewRun>;

/** The same choice, on its day each month; the activity begins on the first of the statements' month. */
export const NewRunSchedule = NewRun.omit({ asOf: true, fromOn: true }).extend({
  on: z.enum(["first", "last-business-day"]),
  goes: z.enum(["rehearsal", "through"]),
});
export type NewRunSchedule = z.output<typeof NewRunSchedule>;

export const RunScheduleAsked = z.strictObject({ scheduleId: z.uuid() });

export const RunAsked = z.strictObject({ runId: z.uuid() });

/** One customer of a rehearsed run, taken out of it or put back. */
export const RunEntryChange = z.strictObject({
  runId: z.uuid(),
  /** Its account: a run has one entry of each. */
  entryId: z.uuid(),
  to: z.enum(["ready", "left-out"]),
});
export type RunEntryChange = z.output<typeof RunEntryChange>;
