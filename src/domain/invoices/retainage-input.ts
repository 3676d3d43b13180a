// What is said to bill held retainage: how much of which lines, as what document.
import { z } from "zod";
import { Period } from "../ledger/event-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { DraftLine, SeenLineTaxes, SeenTaxes, WrittenLocale } from "./draft-input.ts";

const ReleasedLine = z.strictObject({
  invoiceId: z.uuid(),
  invoiceLine: z.number().int().positive(),
  amountCents: PositiveCents,
});

export const NewRelease = z
  .strictObject({
    accountId: z.uuid(),
    /** Left out, the next of the business's own series. */
    number: writtenText("Enter a number.").max(60).optional(),
    releasedOn: AnyDay,
    /** The code of its terms; "" where the due date is said, or the customer's own terms decide. */
    terms: z.string().max(20).default(""),
    dueOn: AnyDay.optional(),
    period: Period,
    notesToCustomer: z.string().trim().max(2000, "Shorten it to 2000 characters.").default(""),
    notesInternal: z.string().trim().max(2000, "Shorten it to 2000 characters.").default(""),
    /** What is billed beside it, as it was typed; `chartCode` takes the lines without a product. */
    own: z
      .strictObject({
        lines: z.array(DraftLine).max(200, "Bill at most 200 lines of its own."),
        chartCode: z.string().max(60),
        locale: WrittenLocale,
        seen: z.strictObject({ taxes: SeenTaxes, lineTaxes: SeenLineTaxes.optional() }),
      })
      .optional(),
    released: z
      .array(ReleasedLine)
      .min(1, "Choose what is billed.")
      .max(1000, "Bill at most 1,000 lines at once.")
      .refine(
        (lines) =>
          new Set(lines.map((line) => `${line.invoiceId} ${line.invoiceLine}`)).size === lines.length,
        "Each line once.",
      ),
  })
  .refine(({ releasedOn, dueOn }) => !dueOn || dueOn >= releasedOn, {
    path: ["dueOn"],
    message: "Due before the invoice was issued.",
  });
export type NewRelease = z.output<typeof NewRelease>;
