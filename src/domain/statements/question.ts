// What a customer asks of their business: in their words, and the documents in which their own list differs from the account.
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

export const MOST_DIFFERENCES = 200;
export const LONGEST_NOTE = 1_000;

type Side = { number: string; onDay: Day | null; cents: Cents } | null;

/** `ours`: as the account has it; `theirs`: as the customer says that theirs does. One of them may be missing. */
export type Difference = { ours: Side; theirs: Side };
