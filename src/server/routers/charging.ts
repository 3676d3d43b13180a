// Who may charge to an account: its rule, the people, and its blanket purchase orders.
import { z } from "zod";
import { attachFile, readBuyerPhoto, removeAttachment } from "@/books/business/attachments.ts";
import {
  addBuyer,
  addOrder,
  closeOrder,
  readChargingPage,
  removeBuyer,
  setRule,
} from "@/books/credit/charging-rules.ts";
import { BuyerPhoto, NewBuyer, NewOrder, RuleChange } from "@/domain/credit/who-may-charge-input.ts";
import { allow, command, router } from "../trpc.ts";

export const chargingRouter = router({
  read: allow("account:read")
    .input(z.strictObject({ accountId: z.uuid() }))
    .query(({ ctx, input }) => readChargingPage(ctx.books, input.accountId)),

  setRule: command("limit:change")
    .input(RuleChange)
    .mutation(({ ctx, input }) => setRule(ctx.books, input)),

  addBuyer: command("limit:change", { secret: ["pin"] })
    .input(NewBuyer)
    .mutation(({ ctx, input }) => addBuyer(ctx.books, input)),

  removeBuyer: command("limit:change")
    .input(z.strictObject({ buyerId: z.uuid() }))
    .mutation(({ ctx, input }) => removeBuyer(ctx.books, input.buyerId)),

  /** Which file is their picture. */
  photo: allow("receipt:record")
    .input(z.strictObject({ buyerId: z.uuid() }))
    .query(({ ctx, input }) => readBuyerPhoto(ctx.books, input.buyerId)),

  /** For programs; a page sends the bytes to the door for files. */
  setPhoto: command("limit:change", { secret: ["content"] })
    .input(BuyerPhoto)
    .mutation(({ ctx, input: { buyerId: id, name, content } }) =>
      attachFile(ctx.books, { kind: "buyer", id, name, content: Buffer.from(content, "base64") }),
    ),

  removePhoto: command("limit:change")
    .input(z.strictObject({ buyerId: z.uuid() }))
    .mutation(async ({ ctx, input }) =>
      removeAttachment(ctx.books, (await readBuyerPhoto(ctx.books, input.buyerId)).attachmentId),
    ),

  addOrder: command("limit:change")
    .input(NewOrder)
    .mutation(({ ctx, input }) => addOrder(ctx.books, input)),

  closeOrder: command("limit:change")
    .input(z.strictObject({ orderId: z.uuid() }))
    .mutation(({ ctx, input }) => closeOrder(ctx.books, input.orderId)),
});
