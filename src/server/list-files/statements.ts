// The list of issued statements as a file.
import { listStatements, type StatementRow } from "@/books/statements/statement-list.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { statementsRouter } from "../routers/statements.ts";

export const statementsFile = listFile({
  name: "statements",
  procedure: statementsRouter.list,
  columns: () => [
    textColumn<StatementRow>("Statement", (row) => row.number),
    textColumn<StatementRow>("Customer", (row) => row.customerName),
    plainColumn<StatementRow>("As of", (row) => row.asOf),
    plainColumn<StatementRow>("Issued", (row) => isoInstant(row.issuedAt)),
    plainColumn<StatementRow>("Mails", (row) => row.mails),
    plainColumn<StatementRow>("Last mail", (row) => row.lastMail),
    plainColumn<StatementRow>("Currency", (row) => row.currency),
    anyAmountColumn<StatementRow>("Closing balance", (row) => row.closingCents),
  ],
  page: ({ books }, input, size) => listStatements(books, input, size),
});
