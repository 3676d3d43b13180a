// A run as its form holds it, as texts, and what the server is told of it.
import { STATEMENT_KINDS, type StatementKind } from "@/domain/statements/kinds.ts";
import type { RunDay, RunGoes } from "@/domain/statements/run-schedule.ts";
import type { RunDelivery } from "@/domain/statements/run.ts";
import { day, isDay, type Day } from "@/domain/values/day.ts";
import { parseAmount } from "@/domain/values/money.ts";

export type GivenRun = {
  kind: StatementKind;
  asOf: string;
  fromOn: string;
  deliver: RunDelivery;
  min: string;
  pastDueOnly: boolean;
  activeOnly: boolean;
  families: boolean;
  reachedBy: "" | "mail" | "letter";
  classId: string;
  labelId: string;
  terms: string;
  /** "" is once, now. */
  on: "" | RunDay;
  goes: RunGoes;
};

export const NOTHING_GIVEN = {
  kind: "open-item",
  fromOn: "",
  deliver: "mail",
  min: "",
  pastDueOnly: false,
  activeOnly: false,
  families: false,
  reachedBy: "",
  classId: "",
  labelId: "",
  terms: "",
  on: "",
  goes: "rehearsal",
} as const satisfies Omit<GivenRun, "asOf">;

export const kindOf = (text: string): StatementKind =>
  STATEMENT_KINDS.find((kind) => kind === text) ?? "open-item";
export const reachedOf = (text: string): GivenRun["reachedBy"] =>
  text === "mail" || text === "letter" ? text : "";
export const deliveryOf = (text: string): RunDelivery =>
  text === "print" || text === "none" ? text : "mail";

export type Reading = { currency: string; locale: string };

export function faultsOf(
  given: GivenRun,
  today: Day,
  { currency, locale }: Reading,
): Partial<Record<keyof GivenRun, string>> {
  const amount = given.min.trim() === "" ? null : parseAmount(given.min, currency, locale);
  return {
    ...(given.on === "" && dayFaults(given, today)),
    ...((typeof amount === "string" || (amount !== null && amount <= 0)) && {
      min: "Enter an amount of more than nothing, or leave it empty.",
    }),
  };
}

function dayFaults({ asOf, fromOn }: GivenRun, today: Day): Partial<Record<keyof GivenRun, string>> {
  return {
    ...(!isDay(asOf) && { asOf: "That isn’t a date." }),
    ...(isDay(asOf) && asOf > today && { asOf: "That day is still to come; choose today or earlier." }),
    ...(fromOn !== "" && !isDay(fromOn) && { fromOn: "That isn’t a date." }),
    ...(isDay(fromOn) && fromOn > asOf && { fromOn: "The activity begins after the statement closes." }),
  };
}

/** What a run and one that comes again have in common. */
export function choiceOf(given: GivenRun, { currency, locale }: Reading) {
  const { kind, deliver, min, pastDueOnly, activeOnly, families, reachedBy, classId, labelId, terms } = given;
  const amount = min.trim() === "" ? null : parseAmount(min, currency, locale);
  return {
    kind,
    deliver,
    selection: {
      minCents: typeof amount === "number" ? amount : null,
      pastDueOnly,
      activeOnly,
      families,
      reachedBy: reachedBy === "" ? null : reachedBy,
      classId: classId === "" ? null : classId,
      labelId: labelId === "" ? null : labelId,
      terms: terms === "" ? null : terms,
    },
  };
}

export const daysOf = ({ asOf, fromOn }: GivenRun) => ({
  asOf: day(asOf),
  ...(fromOn !== "" && { fromOn: day(fromOn) }),
});

export const comesOf = (text: string): GivenRun["on"] =>
  text === "first" || text === "last-business-day" ? text : "";
