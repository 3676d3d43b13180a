// What a door accepts as the differences of a question. Apart from what they are, so that a page that only collects them isn't
// sent zod.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { LARGEST_AMOUNT, cents } from "../values/money.ts";
import { MOST_DIFFERENCES } from "./question.ts";

const Amount = z.number().int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT).transform(cents);
const Side = z
  .strictObject({ number: z.string().trim().max(80), onDay: AnyDay.nullable(), cents: Amount })
  .nullable();

const Difference = z
  .strictObject({ ours: Side, theirs: Side })
  .refine(({ ours, theirs }) => ours !== null || theirs !== null);
export const Differences = z.array(Difference).max(MOST_DIFFERENCES);
