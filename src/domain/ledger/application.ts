// Credit that is applied later, or un-applied: events that move no money, only say what paid for
// what. The account's net stays.
import { negative } from "../values/money.ts";
import { posting, type Allocation, type EventHeader, type Posting } from "./posting.ts";

/** Dr customer credit, Cr A/R. */
export const postApplication = (place: EventHeader, allocations: readonly Allocation[]): Posting =>
  posting(place, { kind: "application", label: "Credit applied", allocations });

/** The opposite, of `standing` applications given as they stand. */
export const postUnApplication = (place: EventHeader, standing: readonly Allocation[]): Posting =>
  posting(place, {
    kind: "un-application",
    label: "Un-applied",
    allocations: reversed(standing),
  });

export const reversed = (standing: readonly Allocation[]): Allocation[] =>
  standing.map((each) => ({ ...each, amountCents: negative(each.amountCents) }));
