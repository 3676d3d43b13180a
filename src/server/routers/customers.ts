// Customers: the list, one account's page, and adding one.
import { z } from "zod";
import { readAccountPage, readHistoryOf, readUnpaidOf } from "@/books/receivables/account-page.ts";
import { listCustomers, totalCustomers } from "@/books/customers/customer-list.ts";
import { readDerivation } from "@/books/receivables/derivation.ts";
import { createCustomer } from "@/books/customers/customers.ts";
import { findCustomers } from "@/books/customers/customer-search.ts";
import { readProfile } from "@/books/customers/customer-profile.ts";
import { findAlike } from "@/books/customers/alike-customers.ts";
import { archiveCustomer, archiveEmptyCustomers, unarchiveCustomer } from "@/books/customers/archiving.ts";
import { forgetCustomer, readForgettable } from "@/books/customers/forgetting.ts";
import { listChanges } from "@/books/customers/customer-changes.ts";
import { editCustomer } from "@/books/customers/customer-edits.ts";
import { changeList } from "@/domain/customers/change-list.ts";
import { CustomerEdit, NewCustomer } from "@/domain/customers/customer-input.ts";
import { customerList } from "@/domain/customers/customer-list.ts";
import { AccountQuery, DerivationQuery, HistoryQuery, UnpaidQuery } from "../account-query.ts";
import { AtMoment, askedAt, momentOf } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

export const customersRouter = router({
  list: allow("account:read")
    .input(customerList.query.extend(AtMoment))
    .query(({ ctx, input }) => listCustomers(ctx.books, askedAt(input, ctx))),

  totals: allow("account:read")
    .input(customerList.matching)
    .query(({ ctx, input }) => totalCustomers(ctx.books, input)),

  /** Whom a few typed words mean, for every box that chooses a customer. */
  find: allow("account:read")
    .input(z.strictObject({ search: z.string().max(200) }))
    .query(({ ctx, input }) => findCustomers(ctx.books, input.search)),

  account: allow("account:read")
    .input(AccountQuery)
    .query(({ ctx, input: { customerId, currency, unpaid, history, ...at } }) =>
      readAccountPage(ctx.books, momentOf(at, ctx), { customer: customerId, currency, unpaid, history }),
    ),

  /** What one of the five figures is made of; null where it is no sum. */
  derivation: allow("account:read")
    .input(DerivationQuery)
    .query(({ ctx, input: { customerId, currency, figure, cursor, ...at } }) =>
      readDerivation(ctx.books, momentOf(at, ctx), { customer: customerId, currency, figure, cursor }),
    ),

  /** What is left to pay, page by page. */
  unpaid: allow("account:read")
    .input(UnpaidQuery)
    .query(({ ctx, input: { customerId, asOf, knownAt: _knownAt, ...asked } }) =>
      readUnpaidOf(ctx.books, momentOf({ asOf }, ctx), { customer: customerId, ...asked }),
    ),

  /** What happened on the account, page by page. */
  history: allow("account:read")
    .input(HistoryQuery)
    .query(({ ctx, input: { customerId, asOf, knownAt: _knownAt, ...asked } }) =>
      readHistoryOf(ctx.books, momentOf({ asOf }, ctx), { customer: customerId, ...asked }),
    ),

  /** Who the customer is, with their contacts and locations. */
  read: allow("account:read")
    .input(z.strictObject({ customerId: z.string().max(100), ...AtMoment }))
    .query(({ ctx, input }) => readProfile(ctx.books, input.customerId, momentOf(input, ctx))),

  create: command("customer:write")
    .input(NewCustomer.omit({ limitCents: true }))
    .mutation(({ ctx, input }) => createCustomer(ctx.books, input)),

  /** Who is here already under the same name, e-mail or phone. */
  alike: allow("account:read")
    .input(
      z.strictObject({
        name: z.string().max(200),
        email: z.string().max(254),
        phone: z.string().max(60),
      }),
    )
    .query(({ ctx, input }) => findAlike(ctx.books, input)),

  edit: command("customer:write")
    .input(CustomerEdit)
    .mutation(({ ctx, input }) => editCustomer(ctx.books, input)),

  archive: command("customer:write")
    .input(z.strictObject({ customerId: z.uuid() }))
    .mutation(({ ctx, input }) => archiveCustomer(ctx.books, input.customerId)),

  unarchive: command("customer:write")
    .input(z.strictObject({ customerId: z.uuid() }))
    .mutation(({ ctx, input }) => unarchiveCustomer(ctx.books, input.customerId)),

  archiveEmpty: command("customer:write")
    .input(z.strictObject({ customerIds: z.array(z.uuid()).min(1).max(200) }))
    .mutation(({ ctx, input }) => archiveEmptyCustomers(ctx.books, input.customerIds)),

  /** What goes with an empty profile when it is deleted, and what keeps one. */
  forgettable: allow("account:read")
    .input(z.strictObject({ customerId: z.uuid() }))
    .query(({ ctx, input }) => readForgettable(ctx.books, input.customerId)),

  forget: command("customer:write")
    .input(z.strictObject({ customerId: z.uuid() }))
    .mutation(({ ctx, input }) => forgetCustomer(ctx.books, input.customerId)),

  changes: allow("account:read")
    .input(changeList.query.extend({ customerId: z.uuid() }))
    .query(({ ctx, input }) => listChanges(ctx.books, input)),
});
