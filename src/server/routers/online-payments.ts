// What customers paid online, as the business sees it.
import { readOnlinePayments } from "@/books/payments/online-list.ts";
import { onlineList } from "@/domain/payments/online-list.ts";
import { allow, router } from "../trpc.ts";

export const onlinePaymentsRouter = router({
  list: allow("account:read")
    .input(onlineList.query)
    .query(({ ctx, input }) => readOnlinePayments(ctx.books, input)),
});
