// What has to happen before held retainage may be billed, and since when it may. Conditions lie on each held line, open or met
// on a day; an expected day is a guess, and counts by itself only where nothing else is asked for.
import type { Day } from "../values/day.ts";

export const CONDITION_KINDS = ["completion", "waiver", "close-out", "other"] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const CONDITION_WORDS: Readonly<Record<ConditionKind, string>> = {
  completion: "Completion",
  waiver: "Lien waiver",
  "close-out": "Close-out papers",
  other: "Other",
};

/** What is waited for; `words` say it where its kind doesn't. */
export type Condition = { kind: ConditionKind; words: string };
/** `metOn` null: it is open. `metBy` is who said so. */
export type KeptCondition = Condition & { metOn: Day | null; metBy: string };
export type ReleaseTerms = { expectedOn: Day | null; conditions: readonly KeptCondition[] };

export const conditionWords = ({ kind, words }: Condition): string =>
  kind === "other" ? words : CONDITION_WORDS[kind];

/** Two of the same kind differ by their words alone. */
export const conditionKey = ({ kind, words }: Condition): string => `${kind} ${words}`;

export const openConditions = ({ conditions }: ReleaseTerms): KeptCondition[] =>
  conditions.filter(({ metOn }) => metOn === null);

/**
 * The day since when a line may be billed: the last of its conditions was met, or, where there are none, its expected day has
 * come; never before it was invoiced. null while it has to wait, and where nothing was said.
 */
export function billableSince(
  { expectedOn, conditions }: ReleaseTerms,
  { issuedOn, today }: { issuedOn: Day; today: Day },
): Day | null {
  if (conditions.length === 0)
    return expectedOn !== null && expectedOn <= today ? later(expectedOn, issuedOn) : null;
  return conditions.reduce<Day | null>(
    (since, { metOn }) => (since === null || metOn === null ? null : later(since, metOn)),
    issuedOn,
  );
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
