// The moment a page is asked for, as its address says: a day, and the time on the business's wall clock at which it was
// known. What can't be read is as good as none: today, as known now.
import { z } from "zod";
import { readParams, type SearchParams } from "@/domain/lists/search-params.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import type { Day } from "@/domain/values/day.ts";
import { instantAt } from "@/domain/values/instant.ts";

export type MomentParams = {
  asOf: Day | undefined;
  /** As it was typed, for the address and the field, and the instant that it means. */
  known: { typed: string; at: string } | undefined;
};

export function readMoment(params: SearchParams, zone: string): MomentParams {
  const { asOf, knownAt: typed } = readParams({ asOf: AnyDay, knownAt: z.string() }, params);
  const at = typed === undefined ? null : instantAt(typed, zone);
  return {
    asOf,
    known: typed !== undefined && at !== null ? { typed, at } : undefined,
  };
}

/** What an address of the same moment says. */
export const momentHref = ({ asOf, known }: MomentParams) => ({ asOf, knownAt: known?.typed });

/** What a procedure is asked for. */
export const momentInput = ({ asOf, known }: MomentParams) => ({
  ...(asOf && { asOf }),
  ...(known && { knownAt: known.at }),
});
