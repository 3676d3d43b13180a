// What is said to issue an invoice, and to reverse one.
import { z } from "zod";
import { ReversalInput } from "../corrections/reversal-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";

const InvoiceLine = z
  .strictObject({
    description: z.string().trim().min(1).max(500),
    totalCents: PositiveCents,
    /** Held back by the customer until the contract's conditions are met. */
    retainageCents: PositiveCents.optional(),
    /** The account that it is revenue of; left out, sales. */
    chartCode: z.string().max(60).optional(),
  })
  .refine((line) => (line.retainageCents ?? 0) <= line.totalCents, "No more than the line can be held back.");

export const NewInvoice = z
  .strictObject({
    accountId: z.uuid(),
    /** The customer's job that it is for. */
    jobId: z.uuid().optional(),
    /** Left out, the next of the business's own series. */
    number: writtenText("Enter a number.").max(60).optional(),
    issuedOn: AnyDay,
    /** Left out, the customer's terms decide. */
    dueOn: AnyDay.optional(),
    lines: z.array(InvoiceLine).min(1, "Enter at least one line.").max(1000),
    memo: z.string().max(2000).default(""),
  })
  .refine(({ issuedOn, dueOn }) => !dueOn || dueOn >= issuedOn, {
    path: ["dueOn"],
    message: "Due before the invoice was issued.",
  });
export type NewInvoice = z.output<typeof NewInvoice>;

/** Named by the address of its page: what can be none's id is not there. */
export const InvoiceId = z.string().max(60);

export const InvoiceVoid = z.strictObject({ invoiceId: InvoiceId, ...ReversalInput });
export type InvoiceVoid = z.output<typeof InvoiceVoid>;

/** What the customer objects to, or that it is settled. */
export const InvoiceDispute = z.strictObject({
  invoiceId: z.uuid(),
  disputed: z.boolean(),
  note: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
});
export type InvoiceDispute = z.output<typeof InvoiceDispute>;
