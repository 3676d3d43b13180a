// The numbers that the books give, as they come back: an event's own, and how far an account had come when it was seen.
import { z } from "zod";

/** Also the id of the item or credit that the event made. */
export const EventId = z.number().int().positive();

/** The account's place in its chain when the effect was shown: what is done is then what was shown. */
export const SeenSeq = z.number().int().nonnegative().optional();

/** What the customer is told of it, on the statement and its link. What is said inside is the memo or the reason. */
export const CustomerNote = z.string().trim().max(500, "Shorten it to 500 characters.").optional();
