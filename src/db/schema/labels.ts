// Labels of a business's own on its customers, by which a list is narrowed and a run of statements chooses.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { customers } from "./accounts.ts";
import { booksSchema, id, instant, orgId, wall } from "./columns.ts";

export const labels = booksSchema.table(
  "labels",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull().default(1),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "labels_key", columns: [t.orgId, t.id] }),
    uniqueIndex("labels_name").on(t.orgId, sql`lower(name)`),
    check("labels_named", sql`length(${t.name}) between 1 and 60`),
    wall(),
  ],
);

/** A row stays when the label is taken off. */
export const customerLabels = booksSchema.table(
  "customer_labels",
  {
    orgId: orgId(),
    customerId: uuid("customer_id").notNull(),
    labelId: uuid("label_id").notNull(),
    isOn: boolean("is_on").notNull().default(true),
  },
  (t) => [
    primaryKey({ name: "customer_labels_key", columns: [t.orgId, t.customerId, t.labelId] }),
    foreignKey({
      name: "customer_labels_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "customer_labels_label",
      columns: [t.orgId, t.labelId],
      foreignColumns: [labels.orgId, labels.id],
    }),
    index("customer_labels_of_label")
      .on(t.orgId, t.labelId, t.customerId)
      .where(sql`is_on`),
    wall(),
  ],
);
