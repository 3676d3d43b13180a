// Receipts of the counter: record one, bring goods back against it, and look at what was sold.
import { z } from "zod";
import { listReceipts, totalReceipts } from "@/books/receipts/receipt-list.ts";
import { readReceipt } from "@/books/receipts/receipt-page.ts";
import { recordReturn } from "@/books/receipts/receipt-returns.ts";
import { recordReceipt } from "@/books/receipts/receipts.ts";
import { readReturnable } from "@/books/receipts/returnable.ts";
import { receiptList } from "@/domain/receipts/receipt-list.ts";
import { NewReceipt, NewReceiptReturn } from "@/domain/receipts/receipt.ts";
import { Refusal } from "@/domain/refusal.ts";
import { may } from "../actor.ts";
import { forgivePin, limitPin } from "../auth/pin-limits.ts";
import { AtMoment, askedAt, momentOf } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

const ReceiptId = z.string().max(60);

export const receiptsRouter = router({
  list: allow("account:read")
    .input(receiptList.query.extend(AtMoment))
    .query(({ ctx, input }) => listReceipts(ctx.books, askedAt(input, ctx))),

  totals: allow("account:read")
    .input(receiptList.matching)
    .query(({ ctx, input }) => totalReceipts(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ receiptId: ReceiptId, ...AtMoment }))
    .query(({ ctx, input }) =>
      readReceipt(ctx.books, input.receiptId, {
        name: ctx.member.orgName,
        country: ctx.member.country,
        at: momentOf(input, ctx),
      }),
    ),

  /** What of it can still be brought back. */
  returnable: allow("receipt:record")
    .input(z.strictObject({ receiptId: ReceiptId }))
    .query(({ ctx, input }) => readReturnable(ctx.books, input.receiptId)),

  /** Left out, the day is the business's today, however long the counter's page has been open. */
  record: command("receipt:record", {
    secret: ["buyerPin", "signature"],
    limit: limitPin,
    afterwards: forgivePin,
  })
    .input(z.strictObject({ ...NewReceipt.shape, issuedOn: NewReceipt.shape.issuedOn.optional() }))
    .mutation(({ ctx, input: { issuedOn = ctx.books.today, ...receipt } }) =>
      recordReceipt(ctx.books, { ...receipt, issuedOn }),
    ),

  /** The counter may credit the account; money is handed out only by who may refund. */
  recordReturn: command("receipt:record")
    .input(NewReceiptReturn)
    .mutation(({ ctx, input: given }) => {
      if (given.tenders.length > 0 && !may(ctx.member, "event:reverse"))
        throw new Refusal("not-allowed", { permission: "event:reverse" });
      return recordReturn(ctx.books, given);
    }),
});
