// Checks that pay for several customers of a family: what holds their payments together.
import { sql } from "drizzle-orm";
import { check, foreignKey, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, id, instant, orgId, wall } from "./columns.ts";

/** One check, or other money, that pays for several customers: each payment of it is posted on its own account. */
export const splitPayments = booksSchema.table(
  "split_payments",
  {
    orgId: orgId(),
    id: id(),
    /** Whose check it is. */
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    amountCents: centsColumn("amount").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "split_payments_key", columns: [t.orgId, t.id] }),
    unique("split_payments_currency").on(t.orgId, t.currency, t.id),
    foreignKey({
      name: "split_payments_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check("split_payments_amount", sql`${t.amountCents} > 0`),
    wall(),
  ],
);
