// Jobs of a customer: each can carry a limit and an exposure of its own.
import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { customers } from "./accounts.ts";
import { booksSchema, centsColumn, id, orgId, wall } from "./columns.ts";

export const jobs = booksSchema.table(
  "jobs",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    limitCents: centsColumn("limit_cents"),
    exposureCents: centsColumn("exposure")
      .notNull()
      .default(sql`0`),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "jobs_key", columns: [t.orgId, t.id] }),
    unique("jobs_number").on(t.orgId, t.number),
    foreignKey({
      name: "jobs_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    index("jobs_of_customer").on(t.orgId, t.customerId),
    wall(),
  ],
);
