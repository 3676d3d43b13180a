// How a figure of an account is made: the formula with its numbers, and the events and decisions that add up to it, to
// the cent. What is too long for one page is told as a number of further ones and their exact sum.
import { usedOfLimit, type AccountFigures, type CreditLimit } from "../ledger/account.ts";
import { assert } from "../assert.ts";
import type { Day } from "../values/day.ts";
import { freeCreditOf } from "../ledger/earmark.ts";
import { minus, negative, plus, sum, ZERO, type Cents } from "../values/money.ts";

export const FIGURES = ["balance", "credit", "net", "charge", "limit"] as const;
export type Figure = (typeof FIGURES)[number];
export const isFigure = (text: string | undefined): text is Figure =>
  FIGURES.some((figure) => figure === text);

/** One addend. Those that are no event, such as the limit or an earmark, have no Event ID. */
export type DerivedLine = {
  eventId: number | null;
  name: string;
  /** Of the event, or of the decision. */
  on: Day | null;
  note: string;
  cents: Cents;
};

/** Lines that aren't on this page, and what they come to. */
export type Others = { count: number; cents: Cents };

export type DerivedPage = {
  figure: Figure;
  /** What the lines come to. For Can Charge it may lie below zero. */
  resultCents: Cents;
  lines: DerivedLine[];
  before: Others;
  after: Others;
  next: string | null;
};

/** Asserted whenever a derivation is made: nothing is missing and nothing counts twice. */
export function assertAddsUp({ resultCents, lines, before, after }: DerivedPage): void {
  const shown = sum(lines.map((line) => line.cents));
  assert(plus(plus(before.cents, shown), after.cents) === resultCents, "the lines add up to the figure");
}

/** What the lines of a figure must come to, whatever they are; null where there is no sum, as of a limit that isn't set. */
export function resultOf(figure: Figure, figures: AccountFigures, limit: CreditLimit): Cents | null {
  switch (figure) {
    case "balance":
      return figures.balanceCents;
    case "credit":
      return figures.openCreditCents;
    case "net":
      return figures.netCents;
    case "charge":
      return limit.kind === "limit" ? minus(limit.limitCents, usedOfLimit(figures)) : null;
    case "limit":
      return limit.kind === "limit" ? limit.limitCents : null;
  }
}

export type Addend = { name: string; cents: Cents; sign?: "+" | "−" };

/** The formula with its numbers: the parts as they are read, each with its sign. */
export function formulaOf(figure: Figure, figures: AccountFigures, limit: CreditLimit): Addend[] {
  const { balanceCents, openCreditCents, earmarkedCents, reservedCents } = figures;
  const standing = limit.kind === "limit" ? limit.limitCents : ZERO;
  switch (figure) {
    case "balance":
    case "limit":
      return [];
    case "credit":
      return [
        { name: "Free", cents: freeCreditOf(figures) },
        { name: "Earmarked", cents: earmarkedCents, sign: "+" },
      ];
    case "net":
      return [
        { name: "Account balance", cents: balanceCents },
        { name: "Open credit", cents: openCreditCents, sign: "−" },
      ];
    case "charge":
      return [
        { name: "Credit limit", cents: standing },
        { name: "Account balance", cents: balanceCents, sign: "−" },
        { name: "Open credit", cents: openCreditCents, sign: "+" },
        ...(figures.countEarmarked ? [] : [{ name: "Earmarked", cents: earmarkedCents, sign: "−" as const }]),
        { name: "Reserved", cents: reservedCents, sign: "−" },
      ];
  }
}

export const signed = ({ cents, sign }: Addend): Cents => (sign === "−" ? negative(cents) : cents);
