// The moment a page is asked for, as its address says: a day, and the time on the business's wall clock at which it was
// known. What can't be read, or is still to come, is as good as none, and is told by its field.
import { z } from "zod";
import { readParams, type SearchParams } from "@/domain/lists/search-params.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import type { Day } from "@/domain/values/day.ts";
import { instantAt, msOf } from "@/domain/values/instant.ts";
import { now } from "@/server/clock.ts";

export type MomentParams = {
  asOf: Day | undefined;
  /** As it was typed, for the address and the field, and the instant that it means. */
  known: { typed: string; at: string } | undefined;
  /** What was asked for and is no day, or no time. */
  unread: { asOf?: string; knownAt?: string };
  /** Nothing can be known yet of the time that was asked for. */
  isAhead: boolean;
};

export function readMoment(params: SearchParams, zone: string): MomentParams {
  const typed = readParams({ asOf: z.string(), knownAt: z.string() }, params);
  const { asOf } = readParams({ asOf: AnyDay }, params);
  const at = typed.knownAt === undefined ? null : instantAt(typed.knownAt, zone);
  const isAhead = at !== null && msOf(at) > now().getTime();
  return {
    asOf,
    known: typed.knownAt !== undefined && at !== null && !isAhead ? { typed: typed.knownAt, at } : undefined,
    isAhead,
    unread: {
      ...(typed.asOf !== undefined && asOf === undefined && { asOf: typed.asOf }),
      ...(typed.knownAt !== undefined && at === null && { knownAt: typed.knownAt }),
    },
  };
}

/** What an address of the same moment says. */
export const momentHref = ({ asOf, known }: Pick<MomentParams, "asOf" | "known">) => ({
  asOf,
  knownAt: known?.typed,
});

/** What a procedure is asked for. */
export const momentInput = ({ asOf, known }: Pick<MomentParams, "asOf" | "known">) => ({
  ...(asOf && { asOf }),
  ...(known && { knownAt: known.at }),
});

/** The same of a file, which has no field to tell it by: what can't be read is passed on, to be refused. */
export const momentOfFile = ({ unread, ...moment }: Omit<MomentParams, "isAhead">) => ({
  ...momentInput(moment),
  ...unread,
});

/** What is wrong with the moment that was asked for, by field. */
export function momentFaults(
  { asOf, unread, isAhead }: MomentParams,
  today: Day,
): { asOf?: string; knownAt?: string } {
  return {
    ...(unread.asOf && { asOf: `“${shortened(unread.asOf)}” isn’t a date. Today is shown.` }),
    ...(asOf && asOf > today && { asOf: "That day is still to come. Today is shown." }),
    ...(unread.knownAt && {
      knownAt: `“${shortened(unread.knownAt)}” isn’t a time. What is known now is shown.`,
    }),
    ...(isAhead && { knownAt: "That time is still to come. What is known now is shown." }),
  };
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
