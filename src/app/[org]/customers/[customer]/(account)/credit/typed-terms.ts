// Credit terms as they are typed: amounts and days are text until they are read, so that nothing typed is ever lost.
import { CREDIT_STATUSES, type CreditStatus } from "@/domain/ledger/account.ts";
import type { DecidedTerms, TemporaryLimit } from "@/domain/credit/credit-terms.ts";
import { isDay } from "@/domain/values/day.ts";
import { minorDigits, parseAmount, typedAmount } from "@/domain/values/money.ts";
import { sampleNumber, type Notation } from "@/domain/values/written-number.ts";

export type Typed = {
  status: CreditStatus;
  chargingAllowed: boolean;
  kind: DecidedTerms["limit"]["kind"];
  limit: string;
  /** Whether there is a limit for a while, what it is, and its last day. */
  isRaised: boolean;
  raised: string;
  until: string;
  holdExempt: boolean;
  reviewOn: string;
};

export const typedOf = (
  { status, chargingAllowed, limit, temporary, holdExempt, reviewOn }: DecidedTerms,
  { currency, locale }: Notation,
): Typed => ({
  status,
  chargingAllowed,
  kind: limit.kind,
  limit: limit.kind === "limit" ? typedAmount(limit.limitCents, currency, locale) : "",
  isRaised: temporary !== null,
  raised: temporary ? typedAmount(temporary.limitCents, currency, locale) : "",
  until: temporary?.until ?? "",
  holdExempt,
  reviewOn: reviewOn ?? "",
});

export const statusOf = (value: string): CreditStatus =>
  CREDIT_STATUSES.find((status) => status === value) ?? "good";

/** Who may charge needs a limit to charge up to: where none is set, it is asked for. */
export const withCharging = (typed: Typed, chargingAllowed: boolean): Typed => ({
  ...typed,
  chargingAllowed,
  kind: chargingAllowed && typed.kind === "none" ? "limit" : typed.kind,
});

/** What is wrong, by the field that it is about. */
export type TermFaults = { limit?: string; raised?: string; until?: string };

/** The terms, or what is wrong with them. */
export function readTerms(
  typed: Typed,
  notation: Notation,
): { terms: DecidedTerms; faults: TermFaults } | { terms: null; faults: TermFaults } {
  const { status, chargingAllowed, holdExempt, reviewOn } = typed;
  const [limit, raised] = [readLimit(typed, notation), readRaised(typed, notation)];
  if ("fault" in limit || "faults" in raised)
    return {
      terms: null,
      faults: { ...("fault" in limit && { limit: limit.fault }), ...("faults" in raised && raised.faults) },
    };
  const reviewed = isDay(reviewOn) ? reviewOn : null;
  return {
    terms: { status, chargingAllowed, holdExempt, reviewOn: reviewed, ...limit, ...raised },
    faults: {},
  };
}

function readLimit(
  { kind, limit }: Typed,
  notation: Notation,
): Pick<DecidedTerms, "limit"> | { fault: string } {
  if (kind !== "limit") return { limit: { kind } };
  const read = readAmount(limit, notation);
  return typeof read === "number" ? { limit: { kind, limitCents: read } } : read;
}

function readRaised(
  { isRaised, raised, until }: Typed,
  notation: Notation,
): { temporary: TemporaryLimit | null } | { faults: TermFaults } {
  if (!isRaised) return { temporary: null };
  const limitCents = readAmount(raised, notation);
  if (typeof limitCents === "number" && isDay(until)) return { temporary: { limitCents, until } };
  return {
    faults: {
      ...(typeof limitCents !== "number" && { raised: limitCents.fault }),
      ...(!isDay(until) && { until: "Choose its last day." }),
    },
  };
}

function readAmount(text: string, { currency, locale }: Notation) {
  const read = parseAmount(text, currency, locale);
  if (typeof read === "number" && read >= 0) return read;
  if (read === "too-large") return { fault: "That is more than a limit can be." };
  return {
    fault: `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}, or choose that none is set.`,
  };
}
