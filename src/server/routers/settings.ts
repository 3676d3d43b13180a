// The settings of the business: read together, changed part by part.
import { z } from "zod";
import {
  changeCredit,
  changeDetails,
  changeReturnedFee,
  changeSeries,
  changeTax,
  readSettings,
} from "@/books/business/settings.ts";
import {
  BusinessDetails,
  CreditSettings,
  FeeSettings,
  SeriesSettings,
  TaxSettings,
} from "@/domain/business/settings.ts";
import { allow, command, router } from "../trpc.ts";

export const settingsRouter = router({
  read: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readSettings(ctx.books)),

  changeTax: allow("settings:change")
    .input(command(TaxSettings.shape))
    .mutation(({ ctx, input: { commandKey: _key, taxRate, ...tax } }) =>
      changeTax(ctx.books, { ...tax, taxRate: taxRate ?? "" }),
    ),

  changeReturnedFee: allow("settings:change")
    .input(command(FeeSettings.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...fee } }) => changeReturnedFee(ctx.books, fee)),

  changeCredit: allow("settings:change")
    .input(command(CreditSettings.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...credit } }) => changeCredit(ctx.books, credit)),

  changeDetails: allow("settings:change")
    .input(command(BusinessDetails.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...details } }) => changeDetails(ctx.books, details)),

  changeSeries: allow("settings:change")
    .input(command(SeriesSettings.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...series } }) => changeSeries(ctx.books, series)),
});
