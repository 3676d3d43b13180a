// The chart of accounts: all of it, and adding, renaming and putting away one account.
import {
  archiveAccount,
  createAccount,
  readChart,
  renameAccount,
  unarchiveAccount,
} from "@/books/business/chart.ts";
import { AccountCode, NewAccount, RenamedAccount, chartList } from "@/domain/business/account-input.ts";
import { allow, command, router } from "../trpc.ts";

export const chartRouter = router({
  list: allow("report:read")
    .input(chartList.query)
    .query(({ ctx }) => readChart(ctx.books)),

  create: command("settings:change")
    .input(NewAccount)
    .mutation(({ ctx, input }) => createAccount(ctx.books, input)),

  rename: command("settings:change")
    .input(RenamedAccount)
    .mutation(({ ctx, input }) => renameAccount(ctx.books, input)),

  archive: command("settings:change")
    .input(AccountCode)
    .mutation(({ ctx, input }) => archiveAccount(ctx.books, input.code)),

  unarchive: command("settings:change")
    .input(AccountCode)
    .mutation(({ ctx, input }) => unarchiveAccount(ctx.books, input.code)),
});
