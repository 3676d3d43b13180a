// The places a customer has goods brought to; they are read with the customer.
import { z } from "zod";
import {
  LocationEdit,
  NewLocation,
  addLocation,
  editLocation,
  removeLocation,
} from "@/books/customers/locations.ts";
import { allow, command, router } from "../trpc.ts";

export const locationsRouter = router({
  add: allow("customer:write")
    .input(command(NewLocation.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...location } }) => addLocation(ctx.books, location)),

  edit: allow("customer:write")
    .input(command(LocationEdit.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...location } }) => editLocation(ctx.books, location)),

  remove: allow("customer:write")
    .input(command({ locationId: z.uuid() }))
    .mutation(({ ctx, input }) => removeLocation(ctx.books, input.locationId)),
});
