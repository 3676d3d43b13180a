// The list of invoices as a file.
import { listInvoices, type InvoiceRow } from "@/books/invoices/invoice-list.ts";
import { INVOICE_STATE_WORDS } from "@/domain/invoices/invoice-state.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { invoicesRouter } from "../routers/invoices.ts";

export const invoicesFile = listFile({
  name: "invoices",
  procedure: invoicesRouter.list,
  columns: () => [
    textColumn<InvoiceRow>("Invoice", (row) => row.number),
    plainColumn<InvoiceRow>("Event ID", (row) => row.eventId),
    textColumn<InvoiceRow>("Customer", (row) => row.customerName),
    plainColumn<InvoiceRow>("Issued", (row) => row.issuedOn),
    plainColumn<InvoiceRow>("Due", (row) => row.dueOn),
    plainColumn<InvoiceRow>("Status", (row) => INVOICE_STATE_WORDS[row.state]),
    textColumn<InvoiceRow>("Receipt", (row) => row.receipt?.number ?? null),
    textColumn<InvoiceRow>("Job", (row) => row.job?.number ?? null),
    plainColumn<InvoiceRow>("Currency", (row) => row.currency),
    anyAmountColumn<InvoiceRow>("Amount", (row) => row.totalCents),
    anyAmountColumn<InvoiceRow>("Left to pay", (row) => row.openCents),
  ],
  page: ({ books }, input, size) => listInvoices(books, input, size),
});
