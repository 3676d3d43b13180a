// What the books started with: entering it by hand, and the list of all of it.
import { listOpenings, recordOpening, totalOpenings } from "@/books/imports/openings-by-hand.ts";
import { NewOpening } from "@/domain/business/opening-input.ts";
import { openingList } from "@/domain/business/opening-list.ts";
import { allow, command, router } from "../trpc.ts";

export const openingsRouter = router({
  list: allow("report:read")
    .input(openingList.query)
    .query(({ ctx, input }) => listOpenings(ctx.books, input)),

  totals: allow("report:read")
    .input(openingList.matching)
    .query(({ ctx, input }) => totalOpenings(ctx.books, input)),

  record: command("books:import")
    .input(NewOpening)
    .mutation(({ ctx, input }) => recordOpening(ctx.books, input)),
});
