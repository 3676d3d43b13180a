// What has to be said when something is reversed, on the form and at the door alike: the day, and why.
import { z } from "zod";
import { CustomerNote, EventId, Period, SeenSeq } from "../ledger/event-input.ts";
import { AnyDay } from "../values/day-shape.ts";

export const Reason = z.string().trim().min(1, "Say why: it stays in the history.").max(500);

export const ReversalInput = {
  on: AnyDay,
  reason: Reason,
  customerNote: CustomerNote,
  seenSeq: SeenSeq,
  period: Period,
};

export const NewReversal = z.strictObject({ eventId: EventId, ...ReversalInput });
export type NewReversal = z.output<typeof NewReversal>;
