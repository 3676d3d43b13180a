// What held retainage waits for, line by line: the day on which its release is expected, and its conditions with their state.
// They are no facts of the books: what is billed and when is the event's to say.
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { CONDITION_KINDS, type ConditionKind } from "@/domain/invoices/release-conditions.ts";
import { booksSchema, dayColumn, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { invoiceLines } from "./invoices.ts";

export const releaseDays = booksSchema.table(
  "release_days",
  {
    orgId: orgId(),
    invoiceId: uuid("invoice_id").notNull(),
    invoiceLine: integer("invoice_line").notNull(),
    expectedOn: dayColumn("expected_on"),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "release_days_key", columns: [t.orgId, t.invoiceId, t.invoiceLine] }),
    foreignKey({
      name: "release_days_line",
      columns: [t.orgId, t.invoiceId, t.invoiceLine],
      foreignColumns: [invoiceLines.orgId, invoiceLines.invoiceId, invoiceLines.line],
    }),
    wall(),
  ],
);

export const releaseConditions = booksSchema.table(
  "release_conditions",
  {
    orgId: orgId(),
    invoiceId: uuid("invoice_id").notNull(),
    invoiceLine: integer("invoice_line").notNull(),
    kind: word<ConditionKind>("kind").notNull(),
    /** Of a kind of its own, what is waited for. */
    words: text("words").notNull().default(""),
    metOn: dayColumn("met_on"),
    metBy: text("met_by").notNull().default(""),
    /** Not asked for any more. */
    dropped: boolean("dropped").notNull().default(false),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({
      name: "release_conditions_key",
      columns: [t.orgId, t.invoiceId, t.invoiceLine, t.kind, t.words],
    }),
    foreignKey({
      name: "release_conditions_line",
      columns: [t.orgId, t.invoiceId, t.invoiceLine],
      foreignColumns: [invoiceLines.orgId, invoiceLines.invoiceId, invoiceLines.line],
    }),
    check("release_conditions_kind", oneOf("kind", CONDITION_KINDS)),
    check("release_conditions_words", sql`(${t.kind} = 'other') = (${t.words} <> '')`),
    check("release_conditions_met", sql`(${t.metOn} is null) = (${t.metBy} = '')`),
    wall(),
  ],
);
