// What a business sells: its price, how it is counted, where its revenue goes, and whether it is taxed.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { booksSchema, centsColumn, id, instant, orgId, wall } from "./columns.ts";
import { productGroups } from "./discounts.ts";
import { chart } from "./ground.ts";

export const products = booksSchema.table(
  "products",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    sku: text("sku").notNull().default(""),
    barcode: text("barcode").notNull().default(""),
    description: text("description").notNull().default(""),
    /** What it costs the business; only for its own eyes. */
    costCents: centsColumn("cost"),
    /** Sales price of one unit, an exact decimal of the business's currency. */
    price: numeric("price", { precision: 24, scale: 8 }).notNull(),
    unit: text("unit").notNull().default(""),
    chartCode: text("chart_code").notNull(),
    /** By which the discount of a class is found. */
    groupId: uuid("group_id"),
    taxable: boolean("taxable").notNull().default(true),
    retainable: boolean("retainable").notNull().default(true),
    /** What a search looks at; made by the database, so that it is never stale. */
    search: text("search").generatedAlwaysAs(
      sql`books.search_text(name || ' ' || sku || ' ' || barcode || ' ' || description)`,
    ),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "products_key", columns: [t.orgId, t.id] }),
    uniqueIndex("products_sku")
      .on(t.orgId, t.sku)
      .where(sql`sku <> ''`),
    uniqueIndex("products_barcode")
      .on(t.orgId, t.barcode)
      .where(sql`barcode <> ''`),
    index("products_sku_said").on(t.orgId, sql`books.search_text(sku) text_pattern_ops`),
    index("products_name_said").on(t.orgId, sql`books.search_text(name) text_pattern_ops`),
    index("products_by_name").on(t.orgId, sql`lower(name) collate "und-x-icu"`, t.id),
    index("products_by_sku").on(t.orgId, sql`sku collate books.natural`, t.id),
    index("products_search").using("gin", t.orgId, t.search.op("gin_trgm_ops")),
    foreignKey({
      name: "products_chart",
      columns: [t.orgId, t.chartCode],
      foreignColumns: [chart.orgId, chart.code],
    }),
    foreignKey({
      name: "products_group",
      columns: [t.orgId, t.groupId],
      foreignColumns: [productGroups.orgId, productGroups.id],
    }),
    check("products_named", sql`length(${t.name}) between 1 and 200`),
    check("products_price", sql`${t.price} >= 0`),
    check("products_cost", sql`${t.costCents} >= 0`),
    wall(),
  ],
);
