// How an account's figures are said in words: why a customer can charge what they can, how late an invoice is, how much
// of a limit is in use. The page and the counter say the same sentence, and it names every number of the formula.
import { formatPercent } from "../values/percent-words.ts";
import { BUCKETS, type Aging } from "./aging.ts";
import {
  countingCreditOf,
  usedOfLimit,
  type AccountFigures,
  type BoundBy,
  type CanCharge,
  type CreditLimit,
  type CreditStatus,
} from "./account.ts";
import { holdWords } from "./holds.ts";
import { ZERO, minus, negative, sum, type Cents } from "../values/money.ts";

/** Writes an amount as the business does, without the currency. */
type Write = (amount: Cents) => string;

export const STATUS_WORDS: Record<CreditStatus, string> = {
  good: "Good standing",
  hold: "On hold",
  "charge-off": "Charged off",
  closed: "Closed",
};

const REFUSED_BECAUSE: Record<Extract<CanCharge, { kind: "refused" }>["because"], string> = {
  "not-allowed": "the account hasn’t been opened for credit.",
  "no-limit": "no credit limit is set.",
  "no-address": "the customer has no address on file.",
  hold: "the account is on hold.",
  "held-for-age": "the account is on hold because something on it has been due for too long.",
  "held-over": "the account is on hold because too much above its limit is in use.",
  "charge-off": "the account has been charged off.",
  closed: "the account is closed.",
  "parent-on-hold": "the parent customer, whose limit counts here, is on hold.",
  "no-shared-limit": "the parent customer, whose limit counts here, has none set.",
};

/** "Can charge 3,349.10" and "the limit is 5,000.00, and 1,650.90 of it is in use: …". */
export type Derivation = { claim: string; because: string };

export function canChargeWords(
  figures: AccountFigures,
  limit: CreditLimit,
  can: CanCharge,
  write: Write,
): Derivation {
  if (can.kind === "refused") {
    const held = can.about ? holdWords(can.about, write) : null;
    const because = held ? `the account is on hold: ${held}.` : REFUSED_BECAUSE[can.because];
    return { claim: "Can’t charge", because };
  }
  if (can.kind === "unlimited")
    return { claim: "Can charge any amount", because: "the account has no upper limit." };
  const claim = can.amountCents > 0 ? `Can charge ${write(can.amountCents)}` : "Can charge nothing";
  if (can.bound || limit.kind !== "limit")
    return { claim, because: can.bound ? boundWords(can.bound, figures, write) : "" };
  const used = usedOfLimit(figures);
  const over = minus(used, limit.limitCents);
  const start = `the limit is ${write(limit.limitCents)}`;
  return { claim, because: `${start}${useWords(used, over, write)}${partsWords(figures, write)}.` };
}

/** "the limit of Hillside Group and its children is 100.00, and 40.00 of it is in use, 15.00 here.". */
function boundWords({ name, limitCents, usedCents }: BoundBy, figures: AccountFigures, write: Write): string {
  const start = `the limit of ${name} and its children together is ${write(limitCents)}`;
  const here = usedOfLimit(figures);
  const part = usedCents > 0 && here > 0 ? `, ${write(here)} here` : "";
  return `${start}${useWords(usedCents, minus(usedCents, limitCents), write)}${part}.`;
}

function useWords(used: Cents, over: Cents, write: Write): string {
  if (used < 0) return `, and ${write(negative(used))} of free credit comes on top`;
  if (used === 0) return ", and none of it is in use";
  if (over > 0) return `, and ${write(used)} is in use, ${write(over)} more than that`;
  if (over === 0) return ", and all of it is in use";
  return `, and ${write(used)} of it is in use`;
}

/** The parts of what is in use, when there is more than one to tell apart. */
function partsWords(figures: AccountFigures, write: Write): string {
  const free = countingCreditOf(figures);
  const parts = [
    `${figures.balanceCents === ZERO ? "nothing" : write(figures.balanceCents)} owed`,
    ...(free > 0 ? [`less ${write(free)} of ${figures.countEarmarked ? "open" : "free"} credit`] : []),
    ...(figures.reservedCents > 0 ? [`plus ${write(figures.reservedCents)} reserved`] : []),
  ];
  const told = parts.length > 1 ? `: ${parts.join(", ")}` : "";
  if (figures.earmarkedCents === ZERO) return told;
  const counts = figures.countEarmarked ? "counts, too" : "doesn’t count";
  return `${told}; ${write(figures.earmarkedCents)} is earmarked and ${counts}`;
}

type Written = { write: Write; locale: string };

/** How full the limit is, in whole per cent, and in words; null where there is no limit to be a part of. */
export function useOfLimit(
  figures: AccountFigures,
  limit: CreditLimit,
  written: Written,
): { percent: number; words: string } | null {
  return limit.kind === "limit" ? partOf(usedOfLimit(figures), limit.limitCents, written) : null;
}

/** The same of a limit that a family shares. */
export const sharedLimitUse = ({ usedCents, limitCents }: BoundBy, written: Written) =>
  partOf(usedCents, limitCents, written, "shared limit");

function partOf(used: Cents, limitCents: Cents, { write, locale }: Written, name = "limit") {
  if (limitCents === 0) return null;
  const percent = Math.max(0, Math.round((used / limitCents) * 100));
  const over = minus(used, limitCents);
  return {
    percent,
    words:
      over > 0
        ? `${write(over)} over the ${name}`
        : `${formatPercent(percent, locale)} of the ${name} in use`,
  };
}

/** Everything past its due date: all buckets but the first. */
export function overdueOf(aging: Aging): Cents {
  return sum(BUCKETS.filter((bucket) => bucket !== "current").map((bucket) => aging[bucket]));
}

/** "48 days late", "due today"; nothing before that. */
export function lateWords(daysPastDue: number): string | null {
  if (daysPastDue < 0) return null;
  if (daysPastDue === 0) return "due today";
  return daysPastDue === 1 ? "1 day late" : `${daysPastDue} days late`;
}
