// Debts and credits with a balance, and what was done with them: applied, reversed, refunded, transferred. The app
// may change only how much of one is used; the rows that say why are facts.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { EventKind } from "@/domain/ledger/account.ts";
import { REDUCTION_KINDS } from "@/domain/ledger/posting.ts";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  centsColumn,
  dayColumn,
  eventNumber,
  instant,
  oneOf,
  orgId,
  wall,
  word,
} from "./columns.ts";
import { events } from "./events.ts";
import { jobs } from "./jobs.ts";

const STILL_OPEN = sql`amount - applied - reversed > 0`;

/** A debit with a balance; its id is the number of the event that made it. */
export const items = booksSchema.table(
  "items",
  {
    orgId: orgId(),
    id: eventNumber("id").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    kind: word<EventKind>("kind").notNull(),
    documentId: uuid("document_id"),
    /** The job that it is a debt of, whose exposure it is part of while it is open. */
    jobId: uuid("job_id"),
    amountCents: centsColumn("amount").notNull(),
    appliedCents: centsColumn("applied")
      .notNull()
      .default(sql`0`),
    reversedCents: centsColumn("reversed")
      .notNull()
      .default(sql`0`),
    openCents: centsColumn("open").generatedAlwaysAs(sql`amount - applied - reversed`),
    /** The day it counts from; `issuedOn` is the document's own date, which a transferred item keeps. */
    effectiveOn: dayColumn("effective_on").notNull(),
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
    foreignKey({
      name: "items_event",
      columns: [t.orgId, t.id],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "items_of_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "items_job",
      columns: [t.orgId, t.currency, t.jobId],
      foreignColumns: [jobs.orgId, jobs.currency, jobs.id],
    }),
    check("items_amount", sql`${t.amountCents} > 0`),
    check(
      "items_use",
      sql`${t.appliedCents} >= 0 and ${t.reversedCents} >= 0 and ${t.appliedCents} + ${t.reversedCents} <= ${t.amountCents}`,
    ),
    index("items_open").on(t.orgId, t.accountId, t.dueOn, t.id).where(STILL_OPEN),
    index("items_of_job")
      .on(t.orgId, t.jobId)
      .where(sql`job_id is not null and amount - applied - reversed > 0`),
    // The orders of a list of what is unpaid (invoice-ways.ts).
    index("items_open_by_day").on(t.orgId, t.issuedOn, t.id).where(STILL_OPEN),
    index("items_open_by_due_day").on(t.orgId, t.dueOn, t.id).where(STILL_OPEN),
    index("items_open_by_left")
      .on(
        t.orgId,
        sql`(amount - applied - reversed)`,
        sql`((issued_on - date '1900-01-01')::bigint * 10000000000 + id)`,
      )
      .where(STILL_OPEN),
    index("items_reduced")
      .on(t.orgId, t.id)
      .where(sql`reversed > 0`),
    index("items_moved")
      .on(t.orgId, t.documentId)
      .where(sql`kind = 'transfer-in'`),
    index("items_touched_on").on(t.orgId, t.touchedOn, t.effectiveOn),
    index("items_touched_at").on(t.orgId, t.touchedAt, t.recordedAt),
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
    appliedCents: centsColumn("applied")
      .notNull()
      .default(sql`0`),
    refundedCents: centsColumn("refunded")
      .notNull()
      .default(sql`0`),
    reversedCents: centsColumn("reversed")
      .notNull()
      .default(sql`0`),
    openCents: centsColumn("open").generatedAlwaysAs(sql`amount - applied - refunded - reversed`),
    effectiveOn: dayColumn("effective_on").notNull(),
    issuedOn: dayColumn("issued_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    touchedOn: dayColumn("touched_on").notNull(),
    touchedAt: instant("touched_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "credits_key", columns: [t.orgId, t.id] }),
    unique("credits_account").on(t.orgId, t.accountId, t.currency, t.id),
    foreignKey({
      name: "credits_event",
      columns: [t.orgId, t.id],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "credits_of_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    /** What was given up is no money: it settles a debt or is reversed, and never lies open. */
    check(
      "credits_given_up",
      sql`${t.kind} not in ('write-off', 'discount') or ${t.appliedCents} + ${t.reversedCents} = ${t.amountCents}`,
    ),
    check("credits_amount", sql`${t.amountCents} > 0`),
    check(
      "credits_use",
      sql`${t.appliedCents} >= 0 and ${t.refundedCents} >= 0 and ${t.reversedCents} >= 0 and ${t.appliedCents} + ${t.refundedCents} + ${t.reversedCents} <= ${t.amountCents}`,
    ),
    index("credits_open")
      .on(t.orgId, t.accountId, t.issuedOn, t.id)
      .where(sql`amount - applied - refunded - reversed > 0`),
    index("credits_touched_on").on(t.orgId, t.touchedOn, t.effectiveOn),
    index("credits_touched_at").on(t.orgId, t.touchedAt, t.recordedAt),
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
    foreignKey({
      name: "allocations_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "allocations_credit",
      columns: [t.orgId, t.accountId, t.currency, t.creditId],
      foreignColumns: [credits.orgId, credits.accountId, credits.currency, credits.id],
    }),
    foreignKey({
      name: "allocations_item",
      columns: [t.orgId, t.accountId, t.currency, t.itemId],
      foreignColumns: [items.orgId, items.accountId, items.currency, items.id],
    }),
    check("allocations_amount", sql`${t.amountCents} <> 0`),
    index("allocations_of_item").on(t.orgId, t.itemId),
    index("allocations_of_credit").on(t.orgId, t.creditId),
    wall(),
  ],
);

/** What an item or a credit lost other than by application: reversed, refunded, transferred; negative gives it back. */
export const reductions = booksSchema.table(
  "reductions",
  {
    orgId: orgId(),
    eventNumber: eventNumber("event_number").notNull(),
    line: integer("line").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    itemId: eventNumber("item_id"),
    creditId: eventNumber("credit_id"),
    kind: word<(typeof REDUCTION_KINDS)[number]>("kind").notNull(),
    amountCents: centsColumn("amount").notNull(),
    effectiveOn: dayColumn("effective_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "reductions_key", columns: [t.orgId, t.eventNumber, t.line] }),
    foreignKey({
      name: "reductions_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "reductions_item",
      columns: [t.orgId, t.accountId, t.currency, t.itemId],
      foreignColumns: [items.orgId, items.accountId, items.currency, items.id],
    }),
    foreignKey({
      name: "reductions_credit",
      columns: [t.orgId, t.accountId, t.currency, t.creditId],
      foreignColumns: [credits.orgId, credits.accountId, credits.currency, credits.id],
    }),
    check("reductions_of_one", sql`(${t.itemId} is null) <> (${t.creditId} is null)`),
    check("reductions_kind", oneOf("kind", REDUCTION_KINDS)),
    check("reductions_amount", sql`${t.amountCents} <> 0`),
    check("reductions_final", sql`${t.kind} <> 'reversed' or ${t.amountCents} > 0`),
    check("reductions_refund", sql`${t.kind} <> 'refunded' or ${t.creditId} is not null`),
    index("reductions_of_item")
      .on(t.orgId, t.itemId)
      .where(sql`item_id is not null`),
    index("reductions_of_credit")
      .on(t.orgId, t.creditId)
      .where(sql`credit_id is not null`),
    wall(),
  ],
);
