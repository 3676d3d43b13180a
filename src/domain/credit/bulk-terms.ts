// What a change of many makes of one. Without zod, so that the page that shows it isn't sent it.
import type { Day } from "../values/day.ts";
import { cents, type Cents } from "../values/money.ts";
import type { DecidedTerms } from "./credit-terms.ts";

export type BulkChange =
  | { kind: "limit"; limitCents: Cents }
  /** 10 is a tenth more, -50 half of it; no limit and none at all stay. */
  | { kind: "percent"; percent: number }
  | { kind: "hold" }
  | { kind: "release" }
  | { kind: "review"; reviewOn: Day | null };

export function bulkTerms(terms: DecidedTerms, change: BulkChange): DecidedTerms {
  if (change.kind === "limit") return { ...terms, limit: { kind: "limit", limitCents: change.limitCents } };
  if (change.kind === "review") return { ...terms, reviewOn: change.reviewOn };
  // A charge-off and a closed account are neither held nor released with others.
  if (change.kind === "hold") return terms.status === "good" ? { ...terms, status: "hold" } : terms;
  if (change.kind === "release") return terms.status === "hold" ? { ...terms, status: "good" } : terms;
  const { limit } = terms;
  if (limit.kind !== "limit") return terms;
  const limitCents = cents(Math.round((limit.limitCents * (100 + change.percent)) / 100));
  return { ...terms, limit: { kind: "limit", limitCents } };
}
