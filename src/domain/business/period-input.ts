// What is said to close months of the books, and to open one again.
import { z } from "zod";
import { monthOf } from "../values/day.ts";
import { AnyDay } from "../values/day-shape.ts";

const Month = AnyDay.refine((day) => day === monthOf(day), "Not a month.");

/** From the first month to the last, both included. */
export const PeriodRange = z
  .strictObject({ from: Month, through: Month })
  .refine(({ from, through }) => from <= through, {
    path: ["through"],
    message: "The range ends before it begins.",
  });
export type PeriodRange = z.output<typeof PeriodRange>;

export const ReopenedPeriod = z.strictObject({ month: Month });
export type ReopenedPeriod = z.output<typeof ReopenedPeriod>;

/** The day that the books are to start on. */
export const NewStart = z.strictObject({ startOn: AnyDay });
export type NewStart = z.output<typeof NewStart>;
