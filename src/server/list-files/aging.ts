// The aging report as a file: the same day, the same instant of knowing.
import { listAging, type AgingRow } from "@/books/receivables/aging-report.ts";
import { BUCKETS, BUCKET_LABELS } from "@/domain/ledger/aging.ts";
import { negative } from "@/domain/values/money.ts";
import { momentOf } from "../moment-query.ts";
import { amountColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { reportsRouter } from "../routers/reports.ts";

export const agingFile = listFile({
  name: "aging",
  procedure: reportsRouter.aging,
  columns: ({ currency }) => [
    textColumn<AgingRow>("Customer", (row) => row.name),
    textColumn<AgingRow>("Number", (row) => row.number),
    ...BUCKETS.map((bucket) =>
      amountColumn<AgingRow>(
        bucket === "current" ? BUCKET_LABELS[bucket] : `${BUCKET_LABELS[bucket]} days late`,
        currency,
        ({ aging }) => aging[bucket],
      ),
    ),
    amountColumn<AgingRow>("Total", currency, ({ aging }) => aging.totalCents),
    amountColumn<AgingRow>("Unapplied", currency, ({ aging }) => negative(aging.unappliedCents)),
    amountColumn<AgingRow>("Net", currency, ({ aging }) => aging.netCents),
  ],
  page: (open, input, size) => listAging(open.books, momentOf(input, open), { ...input, size }),
});
