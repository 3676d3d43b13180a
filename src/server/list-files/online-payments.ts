// The list of online payments as a file.
import { readOnlinePayments } from "@/books/payments/online-list.ts";
import type { ListedOnlinePayment } from "@/domain/payments/online-list.ts";
import { ONLINE_STATE_WORDS } from "@/domain/payments/online-state.ts";
import { sum } from "@/domain/values/money.ts";
import { dayOfInstant } from "@/domain/values/instant.ts";
import { onlinePaymentsRouter } from "../routers/online-payments.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";

export const onlinePaymentsFile = listFile({
  name: "online-payments",
  procedure: onlinePaymentsRouter.list,
  columns: ({ zone }) => [
    plainColumn<ListedOnlinePayment>("Begun", (row) => dayOfInstant(row.createdAt, zone)),
    textColumn<ListedOnlinePayment>("Customer", (row) => row.customerName),
    plainColumn<ListedOnlinePayment>("State", (row) => ONLINE_STATE_WORDS[row.state]),
    textColumn<ListedOnlinePayment>("Payment", (row) => row.paymentNumber),
    plainColumn<ListedOnlinePayment>("Currency", (row) => row.currency),
    anyAmountColumn<ListedOnlinePayment>("Amount", (row) => row.amountCents),
    anyAmountColumn<ListedOnlinePayment>("Surcharge in it", (row) => row.surchargeCents),
    anyAmountColumn<ListedOnlinePayment>("Fee", (row) => row.feeCents),
    anyAmountColumn<ListedOnlinePayment>("Went back", (row) => sum(row.returns.map((each) => each.netCents))),
    textColumn<ListedOnlinePayment>("Stripe payment", (row) => row.intentId),
    textColumn<ListedOnlinePayment>("Payout", (row) => row.payoutId),
    plainColumn<ListedOnlinePayment>("Paid out", (row) => row.paidOutOn),
    textColumn<ListedOnlinePayment>("What is wrong", (row) => row.fault),
  ],
  page: ({ books }, input, size) => readOnlinePayments(books, input, size),
});
