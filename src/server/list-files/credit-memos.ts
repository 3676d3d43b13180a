// The list of credit memos as a file.
import { listCreditMemos, type CreditMemoRow } from "@/books/invoices/credit-memo-list.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { creditMemosRouter } from "../routers/credit-memos.ts";

export const creditMemosFile = listFile({
  name: "credit memos",
  procedure: creditMemosRouter.list,
  columns: () => [
    textColumn<CreditMemoRow>("Credit memo", (row) => row.number),
    plainColumn<CreditMemoRow>("Event ID", (row) => row.eventId),
    plainColumn<CreditMemoRow>("Issued", (row) => row.issuedOn),
    textColumn<CreditMemoRow>("Customer number", (row) => row.customerNumber),
    textColumn<CreditMemoRow>("Customer", (row) => row.customerName),
    textColumn<CreditMemoRow>("For invoice", (row) => row.invoiceNumber),
    textColumn<CreditMemoRow>("For return", (row) => row.receiptNumber),
    textColumn<CreditMemoRow>("Reason", (row) => row.reason),
    plainColumn<CreditMemoRow>("Status", (row) => (row.isReversed ? "Reversed" : "Posted")),
    plainColumn<CreditMemoRow>("Currency", (row) => row.currency),
    anyAmountColumn<CreditMemoRow>("Subtotal", (row) => row.subtotalCents),
    anyAmountColumn<CreditMemoRow>("Tax", (row) => row.taxCents),
    anyAmountColumn<CreditMemoRow>("Amount", (row) => row.totalCents),
    anyAmountColumn<CreditMemoRow>("Applied", (row) => row.appliedCents),
    anyAmountColumn<CreditMemoRow>("Open credit", (row) => row.openCents),
  ],
  page: ({ books }, input, size) => listCreditMemos(books, input, size),
});
