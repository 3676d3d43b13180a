// The list of payments as a file.
import { listPayments, type PaymentRow } from "@/books/payments/payment-list.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { paymentsRouter } from "../routers/payments.ts";

export const paymentsFile = listFile({
  name: "payments",
  procedure: paymentsRouter.list,
  columns: () => [
    textColumn<PaymentRow>("Payment", (row) => row.number),
    plainColumn<PaymentRow>("Event ID", (row) => row.eventId),
    plainColumn<PaymentRow>("Received", (row) => row.receivedOn),
    textColumn<PaymentRow>("Customer number", (row) => row.customerNumber),
    textColumn<PaymentRow>("Customer", (row) => row.customerName),
    textColumn<PaymentRow>("Method and reference", (row) => row.type),
    textColumn<PaymentRow>("Reference", (row) => row.reference),
    textColumn<PaymentRow>(
      "To account",
      (row) => row.toAccount && `${row.toAccount.code} ${row.toAccount.name}`,
    ),
    textColumn<PaymentRow>("Memo", (row) => row.memo),
    // What came back is in no books that the file is brought into.
    plainColumn<PaymentRow>("Status", (row) => (row.cameBack ? "Reversed" : "Posted")),
    plainColumn<PaymentRow>("Currency", (row) => row.currency),
    anyAmountColumn<PaymentRow>("Amount", (row) => row.amountCents),
    anyAmountColumn<PaymentRow>("Applied", (row) => row.appliedCents),
    anyAmountColumn<PaymentRow>("Open credit", (row) => row.openCents),
    anyAmountColumn<PaymentRow>("Given back", (row) => row.goneCents),
  ],
  page: ({ books }, input, size) => listPayments(books, input, size),
});
