// What the API answers with, where it is no document's own: sums, instants, and a page of a list.
import { z } from "zod";
import { MONEY } from "./money-shapes.ts";
import { isoInstant } from "./instant.ts";
import type { Cents } from "./money.ts";

/** A balance or another sum, which may be more than one document may carry. */
export const AnySum = z
  .custom<Cents>((value) => Number.isSafeInteger(value), "not a sum of money")
  .meta(MONEY);

/** As the database wrote it, or in the form of machines already: comes out in that form. */
export const AnyInstant = z
  .string()
  .overwrite((text) => isoInstant(text))
  .meta({ format: "date-time" });

/** A list, which nobody changes. */
export const listOf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly();

/** `next`: where the next page begins, to be sent back as the cursor; null on the last one. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: listOf(row), next: z.string().nullable() });

export const EventNameAnswer = z.object({ eventId: z.number().int(), name: z.string() });
export const ChangedAnswer = z.object({ version: z.number().int() });
