// Receipts of the counter: record one.
import { recordReceipt } from "@/books/receipts.ts";
import { NewReceipt } from "@/domain/receipt.ts";
import { allow, command, router } from "../trpc.ts";

export const receiptsRouter = router({
  record: allow("receipt:record")
    .input(command(NewReceipt.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...receipt } }) => recordReceipt(ctx.books, receipt)),
});
