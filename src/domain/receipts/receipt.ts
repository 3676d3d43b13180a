// A counter sale, or goods brought back: what a receipt is called, how it can be paid, and what a counter sends to
// record one (product.md A6–A8).
import { z } from "zod";
import { AppliedInput } from "../ledger/application-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import type { Day } from "../values/day.ts";
import { PRICE_DIGITS, QUANTITY_DIGITS, parseDecimal } from "../values/decimal.ts";
import type { Cents } from "../values/money.ts";
import { AnyCents, PositiveCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { DrawnSignature } from "./signature-input.ts";

export const RECEIPT_KINDS = ["sale", "return"] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** House Charge goes to the customer's account; on a return it is the credit that goes back to it. */
export const TENDERS = ["cash", "check", "card", "house-charge"] as const;
export type Tender = (typeof TENDERS)[number];

const NothingOrMore = AnyCents.refine((amount) => amount >= 0, "not less than nothing");

export const Quantity = z
  .string()
  .refine((text) => (parseDecimal(text, QUANTITY_DIGITS)?.units ?? 0n) > 0n, "Enter a quantity.");
const Price = z.string().refine((text) => parseDecimal(text, PRICE_DIGITS) !== null, "Enter a price.");

export const ReceiptLine = z.strictObject({
  productId: z.uuid().nullable(),
  description: writtenText("Enter a description.").max(500),
  quantity: Quantity,
  unit: z.string().trim().max(20).default(""),
  unitPrice: Price,
  discountCents: NothingOrMore.default(0 as Cents),
  taxable: z.boolean(),
});

export const ReceiptTender = z.strictObject({
  tender: z.enum(TENDERS),
  /** A check's number, the last digits of a card. */
  reference: z.string().trim().max(60).default(""),
  amountCents: PositiveCents,
  /** What was handed over in cash; the rest is change. */
  givenCents: PositiveCents.optional(),
});

export const NewReceipt = z.strictObject({
  /** Null for somebody who just walked in and pays. */
  accountId: z.uuid().nullable(),
  issuedOn: AnyDay,
  lines: z.array(ReceiptLine).max(500),
  /** Paid towards the account, beside the purchases or alone. */
  onAccountCents: NothingOrMore.default(0 as Cents),
  /** What the payment on account settles. */
  onAccountApplied: AppliedInput,
  /** None where nothing is due. */
  tenders: z.array(ReceiptTender).max(20),
  /** Printed on it, and told on the statement. */
  note: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
  /** For the business itself. */
  memo: z.string().trim().max(2000).default(""),
  overrideId: z.uuid().nullable().default(null),
  /** The customer's job that the house charge is for. */
  jobId: z.uuid().nullable().default(null),
  /** Of the house charge: the authorised buyer, their PIN where they have one, and the purchase order. */
  buyerId: z.uuid().nullable().default(null),
  buyerPin: z.string().max(20).default(""),
  poNumber: z.string().trim().max(60).default(""),
  /** A blanket purchase order. */
  orderId: z.uuid().nullable().default(null),
  /** Of the house charge: what the customer signed here, or on their phone. */
  signature: DrawnSignature.nullable().default(null),
  signatureRequestId: z.uuid().nullable().default(null),
});
export type NewReceipt = z.output<typeof NewReceipt>;
export type ReceiptApplied = NewReceipt["onAccountApplied"];

export type RecordedReceipt = {
  receiptId: string;
  number: string;
  changeCents: Cents;
  houseCharge: { invoiceId: string; number: string; eventId: number } | null;
  payments: { paymentId: string; number: string; eventId: number; amountCents: Cents }[];
  /** The month of the books that took what it posted; null when it posted nothing. */
  period: Day | null;
};

export const NewReceiptReturn = z.strictObject({
  /** The receipt on which the goods were sold. */
  receiptId: z.uuid(),
  issuedOn: AnyDay,
  lines: z
    .array(z.strictObject({ line: z.number().int().positive(), quantity: Quantity }))
    .min(1, "Choose what comes back.")
    .max(500)
    .refine((lines) => new Set(lines.map((each) => each.line)).size === lines.length, "Each line once."),
  /** Credited to the customer's account. */
  toAccountCents: NothingOrMore.default(0 as Cents),
  /** Given back in money. */
  tenders: z
    .array(
      z.strictObject({
        tender: z.enum(["cash", "check", "card"]),
        reference: z.string().trim().max(60).default(""),
        amountCents: PositiveCents,
      }),
    )
    .max(20)
    .default([]),
  /** Printed on it, and told on the statement. */
  note: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
  /** For the business itself. */
  memo: z.string().trim().max(2000).default(""),
});
export type NewReceiptReturn = z.output<typeof NewReceiptReturn>;

export type RecordedReturn = {
  receiptId: string;
  number: string;
  /** `unarchived`: the customer was archived, and is back in the lists. */
  creditMemo: {
    creditMemoId: string;
    number: string;
    eventId: number;
    period: Day;
    unarchived: boolean;
  } | null;
};
