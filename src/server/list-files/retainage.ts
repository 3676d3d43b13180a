// Aged retainage as a file: the same day, the same instant of knowing; an invoice in a row.
import { readAgedRetainage, type AgedInvoice } from "@/books/invoices/aged-retainage.ts";
import { EXPECTED_WHEN, HELD_AGES, expectedWhen, heldAgeOf } from "@/domain/invoices/aged-retainage.ts";
import { momentOf } from "../moment-query.ts";
import { reportsRouter } from "../routers/reports.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";

/** With the day of the report, from which ages are counted. */
type Row = AgedInvoice & { age: string; expected: string };

export const retainageFile = listFile({
  name: "retainage",
  procedure: reportsRouter.retainage,
  columns: ({ currency }) => [
    textColumn<Row>("Customer", (row) => row.customer),
    textColumn<Row>("Customer number", (row) => row.customerNumber),
    textColumn<Row>("Job", (row) => row.job?.number ?? null),
    textColumn<Row>("Job name", (row) => row.job?.name ?? null),
    textColumn<Row>("Invoice", (row) => row.number),
    plainColumn<Row>("Issued", (row) => row.issuedOn),
    plainColumn<Row>("Days", (row) => row.ageDays),
    plainColumn<Row>("Age", (row) => row.age),
    plainColumn<Row>("Release expected", (row) => row.expectedOn),
    plainColumn<Row>("Expected", (row) => row.expected),
    amountColumn<Row>("Held back", currency, (row) => row.heldCents),
  ],
  page: async (open, input) => {
    const { asOf, rows } = await readAgedRetainage(open.books, momentOf(input, open), input);
    const aged = rows.map((row) => ({
      ...row,
      age: HELD_AGES[heldAgeOf(row.issuedOn, asOf)],
      expected: EXPECTED_WHEN[expectedWhen(row.expectedOn, asOf)],
    }));
    return { rows: aged, next: null };
  },
});
