// Credit terms in words, and what a change of them changed.
import { STATUS_WORDS } from "../ledger/account-words.ts";
import type { CanCharge, CreditLimit } from "../ledger/account.ts";
import type { Day } from "../values/day.ts";
import { sameLimit, sameTemporary, type DecidedTerms } from "./credit-terms.ts";
import type { Cents } from "../values/money.ts";

type Write = (amount: Cents) => string;

export function limitWords(limit: CreditLimit, write: Write): string {
  if (limit.kind === "none") return "not set";
  return limit.kind === "unlimited" ? "unlimited" : write(limit.limitCents);
}

export const chargeableWords = (can: CanCharge, write: Write): string => {
  if (can.kind === "unlimited") return "any amount";
  return can.kind === "refused" || can.amountCents === 0 ? "nothing" : write(can.amountCents);
};

/** "limit 5,000.00", "on hold", "may charge": the terms as they stand. */
export const termsWords = ({ status, chargingAllowed, limit }: DecidedTerms, write: Write): string[] => [
  STATUS_WORDS[status],
  chargingAllowed ? "may charge" : "may not charge",
  `limit ${limitWords(limit, write)}`,
];

type WriteDay = (day: Day) => string;

export type TermChange = { what: string; before: string; after: string };

/** Only what is different. */
export function termChanges(
  before: DecidedTerms,
  after: DecidedTerms,
  { write, writeDay }: { write: Write; writeDay: WriteDay },
): TermChange[] {
  const said = (allowed: boolean) => (allowed ? "yes" : "no");
  const raised = ({ temporary }: DecidedTerms) =>
    temporary ? `${write(temporary.limitCents)} to ${writeDay(temporary.until)}` : "none";
  const review = ({ reviewOn }: DecidedTerms) => (reviewOn ? writeDay(reviewOn) : "no day");
  return [
    ...(sameLimit(before.limit, after.limit)
      ? []
      : [
          {
            what: "Credit limit",
            before: limitWords(before.limit, write),
            after: limitWords(after.limit, write),
          },
        ]),
    ...(before.status === after.status
      ? []
      : [{ what: "Status", before: STATUS_WORDS[before.status], after: STATUS_WORDS[after.status] }]),
    ...(before.chargingAllowed === after.chargingAllowed
      ? []
      : [
          {
            what: "May charge",
            before: said(before.chargingAllowed),
            after: said(after.chargingAllowed),
          },
        ]),
    ...(sameTemporary(before.temporary, after.temporary)
      ? []
      : [{ what: "Limit for a while", before: raised(before), after: raised(after) }]),
    ...(before.holdExempt === after.holdExempt
      ? []
      : [
          {
            what: "Exempt from automatic holds",
            before: said(before.holdExempt),
            after: said(after.holdExempt),
          },
        ]),
    ...(before.reviewOn === after.reviewOn
      ? []
      : [{ what: "Review", before: review(before), after: review(after) }]),
  ];
}
