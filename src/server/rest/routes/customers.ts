// Customers, their contacts and their accounts.
import {
  AccountAnswer,
  ArchivedAnswer,
  CustomerAnswer,
  CustomersAnswer,
  HistoryAnswer,
  NewCustomerAnswer,
  UnpaidAnswer,
} from "@/domain/customers/customer-answer.ts";
import { ChangedAnswer } from "@/domain/values/answer-shapes.ts";
import { z } from "zod";
import { route, type Noun } from "../route.ts";

const one = "/customers/{customer_id}" as const;

export const customers: Noun = {
  name: "Customers",
  says: "Who buys on account. Where an id of a customer is asked for to read, their number does as well.",
  routes: [
    route("customers.list", {
      method: "GET",
      path: "/customers",
      says: "List customers",
      answer: CustomersAnswer,
    }),
    route("customers.create", {
      method: "POST",
      path: "/customers",
      says: "Add a customer",
      more: "The answer has the id of their account, which invoices and payments name.",
      creates: true,
      answer: NewCustomerAnswer,
    }),
    route("customers.read", { method: "GET", path: one, says: "Read a customer", answer: CustomerAnswer }),
    route("customers.edit", {
      method: "PUT",
      path: one,
      says: "Change a customer",
      more: "With the whole profile, and the version that was read: a newer one is answered with 409.",
      answer: ChangedAnswer,
    }),
    route("customers.archive", {
      method: "POST",
      path: `${one}/archive`,
      says: "Archive a customer",
      answer: ArchivedAnswer,
    }),
    route("customers.unarchive", {
      method: "POST",
      path: `${one}/unarchive`,
      says: "Bring a customer back from the archive",
      answer: ArchivedAnswer,
    }),
  ],
};

export const contacts: Noun = {
  name: "Contacts",
  says: "The people one deals with at a customer. They are read with the customer.",
  routes: [
    route("contacts.add", {
      method: "POST",
      path: `${one}/contacts`,
      says: "Add a contact",
      creates: true,
      answer: z.object({ contactId: z.string() }),
    }),
    route("contacts.edit", {
      method: "PUT",
      path: "/contacts/{contact_id}",
      says: "Change a contact",
      answer: ChangedAnswer,
    }),
    route("contacts.remove", {
      method: "DELETE",
      path: "/contacts/{contact_id}",
      says: "Remove a contact",
      answer: z.object({ removed: z.boolean() }),
    }),
  ],
};

export const accounts: Noun = {
  name: "Accounts",
  says: "What a customer owes, in each currency: figures and aging on any day, as they were known at any instant.",
  routes: [
    route("customers.account", {
      method: "GET",
      path: `${one}/account`,
      says: "Read an account",
      hides: ["unpaid", "history"],
      answer: AccountAnswer,
    }),
    route("customers.unpaid", {
      method: "GET",
      path: `${one}/account/unpaid`,
      says: "List what is left to pay",
      answer: UnpaidAnswer,
    }),
    route("customers.history", {
      method: "GET",
      path: `${one}/account/history`,
      says: "List what happened on an account",
      more: "By day, the newest first, with the balance after each line.",
      answer: HistoryAnswer,
    }),
  ],
};
