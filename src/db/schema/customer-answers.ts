// What a customer says back: that they object to an invoice, when they will pay, and that they have seen a paper. None of it is a
// fact of the ledger; who said it, and when, is kept with it.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { DISPUTE_REASONS, type DisputeReason } from "@/domain/invoices/dispute.ts";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { invoices } from "./invoices.ts";

/** Whoever brings it in, the customer by a link or a member for them; one stands at a time. */
export const disputes = booksSchema.table(
  "disputes",
  {
    orgId: orgId(),
    id: id(),
    invoiceId: uuid("invoice_id").notNull(),
    reason: word<DisputeReason>("reason").notNull(),
    note: text("note").notNull().default(""),
    raisedBy: text("raised_by").notNull(),
    raisedAt: instant("raised_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    settledBy: text("settled_by"),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({ name: "disputes_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "disputes_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    check("disputes_reason", oneOf("reason", DISPUTE_REASONS)),
    check("disputes_settled", sql`(${t.settledBy} is null) = (${t.settledAt} is null)`),
    uniqueIndex("disputes_one_open")
      .on(t.orgId, t.invoiceId)
      .where(sql`settled_at is null`),
    index("disputes_of_invoice").on(t.orgId, t.invoiceId, t.raisedAt),
    index("disputes_by_time").on(t.orgId, t.raisedAt),
    wall(),
  ],
);

export const promises = booksSchema.table(
  "promises",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    promisedOn: dayColumn("promised_on").notNull(),
    /** Null for all that was owed. */
    amountCents: centsColumn("amount"),
    owedCents: centsColumn("owed").notNull(),
    madeOn: dayColumn("made_on").notNull(),
    madeBy: text("made_by").notNull(),
    madeAt: instant("made_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    replacedAt: instant("replaced_at"),
  },
  (t) => [
    primaryKey({ name: "promises_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "promises_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check(
      "promises_amount",
      sql`case when ${t.amountCents} is null then ${t.owedCents} > 0 else ${t.amountCents} between 1 and ${t.owedCents} end`,
    ),
    check("promises_day", sql`${t.promisedOn} between ${t.madeOn} and ${t.madeOn} + 90`),
    uniqueIndex("promises_one_standing")
      .on(t.orgId, t.accountId)
      .where(sql`replaced_at is null`),
    index("promises_of_account").on(t.orgId, t.accountId, t.madeAt),
    index("promises_by_time").on(t.orgId, t.madeAt),
    wall(),
  ],
);

/** What a customer asks, with the documents in which their own list differs; until somebody says that it is answered. */
export const questions = booksSchema.table(
  "questions",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    note: text("note").notNull().default(""),
    /** As JSON. */
    differences: text("differences").notNull().default("[]"),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ name: "questions_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "questions_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check("questions_said", sql`${t.note} <> '' or ${t.differences} <> '[]'`),
    check("questions_answered", sql`(${t.answeredBy} is null) = (${t.answeredAt} is null)`),
    index("questions_of_account").on(t.orgId, t.accountId, t.askedAt),
    index("questions_by_time").on(t.orgId, t.askedAt),
    wall(),
  ],
);

export const SAID_KINDS = ["dispute", "promise", "question"] as const;

/** That a member was told by mail of what a customer said: each of them once. */
export const tellings = booksSchema.table(
  "tellings",
  {
    orgId: orgId(),
    kind: word<(typeof SAID_KINDS)[number]>("kind").notNull(),
    /** The dispute, promise or question. */
    saidId: uuid("said_id").notNull(),
    /** In the directory. */
    userId: uuid("user_id").notNull(),
    toldAt: instant("told_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "tellings_key", columns: [t.orgId, t.kind, t.saidId, t.userId] }),
    check("tellings_kind", oneOf("kind", SAID_KINDS)),
    wall(),
  ],
);

/** Noted once per link, after a person's gesture: by looking alone nobody has seen anything. */
export const openings = booksSchema.table(
  "openings",
  {
    orgId: orgId(),
    /** In the directory. */
    linkId: uuid("link_id").notNull(),
    openedAt: instant("opened_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ name: "openings_key", columns: [t.orgId, t.linkId] }), wall()],
);

/** A link of the directory that opens an account's newest statement until it is withdrawn, and whose it is. */
export const standingLinks = booksSchema.table(
  "standing_links",
  {
    orgId: orgId(),
    /** In the directory. */
    linkId: uuid("link_id").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    forWhom: text("for_whom").notNull(),
    madeBy: text("made_by").notNull(),
    madeAt: instant("made_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    withdrawnBy: text("withdrawn_by"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    primaryKey({ name: "standing_links_key", columns: [t.orgId, t.linkId] }),
    foreignKey({
      name: "standing_links_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check("standing_links_withdrawn", sql`(${t.withdrawnBy} is null) = (${t.withdrawnAt} is null)`),
    index("standing_links_of_account").on(t.orgId, t.accountId, t.madeAt),
    wall(),
  ],
);
