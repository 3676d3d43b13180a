// The trial balance as a file: the same day, the same instant of knowing.
import { readTrialBalance } from "@/books/receivables/trial-balance.ts";
import { KIND_WORDS } from "@/domain/ledger/chart.ts";
import { sidesOf, type TrialLine } from "@/domain/receivables/trial-balance.ts";
import { momentOf } from "../moment-query.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { reportsRouter } from "../routers/reports.ts";

export const trialBalanceFile = listFile({
  name: "trial balance",
  procedure: reportsRouter.trialBalance,
  columns: ({ currency }) => [
    textColumn<TrialLine>("Account", (row) => row.code),
    textColumn<TrialLine>("Name", (row) => row.name),
    plainColumn<TrialLine>("Kind", (row) => KIND_WORDS[row.kind]),
    amountColumn<TrialLine>("Debit", currency, (row) => sidesOf(row).debitCents),
    amountColumn<TrialLine>("Credit", currency, (row) => sidesOf(row).creditCents),
  ],
  page: async (open, input) => {
    const { lines } = await readTrialBalance(open.books, momentOf(input, open));
    return { rows: lines, next: null };
  },
});
