// Deposits: what waits for one, taking it to the bank, the slip, and undoing it.
import { z } from "zod";
import { listDeposits, listUndeposited, undepositedCurrencies } from "@/books/payments/deposit-list.ts";
import { readDeposit, readDepositPaper } from "@/books/payments/deposit-page.ts";
import { makeDeposit, reverseDeposit } from "@/books/payments/deposits.ts";
import { readToAccounts } from "@/books/payments/to-accounts.ts";
import { readPostingMonths } from "@/books/ledger/posting-months.ts";
import { DepositId, DepositReversal, NewDeposit } from "@/domain/payments/deposit-input.ts";
import { depositList, undepositedList } from "@/domain/payments/deposit-list.ts";
import { allow, command, router } from "../trpc.ts";

const One = z.strictObject({ depositId: DepositId });

export const depositsRouter = router({
  list: allow("account:read")
    .input(depositList.query)
    .query(({ ctx, input }) => listDeposits(ctx.books, input)),

  /** What waits, as much of it as one deposit takes, the currencies in which something does, the months of the books, and the bank accounts. */
  waiting: allow("payment:record")
    .input(undepositedList.query)
    .query(async ({ ctx: { books }, input }) => {
      const [page, currencies, months, { banks, first }] = await Promise.all([
        listUndeposited(books, input),
        undepositedCurrencies(books),
        readPostingMonths(books),
        readToAccounts(books),
      ]);
      return { ...page, currencies, months, banks, firstBank: first };
    }),

  read: allow("account:read")
    .input(One)
    .query(async ({ ctx: { books }, input }) => {
      const [deposit, months] = await Promise.all([
        readDeposit(books, input.depositId),
        readPostingMonths(books),
      ]);
      return { ...deposit, months };
    }),

  /** As it is printed. */
  paper: allow("account:read")
    .input(One)
    .query(({ ctx, input }) => {
      const { orgName: name, locale } = ctx.member;
      return readDepositPaper(ctx.books, input.depositId, { name, locale });
    }),

  make: command("payment:record")
    .input(NewDeposit)
    .mutation(({ ctx, input }) => makeDeposit(ctx.books, input)),

  reverse: command("event:reverse")
    .input(DepositReversal)
    .mutation(({ ctx, input }) => reverseDeposit(ctx.books, input)),
});
