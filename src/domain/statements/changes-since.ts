// What has happened on an account since a statement of it was drawn up: each event with what was owed after it, from the
// statement's closing balance to today's, so that nothing stands between the two that isn't told.
import { assert } from "../assert.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, plus, sum, type Cents } from "../values/money.ts";

/** `amountCents` is positive where more is owed by it. `documentNumber`: of its invoice or credit memo. */
export type ChangeEvent = {
  eventId: number;
  /** What the books call it: "Invoice", "Check 4471". */
  type: string;
  onDay: Day;
  documentNumber: string | null;
  amountCents: Cents;
  /** Reversed since, too: told once, and changes nothing. */
  isVoided: boolean;
};
export type Change = ChangeEvent & { balanceCents: Cents };

/** The latest changes, oldest first, and what those before them come to. `count` is of all of them. */
export type ChangesSince = {
  saidCents: Cents;
  nowCents: Cents;
  count: number;
  earlier: { count: number; amountCents: Cents };
  lines: readonly Change[];
};

export type FoundChanges = { latest: readonly ChangeEvent[]; count: number; amountCents: Cents };

/** `latest`: oldest first; `count` and `amountCents` are of all, also of those before them. A voided one comes to nothing. */
export function changesSince(
  saidCents: Cents,
  nowCents: Cents,
  { latest, count, amountCents }: FoundChanges,
): ChangesSince {
  assert(
    plus(saidCents, amountCents) === nowCents,
    "the statement and what came after it are today's balance",
  );
  const told = sum(latest.map(changeOf));
  const earlier = { count: count - latest.length, amountCents: minus(amountCents, told) };
  assert(earlier.count > 0 || earlier.amountCents === 0, "changes that aren't there come to nothing");
  let balanceCents = plus(saidCents, earlier.amountCents);
  const lines = latest.map((event) => {
    balanceCents = plus(balanceCents, changeOf(event));
    return { ...event, balanceCents };
  });
  return { saidCents, nowCents, count, earlier, lines };
}

const changeOf = ({ isVoided, amountCents }: ChangeEvent): Cents => (isVoided ? ZERO : amountCents);
