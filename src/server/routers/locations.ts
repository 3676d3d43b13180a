// The places a customer has goods brought to; they are read with the customer.
import { z } from "zod";
import { addLocation, editLocation, removeLocation } from "@/books/customers/locations.ts";
import { LocationEdit, NewLocation } from "@/domain/customers/contact-input.ts";
import { command, router } from "../trpc.ts";

export const locationsRouter = router({
  add: command("customer:write")
    .input(NewLocation)
    .mutation(({ ctx, input }) => addLocation(ctx.books, input)),

  edit: command("customer:write")
    .input(LocationEdit)
    .mutation(({ ctx, input }) => editLocation(ctx.books, input)),

  remove: command("customer:write")
    .input(z.strictObject({ locationId: z.uuid() }))
    .mutation(({ ctx, input }) => removeLocation(ctx.books, input.locationId)),
});
