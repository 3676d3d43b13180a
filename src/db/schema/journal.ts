// What each event says in the general ledger's words, and what it holds back.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, eventNumber, instant, orgId, wall } from "./columns.ts";
import { events } from "./events.ts";
import { chart } from "./ground.ts";

/** Each event's double entry: debits positive, credits negative, zero in all. */
export const journalLines = booksSchema.table(
  "journal_lines",
  {
    orgId: orgId(),
    eventNumber: eventNumber("event_number").notNull(),
    line: integer("line").notNull(),
    chartCode: text("chart_code").notNull(),
    amountCents: centsColumn("amount").notNull(),
  },
  (t) => [
    primaryKey({ name: "journal_lines_key", columns: [t.orgId, t.eventNumber, t.line] }),
    foreignKey({
      name: "journal_lines_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "journal_lines_chart",
      columns: [t.orgId, t.chartCode],
      foreignColumns: [chart.orgId, chart.code],
    }),
    check("journal_lines_amount", sql`${t.amountCents} <> 0`),
    index("journal_lines_by_chart").on(t.orgId, t.chartCode, t.eventNumber),
    wall(),
  ],
);

/** What the customer holds back, per invoice line: withheld positive, released or voided negative. */
export const retainage = booksSchema.table(
  "retainage",
  {
    orgId: orgId(),
    eventNumber: eventNumber("event_number").notNull(),
    line: integer("line").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    invoiceLine: integer("invoice_line").notNull(),
    amountCents: centsColumn("amount").notNull(),
    effectiveOn: dayColumn("effective_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "retainage_key", columns: [t.orgId, t.eventNumber, t.line] }),
    foreignKey({
      name: "retainage_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "retainage_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check("retainage_amount", sql`${t.amountCents} <> 0`),
    index("retainage_of_line").on(t.orgId, t.invoiceId, t.invoiceLine),
    index("retainage_of_account").on(t.orgId, t.accountId, t.effectiveOn),
    wall(),
  ],
);
