// The moment a page is asked for, as its address says: a day, and the time on the business's wall clock at which it was
// known. What can't be read is as good as none: today, as known now.
import { isDay, type Day } from "@/domain/values/day.ts";
import { instantAt } from "@/domain/values/instant.ts";
import { asked } from "../_shell/links.ts";

export type MomentParams = {
  asOf: Day | undefined;
  /** As it was typed, for the address and the field, and the instant that it means. */
  known: { typed: string; at: string } | undefined;
};

export function readMoment(
  params: Record<string, string | string[] | undefined>,
  zone: string,
): MomentParams {
  const [asOf, typed] = [asked(params, "asOf"), asked(params, "knownAt")];
  const at = typed === undefined ? null : instantAt(typed, zone);
  return {
    asOf: asOf !== undefined && isDay(asOf) ? asOf : undefined,
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
