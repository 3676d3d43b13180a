// What is said to issue a credit memo: how much, why, and what it settles at once.
import { z } from "zod";
import { AppliedToItem } from "../ledger/application-input.ts";
import { Period } from "../ledger/event-input.ts";
import { Quantity } from "../receipts/receipt.ts";
import { AnyDay } from "../values/day-shape.ts";
import { AnyCents, PositiveCents } from "../values/money-shapes.ts";
import { InvoiceId } from "./invoice-input.ts";

export const NewCreditMemo = z.strictObject({
  accountId: z.uuid(),
  issuedOn: AnyDay,
  subtotalCents: PositiveCents,
  reason: z.string().trim().max(500).default(""),
  applied: z.array(AppliedToItem).max(1000).default([]),
});
export type NewCreditMemo = z.output<typeof NewCreditMemo>;

const CreditedLine = z.strictObject({ line: z.number().int().positive() });
const ChosenLine = z.union([
  CreditedLine.extend({ quantity: Quantity }),
  CreditedLine.extend({ amountCents: PositiveCents }),
]);

const Choice = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("whole") }),
  z.strictObject({
    by: z.literal("lines"),
    lines: z
      .array(ChosenLine)
      .min(1, "Choose what is credited.")
      .max(1000)
      .refine((lines) => new Set(lines.map((each) => each.line)).size === lines.length, "Each line once."),
  }),
  z.strictObject({ by: z.literal("amount"), amountCents: PositiveCents }),
]);

/** A credit memo of an invoice: what of it, why, and what its customer is told. */
export const NewInvoiceCredit = z.strictObject({
  invoiceId: InvoiceId,
  issuedOn: AnyDay,
  period: Period,
  choice: Choice,
  /** What it came to on the screen. */
  seenTotalCents: AnyCents,
  /** For the business itself. */
  reason: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
  /** Printed on it, and told on the statement. */
  notesToCustomer: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
});
export type NewInvoiceCredit = z.output<typeof NewInvoiceCredit>;
