// The list of deposits as a file.
import { listDeposits, type DepositRow } from "@/books/payments/deposit-list.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { depositsRouter } from "../routers/deposits.ts";

export const depositsFile = listFile({
  name: "deposits",
  procedure: depositsRouter.list,
  columns: () => [
    textColumn<DepositRow>("Deposit", (row) => row.number),
    plainColumn<DepositRow>("Date", (row) => row.depositedOn),
    plainColumn<DepositRow>("Payments", (row) => row.payments),
    textColumn<DepositRow>("To account", ({ toAccount: { code, name } }) => `${code} ${name}`),
    textColumn<DepositRow>("Memo", (row) => row.memo),
    textColumn<DepositRow>("Made by", (row) => row.madeBy),
    plainColumn<DepositRow>("Reversed on", (row) => row.reversedOn),
    plainColumn<DepositRow>("Currency", (row) => row.currency),
    anyAmountColumn<DepositRow>("Amount", (row) => row.amountCents),
  ],
  page: ({ books }, input, size) => listDeposits(books, input, size),
});
