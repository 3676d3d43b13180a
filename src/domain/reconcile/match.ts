// What a business says that an account's customer owes, beside what the customer's own books say: which documents are the same on
// both sides, which differ in amount or date, and which only one side has. However they are paired, the sums of the parts are
// the difference of the two balances.
import { daysBetween, type Day } from "../values/day.ts";
import { minus, plus, sum, type Cents } from "../values/money.ts";

/** One document of one side. `cents`: positive where the customer owes it, negative where it is theirs. */
export type Entry = { number: string; onDay: Day | null; cents: Cents };

/** `by`: by its number, or, where no number is the same, by amount and day. */
export type Pair = { ours: Entry; theirs: Entry; by: "number" | "amount-and-day" };

export type Reconciled = {
  same: Pair[];
  /** The same number, and another amount or another day. */
  differing: Pair[];
  onlyOurs: Entry[];
  onlyTheirs: Entry[];
};

export type ReconciledSums = {
  oursCents: Cents;
  theirsCents: Cents;
  /** Ours less theirs; what the next three come to: only ours, less only theirs, and ours less theirs of those that differ. */
  differenceCents: Cents;
  onlyOursCents: Cents;
  onlyTheirsCents: Cents;
  differingCents: Cents;
};

export function reconcile(ours: readonly Entry[], theirs: readonly Entry[]): Reconciled {
  const left = { ours: [...ours], theirs: [...theirs] };
  const byNumber = [
    ...paired(left, (entry) => whole(entry.number)),
    // "INV-00042" in one's books is "42" in another's, where nothing else there could be.
    ...paired(left, (entry) => core(entry.number), true),
  ];
  const byAmount = paired(left, ({ cents, onDay }) => (onDay === null ? null : `${cents} ${onDay}`));
  const pairs: Pair[] = [
    ...byNumber.map((pair) => ({ ...pair, by: "number" as const })),
    ...byAmount.map((pair) => ({ ...pair, by: "amount-and-day" as const })),
  ];
  return {
    same: pairs.filter((pair) => !isDiffering(pair)),
    differing: pairs.filter(isDiffering),
    onlyOurs: left.ours,
    onlyTheirs: left.theirs,
  };
}

export function sumsOf({ same, differing, onlyOurs, onlyTheirs }: Reconciled): ReconciledSums {
  const total = (entries: readonly Entry[]) => sum(entries.map(({ cents }) => cents));
  const of = (pairs: readonly Pair[], side: "ours" | "theirs") => total(pairs.map((pair) => pair[side]));
  const [onlyOursCents, onlyTheirsCents] = [total(onlyOurs), total(onlyTheirs)];
  const oursCents = plus(plus(of(same, "ours"), of(differing, "ours")), onlyOursCents);
  const theirsCents = plus(plus(of(same, "theirs"), of(differing, "theirs")), onlyTheirsCents);
  return {
    oursCents,
    theirsCents,
    differenceCents: minus(oursCents, theirsCents),
    onlyOursCents,
    onlyTheirsCents,
    differingCents: minus(of(differing, "ours"), of(differing, "theirs")),
  };
}

export const differsInDay = ({ ours, theirs }: Pair): boolean =>
  ours.onDay !== null && theirs.onDay !== null && ours.onDay !== theirs.onDay;

const isDiffering = (pair: Pair): boolean => pair.ours.cents !== pair.theirs.cents || differsInDay(pair);

/** "inv 00042/a" as "INV00042A"; null where nothing is left. */
const whole = (number: string): string | null =>
  number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "") || null;

/** Its last figures without noughts before them. */
function core(number: string): string | null {
  const figures = /(\d+)\D*$/.exec(number.normalize("NFKC"))?.[1]?.replace(/^0+/, "");
  return figures === undefined || figures === "" ? null : figures;
}

type Left = { ours: Entry[]; theirs: Entry[] };
type Paired = { ours: Entry; theirs: Entry };

/** Takes those with the same key out of what is left; `alone`: only where one of each side has it. */
function paired(left: Left, keyOf: (entry: Entry) => string | null, alone = false): Paired[] {
  const [mine, yours] = [byKey(left.ours, keyOf), byKey(left.theirs, keyOf)];
  const pairs: Paired[] = [];
  for (const [key, ours] of mine) {
    const theirs = yours.get(key) ?? [];
    if (alone && (ours.length > 1 || theirs.length > 1)) continue;
    pairs.push(...nearest(ours, theirs));
  }
  const taken = new Set(pairs.flatMap((pair) => [pair.ours, pair.theirs]));
  left.ours = left.ours.filter((entry) => !taken.has(entry));
  left.theirs = left.theirs.filter((entry) => !taken.has(entry));
  return pairs;
}

function byKey(entries: readonly Entry[], keyOf: (entry: Entry) => string | null): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const known = found.get(key);
    if (known) known.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

/** Of several with one number, those with the same amount first, then those of the nearest days. */
function nearest(ours: readonly Entry[], theirs: readonly Entry[]): Paired[] {
  const free = new Set(theirs);
  const pairs: Paired[] = [];
  const take = (entry: Entry, fits: (other: Entry) => boolean) => {
    const [found] = [...free].filter(fits).sort((a, b) => apart(entry, a) - apart(entry, b));
    if (!found) return false;
    free.delete(found);
    pairs.push({ ours: entry, theirs: found });
    return true;
  };
  const others = ours.filter((entry) => !take(entry, ({ cents }) => cents === entry.cents));
  for (const entry of others) take(entry, () => true);
  return pairs;
}

const apart = (a: Entry, b: Entry): number =>
  a.onDay === null || b.onDay === null ? 0 : Math.abs(daysBetween(a.onDay, b.onDay));
