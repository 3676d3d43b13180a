// Payments on their way to the bank.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { booksSchema, centsColumn, dayColumn, id, instant, orgId, recordedAt, wall } from "./columns.ts";
import { chart } from "./ground.ts";

/** Payments that were brought to the bank together. It is undone by a reversal, which frees them for another. */
export const deposits = booksSchema.table(
  "deposits",
  {
    orgId: orgId(),
    id: id(),
    number: text("number").notNull(),
    currency: text("currency").notNull(),
    depositedOn: dayColumn("deposited_on").notNull(),
    amountCents: centsColumn("amount").notNull(),
    /** The bank account that it went to. */
    toChart: text("to_chart").notNull(),
    memo: text("memo").notNull().default(""),
    madeBy: text("made_by").notNull(),
    recordedAt: recordedAt(),
    reversedOn: dayColumn("reversed_on"),
    reversedBy: text("reversed_by"),
    reversedBecause: text("reversed_because"),
    reversedAt: instant("reversed_at"),
  },
  (t) => [
    primaryKey({ name: "deposits_key", columns: [t.orgId, t.id] }),
    unique("deposits_number").on(t.orgId, t.number),
    unique("deposits_currency").on(t.orgId, t.currency, t.id),
    foreignKey({
      name: "deposits_to",
      columns: [t.orgId, t.toChart],
      foreignColumns: [chart.orgId, chart.code],
    }),
    check("deposits_amount", sql`${t.amountCents} > 0`),
    check(
      "deposits_reversed",
      sql`num_nulls(${t.reversedOn}, ${t.reversedBy}, ${t.reversedBecause}, ${t.reversedAt}) in (0, 4) and coalesce(${t.reversedOn} >= ${t.depositedOn}, true)`,
    ),
    index("deposits_by_day").on(t.orgId, t.depositedOn, t.id),
    index("deposits_by_amount").on(t.orgId, t.amountCents, t.id),
    wall(),
  ],
);
