// What two customers that become one differ in, and which of it counts afterwards. A merge loosens nothing by itself: the
// one that stays keeps its terms, unless the other's are stricter; whoever merges may choose otherwise. Terms that nobody
// ever decided on the one that goes are no reason to take credit away. Texts are carried over and never chosen between.
import { CREDIT_STATUSES } from "../ledger/account.ts";
import { isShorter } from "../values/terms.ts";
import { sameLimit, type DecidedTerms } from "../credit/credit-terms.ts";

export const MERGE_SIDES = ["from", "into"] as const;
export type MergeSideName = (typeof MERGE_SIDES)[number];

export const MERGE_FIELDS = ["status", "charging", "limit", "terms", "discount"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** `currency` says of which account; null is the customer's own. */
export type MergeChoice = { field: MergeField; currency: string | null; side: MergeSideName };

/**
 * `side`: whose counts, where nobody chooses; `stricter`: whose lets less be charged, whoever decided it; null where neither is:
 * of two discounts each gives less for something.
 */
export type MergeDifference = MergeChoice & { stricter: MergeSideName | null };

export type MergeTerms = {
  terms: string;
  /** The discount class in use; null for none. */
  classId: string | null;
  accounts: readonly { currency: string; decided: DecidedTerms }[];
};

type Two<Value> = Readonly<Record<MergeSideName, Value>>;

/** The profile's first, then those of each currency in which both have an account; an account alone moves as it is. */
export function mergeDifferences({ from, into }: Two<MergeTerms>): MergeDifference[] {
  const days: MergeDifference[] =
    from.terms === into.terms
      ? []
      : [bySide({ field: "terms", currency: null }, isShorter(from.terms, into.terms))];
  // The one that stays keeps its own, none among them, unless somebody says otherwise.
  const discount: MergeDifference[] =
    from.classId === into.classId
      ? []
      : [{ field: "discount", currency: null, side: "into", stricter: null }];
  const ofAccounts = into.accounts.flatMap(({ currency, decided }) => {
    const theirs = from.accounts.find((each) => each.currency === currency);
    return theirs
      ? creditDifferences({ from: theirs.decided, into: decided }).map((each) => ({ ...each, currency }))
      : [];
  });
  return [...days, ...discount, ...ofAccounts];
}

/** Where one is stricter, that one counts, unless nobody ever decided it. */
function bySide<Named>(named: Named, fromIsStricter: boolean, isDecided = true) {
  const stricter: MergeSideName = fromIsStricter ? "from" : "into";
  return { ...named, stricter, side: isDecided ? stricter : ("into" as const) };
}

function creditDifferences({ from, into }: Two<DecidedTerms>): Omit<MergeDifference, "currency">[] {
  const isDecided = from.chargingAllowed || from.limit.kind !== "none" || from.status !== "good";
  const rank = ({ status }: DecidedTerms) => CREDIT_STATUSES.indexOf(status);
  const field = <Name extends MergeField>(name: Name, fromIsStricter: boolean, decided = isDecided) =>
    bySide({ field: name }, fromIsStricter, decided);
  return [
    ...(from.status === into.status ? [] : [field("status", rank(from) > rank(into))]),
    ...(from.chargingAllowed === into.chargingAllowed ? [] : [field("charging", !from.chargingAllowed)]),
    ...(sameLimit(from.limit, into.limit)
      ? []
      : [field("limit", reachOf(from.limit) < reachOf(into.limit), isDecided && from.limit.kind !== "none")]),
  ];
}

/** How much a limit lets be charged; none set lets nothing. */
function reachOf(limit: DecidedTerms["limit"]): number {
  if (limit.kind === "limit") return limit.limitCents;
  return limit.kind === "none" ? -1 : Number.POSITIVE_INFINITY;
}

/** Whose counts of one difference: as it was chosen, else as it is by itself. */
export const sideOf = (difference: MergeDifference, choices: readonly MergeChoice[]): MergeSideName =>
  choices.find(({ field, currency }) => field === difference.field && currency === difference.currency)
    ?.side ?? difference.side;

/** The credit terms of one account after the merge. */
export function mergedCredit(
  sides: Two<DecidedTerms>,
  currency: string,
  choices: readonly MergeChoice[],
): DecidedTerms {
  const differences = creditDifferences(sides).map((each) => ({ ...each, currency }));
  const of = (wanted: MergeField): DecidedTerms => {
    const difference = differences.find(({ field }) => field === wanted);
    return sides[difference ? sideOf(difference, choices) : "into"];
  };
  return {
    ...sides.into,
    status: of("status").status,
    chargingAllowed: of("charging").chargingAllowed,
    limit: of("limit").limit,
  };
}

/** How long each of a customer's texts may be. */
export const TEXT_LIMITS = { memo: 2000, privateNotes: 5000 } as const;

/** Both texts, the one that stays first; said once where both say it. */
export function joinedTexts({ from, into }: Two<string>): string {
  const [kept, carried] = [into.trim(), from.trim()];
  if (carried === "" || kept === carried || kept.split("\n").includes(carried)) return kept;
  return kept === "" ? carried : `${kept}\n${carried}`;
}
