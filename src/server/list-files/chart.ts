// The chart of accounts as a file, those put away among them.
import { readChart } from "@/books/business/chart.ts";
import type { ChartAccount } from "@/domain/business/account-input.ts";
import { KIND_WORDS, postedWords } from "@/domain/ledger/chart.ts";
import { plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { chartRouter } from "../routers/chart.ts";

export const chartFile = listFile({
  name: "accounts",
  procedure: chartRouter.list,
  columns: () => [
    textColumn<ChartAccount>("Number", (row) => row.code),
    textColumn<ChartAccount>("Name", (row) => row.name),
    plainColumn<ChartAccount>("Kind", (row) => KIND_WORDS[row.kind]),
    textColumn<ChartAccount>("What goes there", (row) => postedWords(row)),
    plainColumn<ChartAccount>("Products", (row) => row.products),
    plainColumn<ChartAccount>("Archived", (row) => (row.archived ? "yes" : "no")),
  ],
  page: async ({ books }) => ({ rows: await readChart(books), next: null }),
});
