// Which days a statement is asked for, as its address says: the day it closes, and the day its activity begins.
// What was typed stays in the fields, with what is wrong beside it.
import { z } from "zod";
import { Currency } from "@/domain/values/money-shapes.ts";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import { isDay, type Day } from "@/domain/values/day.ts";

/** The days as they were typed, whatever they are. */
export const STATEMENT_PARAMS = {
  currency: Currency,
  kind: z.enum(STATEMENT_KINDS),
  asOf: z.string(),
  from: z.string(),
  /** With the accounts of its branches. */
  family: z.literal("yes"),
};

export type StatementDays = { asOf: Day; fromOn?: Day };
export type Range = {
  typed: { asOf: string; from: string };
  faults: { asOf?: string; from?: string };
  /** null when the days make no statement. */
  days: StatementDays | null;
};

export function readRange(
  asked: { asOf?: string | undefined; from?: string | undefined },
  today: Day,
): Range {
  const typed = { asOf: asked.asOf ?? today, from: asked.from ?? "" };
  const asOf = dayOrNull(typed.asOf);
  const from = dayOrNull(typed.from);
  const faults = {
    ...(asOf === null && { asOf: "That isn’t a date." }),
    ...(asOf !== null && asOf > today && { asOf: "That day is still to come; choose today or earlier." }),
    ...(typed.from !== "" && from === null && { from: "That isn’t a date." }),
    ...(from !== null &&
      asOf !== null &&
      from > asOf && { from: "The activity begins after the statement closes." }),
  };
  const sound = asOf !== null && Object.keys(faults).length === 0;
  return { typed, faults, days: sound ? { asOf, ...(from !== null && { fromOn: from }) } : null };
}

const dayOrNull = (text: string): Day | null => (isDay(text) ? text : null);
