// One event of the books as a person reads it: what happened, what it did to the account and to other events, what
// was done with it since, its journal, and its link in the account's chain.
import type { EventKind } from "./account.ts";
import type { Day } from "../values/day.ts";
import type { REDUCTION_KINDS } from "./posting.ts";
import type { Cents } from "../values/money.ts";

/** Another event, by its Event ID, as a person would call it: "Invoice A-1", "Check 4471". */
export type EventName = { eventId: number; name: string };

/** The debt or credit that the event made, as it stands now. */
export type Made = {
  side: "item" | "credit";
  amountCents: Cents;
  openCents: Cents;
  appliedCents: Cents;
  /** Reversed, refunded or transferred. */
  reducedCents: Cents;
  issuedOn: Day;
  dueOn: Day | null;
};

/** Credit of one event applied to the debt of another, or taken from either; negative gives it back. */
export type Use = {
  kind: "applied" | (typeof REDUCTION_KINDS)[number];
  credit: EventName | null;
  item: EventName | null;
  amountCents: Cents;
};

export type EventPage = EventName & {
  kind: EventKind;
  currency: string;
  customer: { customerId: string; number: string; name: string };
  document: { kind: "invoice" | "payment" | "credit-memo"; id: string; number: string } | null;
  effectiveOn: Day;
  period: Day;
  recordedAt: string;
  /** "user:<id>", "key:<id>", "link:<id>" or "system". */
  subject: string;
  memo: string;
  /** What its customer is told; null for nothing. */
  customerNote: string | null;
  amountCents: Cents;
  balanceBeforeCents: Cents;
  balanceAfterCents: Cents;
  /** What it did to each of the account's figures. */
  openItemsCents: Cents;
  openCreditCents: Cents;
  retainedCents: Cents;
  made: Made | null;
  uses: Use[];
  retainage: { invoiceNumber: string; invoiceLine: number; amountCents: Cents }[];
  /** What later events did with what it made, with the event that did it. */
  since: (Use & { by: EventName; on: Day })[];
  journal: { code: string; account: string; amountCents: Cents }[];
  reverses: EventName | null;
  reversedBy: EventName | null;
  /** Recorded by the same command, such as both ends of a transfer. */
  together: EventName[];
  chain: {
    place: number;
    before: number | null;
    after: number | null;
    seal: string;
    sealBefore: string | null;
    /** Whether the seal is what the event and the seal before it come to. */
    holds: boolean;
  };
};
