// What has to be said when something is taken back, on the form and at the door alike: the day, and why.
import { z } from "zod";
import { Day } from "../values/day.ts";

export const Reason = z.string().trim().min(1, "Say why: it stays in the history.").max(500);

/** The account's place in its chain when the effect was shown: what is done is then what was shown. */
export const SeenSeq = z.number().int().nonnegative().optional();

export const ReversalInput = { on: Day, reason: Reason, seenSeq: SeenSeq };
