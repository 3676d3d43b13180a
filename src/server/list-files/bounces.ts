// The addresses that mail comes back from, as a file.
import { listBounced, type BouncedAddress } from "@/books/statements/bounces.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { bouncesRouter } from "../routers/bounces.ts";
import { plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";

export const bouncesFile = listFile({
  name: "bounced-addresses",
  procedure: bouncesRouter.list,
  columns: () => [
    textColumn<BouncedAddress>("Address", (row) => row.address),
    textColumn<BouncedAddress>("Customer", (row) => row.customerName),
    plainColumn<BouncedAddress>("Came back", (row) => isoInstant(row.bouncedAt)),
    plainColumn<BouncedAddress>("Code", (row) => row.code),
    textColumn<BouncedAddress>("Reason", (row) => row.reason),
  ],
  page: ({ books }, input, size) => listBounced(books, input, size),
});
