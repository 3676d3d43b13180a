// What the books started with as a file.
import { listOpenings, type Opening } from "@/books/imports/openings-by-hand.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { openingsRouter } from "../routers/openings.ts";

export const openingsFile = listFile({
  name: "opening balances",
  procedure: openingsRouter.list,
  columns: ({ currency }) => [
    textColumn<Opening>("Customer", (row) => row.name),
    textColumn<Opening>("Customer number", (row) => row.customerNumber),
    plainColumn<Opening>("Type", (row) => (row.kind === "invoice" ? "Invoice" : "Credit")),
    textColumn<Opening>("Number", (row) => row.number),
    plainColumn<Opening>("Dated", (row) => row.issuedOn),
    plainColumn<Opening>("Due", (row) => row.dueOn),
    amountColumn<Opening>("Amount", currency, (row) => row.amountCents),
    amountColumn<Opening>("Still open", currency, (row) => row.openCents),
  ],
  page: ({ books }, input, size) => listOpenings(books, input, size),
});
