// What customers said, as a file.
import { listSaid } from "@/books/collections/said.ts";
import { saidStateWords, saidWords } from "@/domain/collections/said-words.ts";
import type { Said } from "@/domain/collections/said.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { collectionsRouter } from "../routers/collections.ts";
import { plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";

export const saidFile = listFile({
  name: "from-customers",
  procedure: collectionsRouter.list,
  columns: ({ locale }) => [
    plainColumn<Said>("Said", (row) => isoInstant(row.saidAt)),
    textColumn<Said>("Customer", (row) => row.customerName),
    textColumn<Said>("Number", (row) => row.customerNumber),
    textColumn<Said>("What", (row) => saidWords(row, locale)),
    textColumn<Said>("In their words", (row) => (row.kind === "promise" ? "" : row.note)),
    plainColumn<Said>("State", (row) => saidStateWords(row)),
    textColumn<Said>("By", (row) => row.saidBy),
  ],
  page: ({ books }, input, size) => listSaid(books, input, size),
});
