// What a customer asks of their business: in their words, and the documents in which their own list differs from the account.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { cents } from "../values/money.ts";

export const MOST_DIFFERENCES = 200;
export const LONGEST_NOTE = 1_000;

const Amount = z.number().int().min(-9_999_999_999_999).max(9_999_999_999_999).transform(cents);
const Side = z
  .strictObject({ number: z.string().trim().max(80), onDay: AnyDay.nullable(), cents: Amount })
  .nullable();

/** `ours`: as the account has it; `theirs`: as the customer says that theirs does. One of them may be missing. */
export const Difference = z
  .strictObject({ ours: Side, theirs: Side })
  .refine(({ ours, theirs }) => ours !== null || theirs !== null);
export const Differences = z.array(Difference).max(MOST_DIFFERENCES);

export type Difference = z.infer<typeof Difference>;

/** In words, for whoever answers it. */
export type Question = {
  questionId: string;
  note: string;
  differences: readonly Difference[];
  askedBy: string;
  askedAt: string;
  answeredBy: string | null;
  answeredAt: string | null;
};
