// An account's history as a file, each line with its own running balance.
import { readHistoryOf } from "@/books/receivables/account-page.ts";
import { decimalString } from "@/domain/values/money.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { momentOf } from "../moment-query.ts";
import { listFile } from "./list-file.ts";
import { customersRouter } from "../routers/customers.ts";

type Row = Awaited<ReturnType<typeof readHistoryOf>>["rows"][number];

export const historyFile = listFile({
  name: "account history",
  procedure: customersRouter.history,
  columns: () => [
    plainColumn<Row>("Date", (row) => row.effectiveOn),
    textColumn<Row>("Invoice", (row) => row.invoiceNumber),
    textColumn<Row>("Receipt", (row) => row.receiptNumber),
    textColumn<Row>("Type", (row) => row.type),
    plainColumn<Row>("Currency", (row) => row.currency),
    anyAmountColumn<Row>("Charge", (row) => row.chargeCents),
    anyAmountColumn<Row>("Credit", (row) => row.creditCents),
    anyAmountColumn<Row>("Balance", (row) => row.balanceCents),
    plainColumn<Row>("Event ID", (row) => row.eventId),
    plainColumn<Row>("Total paid", ({ totalPaidCents, currency }) =>
      totalPaidCents === null ? null : decimalString(totalPaidCents, currency),
    ),
    plainColumn<Row>("Reverses event", (row) => row.reverses),
    plainColumn<Row>("Reversed by event", (row) => row.reversedBy),
    textColumn<Row>("Notes", (row) => row.notes),
  ],
  page: ({ books, knownAt }, { customerId, asOf, knownAt: _typed, ...asked }, size) =>
    readHistoryOf(books, momentOf({ asOf }, { books, knownAt }), { customer: customerId, ...asked, size }),
});
