// The list of receipts as a file. A return is negative, as in the list.
import { listReceipts, type ReceiptRow } from "@/books/receipts/receipt-list.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { receiptsRouter } from "../routers/receipts.ts";

export const receiptsFile = listFile({
  name: "receipts",
  procedure: receiptsRouter.list,
  columns: () => [
    textColumn<ReceiptRow>("Receipt", (row) => row.number),
    plainColumn<ReceiptRow>("Kind", (row) => row.kind),
    plainColumn<ReceiptRow>("Date", (row) => row.issuedOn),
    textColumn<ReceiptRow>("Customer", (row) => row.customerName),
    textColumn<ReceiptRow>("Sold by", (row) => row.soldBy),
    plainColumn<ReceiptRow>("Currency", (row) => row.currency),
    anyAmountColumn<ReceiptRow>("Total", (row) => row.totalCents),
    anyAmountColumn<ReceiptRow>("On account", (row) => row.onAccountCents),
    anyAmountColumn<ReceiptRow>("House charge", (row) => row.houseChargeCents),
    anyAmountColumn<ReceiptRow>("Money", (row) => row.moneyCents),
  ],
  page: ({ books }, input, size) => listReceipts(books, input, size),
});
