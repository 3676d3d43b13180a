// What is said of an event beside its own matter: its number as the books gave it, how far its account had come when it
// was seen, and the month of the books that takes it.
import { z } from "zod";
import { monthOf } from "../values/day.ts";
import { AnyDay } from "../values/day-shape.ts";

/** Also the id of the item or credit that the event made. */
export const EventId = z.number().int().positive();

/** The account's place in its chain when the effect was shown: what is done is then what was shown. */
export const SeenSeq = z.number().int().nonnegative().optional();

/** What the customer is told of it, on the statement and its link. What is said inside is the memo or the reason. */
export const CustomerNote = z.string().trim().max(500, "Shorten it to 500 characters.").optional();

/** A month, by its first day: where to post what is dated in a closed one. Left out, it is the next open one. */
export const Period = AnyDay.refine((day) => day === monthOf(day), "Not a month.").optional();
