// What of an account's open credit is set aside.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, id, instant, orgId, wall } from "./columns.ts";

/** Part of an account's open credit, set aside with a note; the sum of live ones is accounts.earmarked. */
export const earmarks = booksSchema.table(
  "earmarks",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
    note: text("note").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    releasedBy: text("released_by"),
    releasedAt: instant("released_at"),
  },
  (t) => [
    primaryKey({ name: "earmarks_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "earmarks_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    check("earmarks_amount", sql`${t.amountCents} > 0`),
    check("earmarks_released", sql`(${t.releasedAt} is null) = (${t.releasedBy} is null)`),
    index("earmarks_live")
      .on(t.orgId, t.accountId)
      .where(sql`released_at is null`),
    wall(),
  ],
);
