// The settings of the business: read together, changed part by part.
import { z } from "zod";
import {
  changeCredit,
  changeDetails,
  changeHolds,
  changeLinks,
  changeProof,
  changeRegion,
  changeReturnedFee,
  changeSeries,
  changeTax,
  readSettings,
} from "@/books/business/settings.ts";
import {
  BusinessDetails,
  CreditSettings,
  FeeSettings,
  HoldSettings,
  LinkSettings,
  RegionSettings,
  SeriesSettings,
  TaxSettings,
} from "@/domain/business/settings.ts";
import { ProofSettings } from "@/domain/receipts/signature-input.ts";
import { keepRegion } from "@/db/directory/businesses.ts";
import type { Region } from "@/domain/business/region.ts";
import { may } from "../actor.ts";
import { allow, command, router } from "../trpc.ts";

export const settingsRouter = router({
  read: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readSettings(ctx.books)),

  changeTax: command("settings:change")
    .input(TaxSettings)
    .mutation(({ ctx, input }) => changeTax(ctx.books, input)),

  changeReturnedFee: command("settings:change")
    .input(FeeSettings)
    .mutation(({ ctx, input }) => changeReturnedFee(ctx.books, input)),

  changeCredit: command("settings:change")
    .input(CreditSettings)
    .mutation(({ ctx, input }) => changeCredit(ctx.books, input)),

  changeHolds: command("settings:change")
    .input(HoldSettings)
    .mutation(({ ctx, input }) =>
      changeHolds(ctx.books, input, { mayLoosen: may(ctx.member, "business:delete") }),
    ),

  changeLinks: command("settings:change")
    .input(LinkSettings)
    .mutation(({ ctx, input }) => changeLinks(ctx.books, input)),

  changeProof: command("settings:change")
    .input(ProofSettings)
    .mutation(({ ctx, input }) => changeProof(ctx.books, input)),

  changeDetails: command("settings:change")
    .input(BusinessDetails)
    .mutation(({ ctx, input }) => changeDetails(ctx.books, input)),

  changeRegion: command("settings:change", {
    afterwards: (member, answer) => keepRegion(member, (answer as { region: Region }).region),
  })
    .input(RegionSettings)
    .mutation(({ ctx, input }) => changeRegion(ctx.books, input, ctx.member)),

  changeSeries: command("settings:change")
    .input(SeriesSettings)
    .mutation(({ ctx, input }) => changeSeries(ctx.books, input)),
});
