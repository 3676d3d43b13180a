// An override: a house charge that is refused may pass all the same, once, when a second person says so (product.md A10).
// What it never opens is an account that isn't open for credit at all.
import type { CanCharge, WhyNot } from "../ledger/account.ts";
import type { Cents } from "../values/money.ts";

/** For how long an approved one can be used, in minutes. */
export const OVERRIDE_MINUTES = [15, 60, 240, 1440] as const;
export const USUAL_MINUTES = 60;
/** For how long it waits to be approved. */
export const ASKED_HOURS = 24;

/** What made it necessary. */
export const OVERRIDABLE = [
  "hold",
  "held-for-age",
  "held-over",
  "no-limit",
  "no-shared-limit",
  "parent-on-hold",
] as const satisfies readonly WhyNot[];
export type OverrideCause = (typeof OVERRIDABLE)[number] | "over-limit" | "over-job-limit";
export const OVERRIDE_CAUSES: readonly OverrideCause[] = [...OVERRIDABLE, "over-limit", "over-job-limit"];

const isOverridable = (because: WhyNot): because is (typeof OVERRIDABLE)[number] =>
  (OVERRIDABLE as readonly WhyNot[]).includes(because);

export type Overridable =
  | { kind: "by"; cause: OverrideCause }
  /** It passes as it stands. */
  | { kind: "not-needed" }
  /** Nobody's word opens this account: closed, charged off, not open for credit, without an address. */
  | { kind: "never"; because: WhyNot };

/** Whether a charge that the account (and its job) refuses is one that an override lets pass. `jobRoom` null: no limit. */
export function overridable(chargeCents: Cents, can: CanCharge, jobRoomCents: Cents | null): Overridable {
  if (can.kind === "refused")
    return isOverridable(can.because)
      ? { kind: "by", cause: can.because }
      : { kind: "never", because: can.because };
  if (can.kind === "amount" && chargeCents > can.amountCents) return { kind: "by", cause: "over-limit" };
  if (jobRoomCents !== null && chargeCents > jobRoomCents) return { kind: "by", cause: "over-job-limit" };
  return { kind: "not-needed" };
}

/** What was approved for a limit doesn't open a hold that came since, nor the other way round. */
export const coversCause = (approved: OverrideCause, now: OverrideCause): boolean =>
  approved === now || (isOfLimit(approved) && isOfLimit(now));

const isOfLimit = (cause: OverrideCause): boolean => cause === "over-limit" || cause === "over-job-limit";

/** A house charge, or an invoice on terms that the business's policy asks one for. */
export const OVERRIDE_WHATS = ["charge", "invoice"] as const;
export type OverrideWhat = (typeof OVERRIDE_WHATS)[number];

export const OVERRIDE_STATES = ["waiting", "approved", "used", "declined", "lapsed"] as const;
export type OverrideState = (typeof OVERRIDE_STATES)[number];

/** As it was asked for and answered; instants as ISO text, `now` too. */
type Told = {
  answerBy: string;
  declinedAt: string | null;
  approvedAt: string | null;
  expiresAt: string | null;
  usedBy: number | null;
};

/** What can still become of it: one that nobody answered in time, or used in time, has lapsed. */
export function overrideState(told: Told, now: number): OverrideState {
  if (told.usedBy !== null) return "used";
  if (told.declinedAt !== null) return "declined";
  if (told.expiresAt !== null) return Date.parse(told.expiresAt) > now ? "approved" : "lapsed";
  return Date.parse(told.answerBy) > now ? "waiting" : "lapsed";
}

/** An override as it is asked for, answered and used. */
export type OverrideTold = Told & {
  overrideId: string;
  accountId: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  currency: string;
  what: OverrideWhat;
  jobId: string | null;
  jobName: string | null;
  amountCents: Cents;
  cause: OverrideCause;
  reason: string;
  askedBy: string;
  askedAt: string;
  /** Whether whoever asks now is the one who asked for it. */
  isOwn: boolean;
  answeredBy: string | null;
  /** By the mailed link instead of in the app. */
  byMail: boolean;
  declinedNote: string;
  state: OverrideState;
};
