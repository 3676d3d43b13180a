// The journal as a file for a general ledger: a row per line, whose debits and credits are the same for each event.
import { listJournal, type JournalRow } from "@/books/receivables/journal.ts";
import { negative } from "@/domain/values/money.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { reportsRouter } from "../routers/reports.ts";

export const journalFile = listFile({
  name: "journal",
  procedure: reportsRouter.journal,
  columns: ({ currency }) => [
    plainColumn<JournalRow>("Event", (row) => row.eventId),
    plainColumn<JournalRow>("Line", (row) => row.line),
    plainColumn<JournalRow>("Posted", (row) => row.postedOn),
    plainColumn<JournalRow>("Dated", (row) => row.effectiveOn),
    plainColumn<JournalRow>("Period", (row) => row.period.slice(0, 7)),
    textColumn<JournalRow>("Customer", (row) => row.customerName),
    textColumn<JournalRow>("Number", (row) => row.customerNumber),
    textColumn<JournalRow>("What", (row) => row.label),
    textColumn<JournalRow>("Memo", (row) => row.memo),
    textColumn<JournalRow>("Account", (row) => row.code),
    textColumn<JournalRow>("Account name", (row) => row.account),
    amountColumn<JournalRow>("Debit", currency, ({ amountCents }) => (amountCents > 0 ? amountCents : null)),
    amountColumn<JournalRow>("Credit", currency, ({ amountCents }) =>
      amountCents < 0 ? negative(amountCents) : null,
    ),
  ],
  page: ({ books }, input, size) => listJournal(books, input, size),
});
