// Credit terms as they are typed: the limit is text until it is read, so that nothing typed is ever lost.
import { CREDIT_STATUSES, type CreditStatus } from "@/domain/ledger/account.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { minorDigits, parseAmount, typedAmount } from "@/domain/values/money.ts";
import { sampleNumber, type Notation } from "@/domain/values/written-number.ts";

export type Typed = {
  status: CreditStatus;
  chargingAllowed: boolean;
  kind: DecidedTerms["limit"]["kind"];
  limit: string;
};

export const typedOf = (
  { status, chargingAllowed, limit }: DecidedTerms,
  { currency, locale }: Notation,
): Typed => ({
  status,
  chargingAllowed,
  kind: limit.kind,
  limit: limit.kind === "limit" ? typedAmount(limit.limitCents, currency, locale) : "",
});

export const statusOf = (value: string): CreditStatus =>
  CREDIT_STATUSES.find((status) => status === value) ?? "good";

/** The terms, or what is wrong with the limit. */
export function readTerms(
  { status, chargingAllowed, kind, limit }: Typed,
  { currency, locale }: Notation,
): { terms: DecidedTerms; fault: undefined } | { terms: null; fault: string } {
  const decided = { status, chargingAllowed };
  if (kind !== "limit") return { terms: { ...decided, limit: { kind } }, fault: undefined };
  const read = parseAmount(limit, currency, locale);
  if (typeof read === "number" && read >= 0)
    return { terms: { ...decided, limit: { kind, limitCents: read } }, fault: undefined };
  if (read === "too-large") return { terms: null, fault: "That is more than a limit can be." };
  return {
    terms: null,
    fault: `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}, or choose that none is set.`,
  };
}
