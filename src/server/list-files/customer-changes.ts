// What was changed on a customer as a file, newest first.
import { listChanges, type KeptChange } from "@/books/customers/customer-changes.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { customersRouter } from "../routers/customers.ts";

export const customerChangesFile = listFile({
  name: "customer changes",
  procedure: customersRouter.changes,
  columns: () => [
    plainColumn<KeptChange>("When", (row) => isoInstant(row.madeAt)),
    textColumn<KeptChange>("Who", (row) => row.by),
    textColumn<KeptChange>("What", (row) => row.field),
    textColumn<KeptChange>("Before", (row) => row.before),
    textColumn<KeptChange>("After", (row) => row.after),
  ],
  page: ({ books }, input, size) => listChanges(books, input, size),
});
