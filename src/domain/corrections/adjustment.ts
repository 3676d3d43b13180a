// What corrections post: a debt more or less, a debt given up, one that was paid after all, interest on a late one.
import type { EventKind } from "../ledger/account.ts";
import type { ChartRole } from "../ledger/chart.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { applyTo, credit, debit, posting, type EventHeader, type Posting } from "../ledger/posting.ts";

type Debt = { amountCents: Cents; dueOn: Day };

const debt =
  (kind: EventKind, label: string, role: ChartRole) =>
  (place: EventHeader, { amountCents, dueOn }: Debt): Posting =>
    posting(place, { kind, label, item: { amountCents, issuedOn: place.effectiveOn, dueOn } }, [
      credit(role, amountCents),
    ]);

/** Dr A/R, Cr receivable adjustments. */
export const postAdjustmentUp = debt("adjustment-up", "Adjustment", "adjustments");
/** Money for a debt that was written off: Dr A/R again, Cr bad debts recovered; a payment then settles it. */
export const postRecovery = debt("recovery", "Recovery", "recoveries");
/** Dr A/R, Cr finance charges. */
export const postFinanceCharge = debt("finance-charge", "Finance charge", "finance-charges");

/** Dr receivable adjustments, Cr customer credit. */
export function postAdjustmentDown(place: EventHeader, { amountCents }: { amountCents: Cents }): Posting {
  const what = {
    kind: "adjustment-down",
    label: "Adjustment",
    credit: { amountCents, issuedOn: place.effectiveOn },
  } as const;
  return posting(place, what, [debit("adjustments", amountCents)]);
}

/** An item, or part of it, given up: Dr bad debts, Cr A/R. */
export function postWriteOff(
  place: EventHeader,
  { itemId, amountCents }: { itemId: number; amountCents: Cents },
): Posting {
  const made = { amountCents, issuedOn: place.effectiveOn };
  const allocations = applyTo(place.number, [{ itemId, amountCents }]);
  return posting(place, { kind: "write-off", label: "Write-off", credit: made, allocations }, [
    debit("bad-debts", amountCents),
  ]);
}
