// What is said to have an invoice come again, and to pause, resume or end that.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { SCHEDULE_AS } from "./recurring.ts";

export const NewSchedule = z
  .strictObject({
    /** One that was issued, or a draft. */
    like: z.strictObject({ kind: z.enum(["invoice", "draft"]), id: z.uuid() }),
    every: z.enum(["week", "month"]),
    /** Of the month; 31 is its last. */
    day: z.number().int().min(1, "Enter a day from 1 to 31.").max(31, "Enter a day from 1 to 31.").nullable(),
    startsOn: AnyDay,
    endsOn: AnyDay.nullable(),
    count: z.number().int().min(1, "Enter how many.").max(1000, "At most 1,000.").nullable(),
    as: z.enum(SCHEDULE_AS),
  })
  .refine(({ every, day }) => (every === "month") === (day !== null), {
    path: ["day"],
    message: "Enter a day from 1 to 31.",
  });
export type NewSchedule = z.output<typeof NewSchedule>;

export const ScheduleId = z.uuid();
export const ScheduleChange = z.strictObject({
  scheduleId: ScheduleId,
  to: z.enum(["active", "paused", "ended"]),
});
export type ScheduleChange = z.output<typeof ScheduleChange>;
