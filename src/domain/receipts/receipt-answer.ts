// What the API tells of receipts of the counter, and of goods that were brought back.
import { z } from "zod";
import { AnyInstant, AnySum, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { SIGNED_WAYS } from "./signature.ts";
import { RECEIPT_KINDS, TENDERS } from "./receipt.ts";

const Numbered = { number: z.string() };

export const ReceiptsAnswer = pageOf(
  z.object({
    receiptId: z.string(),
    ...Numbered,
    kind: z.enum(RECEIPT_KINDS),
    issuedOn: AnyDay,
    customerId: z.string().nullable(),
    customerName: z.string().nullable(),
    soldBy: z.string(),
    currency: z.string(),
    totalCents: AnySum,
    onAccountCents: AnySum,
    houseChargeCents: AnySum,
    moneyCents: AnySum,
  }),
);

export const ReceiptAnswer = z.object({
  receiptId: z.string(),
  ...Numbered,
  kind: z.enum(RECEIPT_KINDS),
  issuedOn: AnyDay,
  createdAt: AnyInstant,
  soldBy: z.string(),
  note: z.string(),
  memo: z.string(),
  signature: z
    .object({
      name: z.string(),
      path: z.string(),
      way: z.enum(SIGNED_WAYS),
      signedAt: AnyInstant,
      shown: z
        .object({
          amountCents: AnySum,
          currency: z.string(),
          business: z.string(),
          customer: z.string(),
          buyer: z.string(),
          poNumber: z.string(),
          words: z.string(),
          lines: listOf(
            z.object({
              description: z.string(),
              quantity: z.string(),
              unit: z.string(),
              totalCents: AnySum,
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
  customer: z.object({ customerId: z.string(), ...Numbered, name: z.string() }).nullable(),
  currency: z.string(),
  subtotalCents: AnySum,
  taxCents: AnySum,
  totalCents: AnySum,
  onAccountCents: AnySum,
  houseChargeCents: AnySum,
  moneyCents: AnySum,
  lines: listOf(
    z.object({
      line: z.number().int(),
      productId: z.string().nullable(),
      sku: z.string(),
      description: z.string(),
      quantity: z.string(),
      unit: z.string(),
      unitPrice: z.string(),
      discountCents: AnySum,
      totalCents: AnySum,
      taxable: z.boolean(),
      taxCents: AnySum,
    }),
  ),
  tenders: listOf(
    z.object({
      tender: z.enum(TENDERS),
      reference: z.string(),
      amountCents: AnySum,
      givenCents: AnySum,
      onAccountCents: AnySum,
      eventId: z.number().int().nullable(),
      reversed: z.boolean(),
    }),
  ),
  invoice: z
    .object({ invoiceId: z.string(), ...Numbered, dueOn: AnyDay, openCents: AnySum, reversed: z.boolean() })
    .nullable(),
  original: z.object({ receiptId: z.string(), ...Numbered }).nullable(),
  returns: listOf(
    z.object({
      receiptId: z.string(),
      ...Numbered,
      issuedOn: AnyDay,
      totalCents: AnySum,
      reversed: z.boolean(),
    }),
  ),
});

const Made = { ...Numbered, eventId: z.number().int() };

export const NewReceiptAnswer = z.object({
  receiptId: z.string(),
  ...Numbered,
  changeCents: AnySum,
  houseCharge: z.object({ invoiceId: z.string(), ...Made }).nullable(),
  payments: listOf(z.object({ paymentId: z.string(), ...Made, amountCents: AnySum })),
  period: AnyDay.nullable(),
});

export const NewReturnAnswer = z.object({
  receiptId: z.string(),
  ...Numbered,
  creditMemo: z.object({ creditMemoId: z.string(), ...Made, period: AnyDay }).nullable(),
});
