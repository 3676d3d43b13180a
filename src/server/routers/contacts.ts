// The people one deals with at a customer; they are read with the customer.
import { z } from "zod";
import { addContact, editContact, removeContact } from "@/books/customers/contacts.ts";
import { ContactEdit, NewContact } from "@/domain/customers/contact-input.ts";
import { command, router } from "../trpc.ts";

export const contactsRouter = router({
  add: command("customer:write")
    .input(NewContact)
    .mutation(({ ctx, input }) => addContact(ctx.books, input)),

  edit: command("customer:write")
    .input(ContactEdit)
    .mutation(({ ctx, input }) => editContact(ctx.books, input)),

  remove: command("customer:write")
    .input(z.strictObject({ contactId: z.uuid() }))
    .mutation(({ ctx, input }) => removeContact(ctx.books, input.contactId)),
});
