// An account's unpaid invoices as a file.
import { readUnpaidOf } from "@/books/receivables/account-page.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { momentOf } from "../moment-query.ts";
import { listFile } from "./list-file.ts";
import { customersRouter } from "../routers/customers.ts";

type Row = Awaited<ReturnType<typeof readUnpaidOf>>["rows"][number];

export const unpaidFile = listFile({
  name: "unpaid invoices",
  procedure: customersRouter.unpaid,
  columns: () => [
    plainColumn<Row>("Date", (row) => row.issuedOn),
    textColumn<Row>("Invoice", (row) => row.number),
    textColumn<Row>("Receipt", (row) => row.receiptNumber),
    textColumn<Row>("Job", (row) => row.job),
    plainColumn<Row>("Due", (row) => row.dueOn),
    plainColumn<Row>("Days past due", (row) => Math.max(0, row.daysPastDue)),
    plainColumn<Row>("Currency", (row) => row.currency),
    anyAmountColumn<Row>("Invoiced", (row) => row.amountCents),
    anyAmountColumn<Row>("Left to pay", (row) => row.openCents),
    anyAmountColumn<Row>("Final due", (row) => row.dueNowCents),
  ],
  page: ({ books, knownAt }, { customerId, asOf, knownAt: _typed, ...asked }, size) =>
    readUnpaidOf(books, momentOf({ asOf }, { books, knownAt }), { customer: customerId, ...asked, size }),
});
