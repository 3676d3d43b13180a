// What the API tells of statements, of the aging of all accounts, and of single events of the books.
import { z } from "zod";
import { EVENT_KINDS } from "../ledger/account.ts";
import { AgingAnswer } from "../customers/customer-answer.ts";
import { AnyInstant, AnySum, EventNameAnswer, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { STATEMENT_KINDS } from "./kinds.ts";

export const StatementsAnswer = pageOf(
  z.object({
    statementId: z.string(),
    number: z.string(),
    customerId: z.string(),
    customerName: z.string(),
    asOf: AnyDay,
    issuedAt: AnyInstant,
    currency: z.string(),
    closingCents: AnySum,
    mails: z.number().int(),
  }),
);

export const StatementAnswer = z.object({
  statementId: z.string(),
  number: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  issuedAt: AnyInstant,
  issuedBy: z.string(),
  statement: z.object({
    currency: z.string(),
    kind: z.enum(STATEMENT_KINDS),
    fromOn: AnyDay,
    asOf: AnyDay,
    openingCents: AnySum,
    closingCents: AnySum,
    aging: AgingAnswer,
    lines: listOf(
      z.object({
        eventId: z.number().int(),
        onDay: AnyDay,
        description: z.string(),
        reference: z.string().nullable(),
        chargeCents: AnySum,
        creditCents: AnySum,
        balanceCents: AnySum,
      }),
    ),
    openItems: listOf(
      z.object({
        number: z.string(),
        issuedOn: AnyDay,
        dueOn: AnyDay,
        daysPastDue: z.number().int(),
        amountCents: AnySum,
        paidCents: AnySum,
        openCents: AnySum,
      }),
    ),
  }),
  mails: listOf(
    z.object({
      recipient: z.string(),
      status: z.enum(["queued", "sent", "failed", "bounced"]),
      queuedAt: AnyInstant,
      sentAt: AnyInstant.nullable(),
      openedAt: AnyInstant.nullable(),
    }),
  ),
});

export const NewStatementAnswer = z.object({
  statementId: z.string(),
  number: z.string(),
  closingCents: AnySum,
});
export const QueuedAnswer = z.object({ queued: z.boolean() });

const AgedAnswer = AgingAnswer.extend({ openInvoices: z.number().int() });
/** Of all accounts in the business's own currency. */
export const AgingReportAnswer = pageOf(
  z.object({ customerId: z.string(), number: z.string(), name: z.string(), aging: AgingAnswer }),
).extend({ asOf: AnyDay, accounts: z.number().int(), totals: AgedAnswer });

export const EventAnswer = z.object({
  eventId: z.number().int(),
  name: z.string(),
  kind: z.enum(EVENT_KINDS),
  by: z.string(),
  customer: z.object({ customerId: z.string(), number: z.string(), name: z.string() }),
  document: z
    .object({ kind: z.enum(["invoice", "payment", "credit-memo"]), id: z.string(), number: z.string() })
    .nullable(),
  effectiveOn: AnyDay,
  period: AnyDay,
  recordedAt: AnyInstant,
  memo: z.string(),
  customerNote: z.string().nullable(),
  currency: z.string(),
  amountCents: AnySum,
  balanceBeforeCents: AnySum,
  balanceAfterCents: AnySum,
  openItemsCents: AnySum,
  openCreditCents: AnySum,
  retainedCents: AnySum,
  uses: listOf(
    z.object({
      kind: z.enum(["applied", "reversed", "refunded", "transferred"]),
      credit: EventNameAnswer.nullable(),
      item: EventNameAnswer.nullable(),
      amountCents: AnySum,
    }),
  ),
  journal: listOf(z.object({ code: z.string(), account: z.string(), amountCents: AnySum })),
  reverses: EventNameAnswer.nullable(),
  reversedBy: EventNameAnswer.nullable(),
  chain: z.object({
    place: z.number().int(),
    before: z.number().int().nullable(),
    after: z.number().int().nullable(),
    seal: z.string(),
    sealBefore: z.string().nullable(),
    holds: z.boolean(),
  }),
});
