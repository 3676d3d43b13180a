// What some customers pay less than the sales price: a class that a customer is of, a group that a product is of, and for a
// class and a group a percentage.
import { sql } from "drizzle-orm";
import { check, foreignKey, integer, numeric, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { booksSchema, id, instant, orgId, wall } from "./columns.ts";

export const discountClasses = booksSchema.table(
  "discount_classes",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull().default(1),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "discount_classes_key", columns: [t.orgId, t.id] }),
    unique("discount_classes_name").on(t.orgId, t.name),
    check("discount_classes_named", sql`length(${t.name}) between 1 and 60`),
    wall(),
  ],
);

export const productGroups = booksSchema.table(
  "product_groups",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull().default(1),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "product_groups_key", columns: [t.orgId, t.id] }),
    unique("product_groups_name").on(t.orgId, t.name),
    check("product_groups_named", sql`length(${t.name}) between 1 and 60`),
    wall(),
  ],
);

/** Nought where it was taken back. */
export const discounts = booksSchema.table(
  "discounts",
  {
    orgId: orgId(),
    classId: uuid("class_id").notNull(),
    groupId: uuid("group_id").notNull(),
    percent: numeric("percent", { precision: 5, scale: 2 }).notNull(),
  },
  (t) => [
    primaryKey({ name: "discounts_key", columns: [t.orgId, t.classId, t.groupId] }),
    foreignKey({
      name: "discounts_class",
      columns: [t.orgId, t.classId],
      foreignColumns: [discountClasses.orgId, discountClasses.id],
    }),
    foreignKey({
      name: "discounts_group",
      columns: [t.orgId, t.groupId],
      foreignColumns: [productGroups.orgId, productGroups.id],
    }),
    check("discounts_percent", sql`${t.percent} between 0 and 100`),
    wall(),
  ],
);
