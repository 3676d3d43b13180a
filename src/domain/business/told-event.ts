// An event with all that it did, as programs are told it: by a webhook, and in the API's list of all events.
import { z } from "zod";
import { EVENT_KINDS } from "../ledger/account.ts";
import { AnyInstant, AnySum, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";

const number = z.number().int();

/**
 * Amounts are signed as the books sign them: `amount` is what the event does to the balance. Items and credits go by the
 * number of the event that made them, so that open items and open credit are added up as well as the balance.
 */
export const ToldEventAnswer = z.object({
  eventId: number,
  kind: z.enum(EVENT_KINDS),
  effectiveOn: AnyDay,
  period: AnyDay.meta({ description: "The month of the books that took it, by its first day." }),
  recordedAt: AnyInstant,
  label: z.string(),
  documentId: z.string().nullable(),
  reverses: number.nullable(),
  account: z.object({
    accountId: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    sequence: number.meta({ description: "Its place in the account’s chain: 1, 2, 3, without a gap." }),
    previousEventId: number.nullable(),
  }),
  currency: z.string(),
  amountCents: AnySum,
  openItemsCents: AnySum,
  openCreditCents: AnySum,
  retainedCents: AnySum,
  balanceAfterCents: AnySum,
  item: z
    .object({ amountCents: AnySum, issuedOn: AnyDay, dueOn: AnyDay, jobId: z.string().nullable() })
    .nullable(),
  credit: z.object({ amountCents: AnySum }).nullable(),
  applied: listOf(z.object({ creditEventId: number, itemEventId: number, amountCents: AnySum })),
  reduced: listOf(
    z.object({
      kind: z.string(),
      itemEventId: number.nullable(),
      creditEventId: number.nullable(),
      amountCents: AnySum,
    }),
  ),
  retainage: listOf(z.object({ invoiceId: z.string(), line: number, amountCents: AnySum })),
});

export type ToldEvent = z.output<typeof ToldEventAnswer>;
export const EventsAnswer = pageOf(ToldEventAnswer);

/** Which events a program asks for. The cursor is the number of the last one that it has, from a page or from a webhook. */
export const EventsQuery = z.strictObject({
  kind: z.enum(EVENT_KINDS).optional(),
  customerId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "The number of an event.")
    .meta({
      description:
        "The number of the last event that you have from this list or from a webhook: what was recorded after it is listed. Not that of your own change, before which others may have been recorded.",
    })
    .optional(),
  limit: number.min(1).max(500).meta({ description: "50 where it is left out." }).optional(),
});
