// The books themselves: an account's chain of events and what each posted. Rows here are facts: the app may
// insert them and nothing more, except how much of an item or credit has been used.
import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { EVENT_KINDS, type EventKind } from "@/domain/account.ts";
import { accounts } from "./accounts.ts";
import { booksSchema, bytes, centsColumn, dayColumn, eventNumber, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { chart, commands, periods } from "./ground.ts";

export const events = booksSchema.table(
  "events",
  {
    orgId: orgId(),
    /** The Event ID. */
    number: eventNumber("number").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    prevSeq: bigint("prev_seq", { mode: "number" }),
    kind: word<EventKind>("kind").notNull(),
    effectiveOn: dayColumn("effective_on").notNull(),
    period: dayColumn("period").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    amountCents: centsColumn("amount").notNull(),
    prevBalanceCents: centsColumn("prev_balance").notNull(),
    balanceAfterCents: centsColumn("balance_after").notNull(),
    actor: text("actor").notNull(),
    /** What a person calls it, such as "Check 4471"; part of the fact, not free text. */
    label: text("label").notNull().default(""),
    memo: text("memo").notNull().default(""),
    memoSalt: bytes("memo_salt"),
    memoDigest: bytes("memo_digest"),
    documentId: uuid("document_id"),
    documentNumber: text("document_number"),
    reverses: eventNumber("reverses"),
    negatedCents: bigint("negated", { mode: "number" }).generatedAlwaysAs((): ReturnType<typeof sql> => sql`- amount`),
    commandId: uuid("command_id"),
    prevHash: bytes("prev_hash"),
    hash: bytes("hash").notNull(),
  },
  (t) => [
    primaryKey({ name: "events_key", columns: [t.orgId, t.number] }),
    unique("events_seq").on(t.orgId, t.accountId, t.seq),
    unique("events_head").on(t.orgId, t.accountId, t.seq, t.balanceAfterCents),
    unique("events_amount").on(t.orgId, t.accountId, t.number, t.amountCents),
    uniqueIndex("events_reversed_once").on(t.orgId, t.reverses).where(sql`reverses is not null`),
    index("events_history").on(t.orgId, t.accountId, t.effectiveOn, t.number),
    foreignKey({ name: "events_account", columns: [t.orgId, t.accountId, t.currency], foreignColumns: [accounts.orgId, accounts.id, accounts.currency] }),
    foreignKey({ name: "events_period", columns: [t.orgId, t.period], foreignColumns: [periods.orgId, periods.month] }),
    foreignKey({ name: "events_command", columns: [t.orgId, t.commandId], foreignColumns: [commands.orgId, commands.id] }),
    foreignKey({
      name: "events_chain",
      columns: [t.orgId, t.accountId, t.prevSeq, t.prevBalanceCents],
      foreignColumns: [t.orgId, t.accountId, t.seq, t.balanceAfterCents],
    }),
    foreignKey({
      name: "events_reversal",
      columns: [t.orgId, t.accountId, t.reverses, t.negatedCents],
      foreignColumns: [t.orgId, t.accountId, t.number, t.amountCents],
    }),
    check("events_kind", oneOf("kind", EVENT_KINDS)),
    check("events_sum", sql`${t.balanceAfterCents} = ${t.prevBalanceCents} + ${t.amountCents}`),
    check("events_first", sql`(${t.seq} = 1 and ${t.prevSeq} is null and ${t.prevBalanceCents} = 0) or (${t.seq} > 1 and ${t.prevSeq} = ${t.seq} - 1)`),
    check("events_period_is_month", sql`extract(day from ${t.period}) = 1`),
    check("events_reversal_names_one", sql`(${t.kind} = 'reversal') = (${t.reverses} is not null)`),
    check("events_number", sql`${t.number} > 0`),
    wall(),
  ],
);

/** A debit with a balance; its id is the number of the event that made it. */
export const items = booksSchema.table(
  "items",
  {
    orgId: orgId(),
    id: eventNumber("id").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    kind: word<EventKind>("kind").notNull(),
    number: text("number").notNull(),
    documentId: uuid("document_id"),
    amountCents: centsColumn("amount").notNull(),
    appliedCents: centsColumn("applied").notNull().default(sql`0`),
    reversedCents: centsColumn("reversed").notNull().default(sql`0`),
    openCents: centsColumn("open").generatedAlwaysAs(sql`amount - applied - reversed`),
    issuedOn: dayColumn("issued_on").notNull(),
    dueOn: dayColumn("due_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    /** Latest effective day and latest instant of anything that used this item: past both, `open` is the answer. */
    touchedOn: dayColumn("touched_on").notNull(),
    touchedAt: instant("touched_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "items_key", columns: [t.orgId, t.id] }),
    unique("items_account").on(t.orgId, t.accountId, t.currency, t.id),
    foreignKey({ name: "items_event", columns: [t.orgId, t.id], foreignColumns: [events.orgId, events.number] }),
    foreignKey({ name: "items_of_account", columns: [t.orgId, t.accountId, t.currency], foreignColumns: [accounts.orgId, accounts.id, accounts.currency] }),
    check("items_amount", sql`${t.amountCents} > 0`),
    check("items_use", sql`${t.appliedCents} >= 0 and ${t.reversedCents} >= 0 and ${t.appliedCents} + ${t.reversedCents} <= ${t.amountCents}`),
    index("items_open").on(t.orgId, t.accountId, t.dueOn, t.id).where(sql`amount - applied - reversed > 0`),
    index("items_touched_on").on(t.orgId, t.touchedOn, t.issuedOn),
    index("items_touched_at").on(t.orgId, t.touchedAt),
    index("items_of_account_by_day").on(t.orgId, t.accountId, t.touchedOn),
    wall(),
  ],
);

/** Money or a memo in the customer's favour; its id is the number of the event that made it. */
export const credits = booksSchema.table(
  "credits",
  {
    orgId: orgId(),
    id: eventNumber("id").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    kind: word<EventKind>("kind").notNull(),
    documentId: uuid("document_id"),
    amountCents: centsColumn("amount").notNull(),
    appliedCents: centsColumn("applied").notNull().default(sql`0`),
    refundedCents: centsColumn("refunded").notNull().default(sql`0`),
    reversedCents: centsColumn("reversed").notNull().default(sql`0`),
    openCents: centsColumn("open").generatedAlwaysAs(sql`amount - applied - refunded - reversed`),
    issuedOn: dayColumn("issued_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    touchedOn: dayColumn("touched_on").notNull(),
    touchedAt: instant("touched_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "credits_key", columns: [t.orgId, t.id] }),
    unique("credits_account").on(t.orgId, t.accountId, t.currency, t.id),
    foreignKey({ name: "credits_event", columns: [t.orgId, t.id], foreignColumns: [events.orgId, events.number] }),
    foreignKey({ name: "credits_of_account", columns: [t.orgId, t.accountId, t.currency], foreignColumns: [accounts.orgId, accounts.id, accounts.currency] }),
    check("credits_amount", sql`${t.amountCents} > 0`),
    check("credits_use", sql`${t.appliedCents} >= 0 and ${t.refundedCents} >= 0 and ${t.reversedCents} >= 0 and ${t.appliedCents} + ${t.refundedCents} + ${t.reversedCents} <= ${t.amountCents}`),
    index("credits_open").on(t.orgId, t.accountId, t.issuedOn, t.id).where(sql`amount - applied - refunded - reversed > 0`),
    index("credits_touched_on").on(t.orgId, t.touchedOn, t.issuedOn),
    index("credits_touched_at").on(t.orgId, t.touchedAt),
    index("credits_of_account_by_day").on(t.orgId, t.accountId, t.touchedOn),
    wall(),
  ],
);

/** Credit applied to an item; an un-application is a negative row. */
export const allocations = booksSchema.table(
  "allocations",
  {
    orgId: orgId(),
    eventNumber: eventNumber("event_number").notNull(),
    line: integer("line").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    creditId: eventNumber("credit_id").notNull(),
    itemId: eventNumber("item_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
    effectiveOn: dayColumn("effective_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "allocations_key", columns: [t.orgId, t.eventNumber, t.line] }),
    foreignKey({ name: "allocations_event", columns: [t.orgId, t.eventNumber], foreignColumns: [events.orgId, events.number] }),
    foreignKey({ name: "allocations_credit", columns: [t.orgId, t.accountId, t.currency, t.creditId], foreignColumns: [credits.orgId, credits.accountId, credits.currency, credits.id] }),
    foreignKey({ name: "allocations_item", columns: [t.orgId, t.accountId, t.currency, t.itemId], foreignColumns: [items.orgId, items.accountId, items.currency, items.id] }),
    check("allocations_amount", sql`${t.amountCents} <> 0`),
    index("allocations_of_item").on(t.orgId, t.itemId),
    index("allocations_of_credit").on(t.orgId, t.creditId),
    wall(),
  ],
);

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
    foreignKey({ name: "journal_lines_event", columns: [t.orgId, t.eventNumber], foreignColumns: [events.orgId, events.number] }),
    foreignKey({ name: "journal_lines_chart", columns: [t.orgId, t.chartCode], foreignColumns: [chart.orgId, chart.code] }),
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
    foreignKey({ name: "retainage_event", columns: [t.orgId, t.eventNumber], foreignColumns: [events.orgId, events.number] }),
    foreignKey({ name: "retainage_account", columns: [t.orgId, t.accountId, t.currency], foreignColumns: [accounts.orgId, accounts.id, accounts.currency] }),
    check("retainage_amount", sql`${t.amountCents} <> 0`),
    index("retainage_of_line").on(t.orgId, t.invoiceId, t.invoiceLine),
    index("retainage_of_account").on(t.orgId, t.accountId, t.effectiveOn),
    wall(),
  ],
);
