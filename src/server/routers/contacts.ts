// The people one deals with at a customer; they are read with the customer.
import { z } from "zod";
import {
  ContactEdit,
  NewContact,
  addContact,
  editContact,
  removeContact,
} from "@/books/customers/contacts.ts";
import { allow, command, router } from "../trpc.ts";

export const contactsRouter = router({
  add: allow("customer:write")
    .input(command(NewContact.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...contact } }) => addContact(ctx.books, contact)),

  edit: allow("customer:write")
    .input(command(ContactEdit.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...contact } }) => editContact(ctx.books, contact)),

  remove: allow("customer:write")
    .input(command({ contactId: z.uuid() }))
    .mutation(({ ctx, input }) => removeContact(ctx.books, input.contactId)),
});
