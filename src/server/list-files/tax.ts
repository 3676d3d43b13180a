// The tax of a period by agency as a file: the same days, the same basis.
import { readTaxReport } from "@/books/receivables/tax-report.ts";
import { taxPeriodOf, type AgencyTax } from "@/domain/receivables/tax-report.ts";
import { amountColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { reportsRouter } from "../routers/reports.ts";

export const taxFile = listFile({
  name: "tax",
  procedure: reportsRouter.tax,
  columns: ({ currency }) => [
    textColumn<AgencyTax>("Agency", (row) => row.agency),
    textColumn<AgencyTax>("Account", (row) => row.chartCode),
    amountColumn<AgencyTax>("Taxable sales", currency, (row) => row.taxableCents),
    amountColumn<AgencyTax>("Exempt sales", currency, (row) => row.exemptCents),
    amountColumn<AgencyTax>("On account", currency, (row) => row.accountCents),
    amountColumn<AgencyTax>("Paid at the counter", currency, (row) => row.counterCents),
    amountColumn<AgencyTax>("Tax", currency, (row) => row.taxCents),
    amountColumn<AgencyTax>("In the journal", currency, (row) => row.journalCents),
    amountColumn<AgencyTax>("Posted in a later month", currency, (row) => row.laterCents),
    amountColumn<AgencyTax>("Posted in these days and dated before", currency, (row) => row.earlierCents),
    amountColumn<AgencyTax>("Posted in these days", currency, (row) => row.postedCents),
  ],
  page: async ({ books }, input) => {
    const { rows } = await readTaxReport(books, taxPeriodOf(input, books.today));
    return { rows, next: null };
  },
});
