// The aging report as a file: the same day, the same instant of knowing. What lies between it and the books of its period is
// said in words behind the rows, so that no column adds up to something else.
import { listAging, type AgingRow } from "@/books/receivables/aging-report.ts";
import { readLedgerNet } from "@/books/receivables/ledger-net.ts";
import { BUCKETS, BUCKET_LABELS, type Aging } from "@/domain/ledger/aging.ts";
import { postedLaterParts } from "@/domain/receivables/posted-later.ts";
import { formatMoney, negative, type Cents } from "@/domain/values/money.ts";
import { momentOf } from "../moment-query.ts";
import { amountColumn, textColumn } from "./csv.ts";
import { listFile, type Open } from "./list-file.ts";
import { reportsRouter } from "../routers/reports.ts";

type Line = AgingRow | { said: string };

export const agingFile = listFile({
  name: "aging",
  procedure: reportsRouter.aging,
  columns: ({ currency }) => {
    const amount = (head: string, of: (aging: Aging) => Cents) =>
      amountColumn<Line>(head, currency, (line) => ("said" in line ? null : of(line.aging)));
    return [
      textColumn<Line>("Customer", (line) => ("said" in line ? line.said : line.name)),
      textColumn<Line>("Number", (line) => ("said" in line ? null : line.number)),
      ...BUCKETS.map((bucket) =>
        amount(
          bucket === "current" ? BUCKET_LABELS[bucket] : `${BUCKET_LABELS[bucket]} days late`,
          (aging) => aging[bucket],
        ),
      ),
      amount("Total", (aging) => aging.totalCents),
      amount("Unapplied", (aging) => negative(aging.unappliedCents)),
      amount("Net", (aging) => aging.netCents),
    ];
  },
  page: async (open, input, size) => {
    const moment = momentOf(input, open);
    const page = await listAging(open.books, moment, { ...input, size });
    if (page.next !== null) return page;
    const said = postedLaterParts(await readLedgerNet(open.books, moment), sayingOf(open));
    return { ...page, rows: [...page.rows, ...said.map((part) => ({ said: `Of all customers, ${part}` }))] };
  },
});

const sayingOf = ({ member: { currency, locale } }: Open) => ({
  locale,
  write: (amount: Cents) => formatMoney(amount, currency, locale),
});
