// A reversal is a new event that is the exact opposite of an old one; nothing is edited or deleted. What had been
// applied from or to it goes back first, so credit that others gave is theirs to use again.
import { assert } from "../assert.ts";
import type { EventKind } from "../ledger/account.ts";
import { reversed } from "../ledger/application.ts";
import type { Day } from "../values/day.ts";
import { negative, type Cents } from "../values/money.ts";
import {
  effectOf,
  posting,
  type Allocation,
  type JournalLine,
  type EventHeader,
  type Posting,
  type Reduction,
  type RetainageRow,
} from "../ledger/posting.ts";
import { Refusal, type RefusalCode } from "../refusal.ts";

/** An event as it stands now, with everything that hangs on it. */
export type EventState = {
  number: number;
  kind: EventKind;
  effectiveOn: Day;
  label: string;
  amountCents: Cents;
  documentId: string | null;
  /** It was reversed before. */
  reversed: boolean;
  /** The item or credit it made, and how much of it is left unreduced. */
  item: { id: number; amountCents: Cents; reducedCents: Cents } | null;
  credit: { id: number; amountCents: Cents; reducedCents: Cents } | null;
  /** Applications to its item or from its credit that stand now, whoever made them. */
  standing: readonly Allocation[];
  /** Part of its item was given up: written off, or let go as a discount. */
  givenUp: boolean;
  /** It charged goods of which some were brought back to the account; a return that was reversed doesn't count. */
  broughtBack: boolean;
  /** It billed lines of which some were credited; a credit memo that was reversed doesn't count. */
  credited: boolean;
  /** It credits goods that were brought back, and some of them were given back in money. */
  paidOut: boolean;
  /** The bank account that a deposit took this payment to; null where none did. */
  depositedTo: string | null;
  /** What it applied itself, net of what was un-applied since; for an event that only applied. */
  applied: readonly Allocation[];
  stillApplied: boolean;
  reductions: readonly Reduction[];
  retainage: readonly RetainageRow[];
  /** Its journal beyond A/R, customer credit and retainage receivable. */
  otherSide: readonly JournalLine[];
};

const FINAL: ReadonlySet<EventKind> = new Set(["reversal", "returned-payment"]);

/** Kinds that are reversed together with what they belong to, never alone. */
const IN_PAIRS: ReadonlySet<EventKind> = new Set(["transfer-out", "transfer-in"]);

/**
 * Why an event can't be reversed: "reversal-is-final" for a reversal, "used-since" when the item or credit was
 * refunded, transferred, given up or reversed meanwhile: what happened last is reversed first. null when it can.
 * "brought-back-since" for a charge whose goods were credited since, or they would be twice, and "credited-since" for an invoice
 * of which lines were; "return-paid-out" for the credit of a return that stays half done without it; "deposited-since" for a
 * payment that is in a deposit.
 */
export function whyNotReversible(event: EventState): RefusalCode | null {
  if (FINAL.has(event.kind)) return "reversal-is-final";
  if (event.reversed) return "reversed-before";
  if (event.broughtBack) return "brought-back-since";
  if (event.credited) return "credited-since";
  if (event.paidOut) return "return-paid-out";
  if (event.kind === "deposit") return "deposit-whole";
  if (event.depositedTo !== null) return "deposited-since";
  const made = event.item ?? event.credit;
  const usedSince = made ? made.reducedCents !== 0 : !event.stillApplied;
  return usedSince || (event.item && event.givenUp) ? "used-since" : null;
}

/** A transfer is reversed by its own verb, both of its sides at once. */
export const isOneSide = (kind: EventKind): boolean => IN_PAIRS.has(kind);

/** Refuses what `whyNotReversible` says, and "out-of-turn" before the event's own day. */
export function postReversal(place: EventHeader, event: EventState): Posting {
  const why = whyNotReversible(event);
  if (why) throw new Refusal(why);
  if (place.effectiveOn < event.effectiveOn) throw new Refusal("out-of-turn");
  const made = event.item ?? event.credit;
  const mirrored = posting(
    place,
    {
      kind: "reversal",
      label: `Reversal of ${event.label}`,
      documentId: event.documentId,
      reverses: event.number,
      allocations: reversed(made ? event.standing : event.applied),
      reductions: [...event.reductions.map(givenBack), ...wholeOf(event)],
      retainage: event.retainage.map((row) => ({ ...row, amountCents: negative(row.amountCents) })),
    },
    event.otherSide.map((line) => ({ ...line, amountCents: negative(line.amountCents) })),
  );
  assert(effectOf(mirrored).netCents === negative(event.amountCents), "a reversal is exactly the opposite");
  return mirrored;
}

function wholeOf({ item, credit }: EventState): Reduction[] {
  const reductions: Reduction[] = [];
  if (item)
    reductions.push({ itemId: item.id, creditId: null, kind: "reversed", amountCents: item.amountCents });
  if (credit)
    reductions.push({ itemId: null, creditId: credit.id, kind: "reversed", amountCents: credit.amountCents });
  return reductions;
}

const givenBack = (reduction: Reduction): Reduction => ({
  ...reduction,
  amountCents: negative(reduction.amountCents),
});
