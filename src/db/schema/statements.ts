// Statements as they were issued, the bytes that were sent, and the outbox that sends each thing once.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { CHARGE_MAILS, type ChargeMail } from "@/domain/payments/autopay.ts";
import { MAILED_PAPERS } from "@/domain/statements/mailed-paper.ts";
import { accounts } from "./accounts.ts";
import { autopayCharges } from "./autopays.ts";
import {
  booksSchema,
  bytes,
  centsColumn,
  dayColumn,
  id,
  instant,
  oneOf,
  orgId,
  wall,
  word,
} from "./columns.ts";
import { creditMemos } from "./documents.ts";
import { events } from "./events.ts";
import { invoices } from "./invoices.ts";

export const statements = booksSchema.table(
  "statements",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    number: text("number").notNull(),
    fromOn: dayColumn("from_on").notNull(),
    asOf: dayColumn("as_of").notNull(),
    knownAt: instant("known_at").notNull(),
    /** The last event the statement saw; null only on an account without events. */
    headSeq: bigint("head_seq", { mode: "number" }),
    closingCents: centsColumn("closing").notNull(),
    /** Of a parent's with its branches: what all of them owe; `closing` is the parent's own. */
    familyClosingCents: centsColumn("family_closing"),
    /** The frozen Statement value as JSON; page, PDF and mail are drawn from it and from nothing else. */
    snapshot: text("snapshot").notNull(),
    snapshotHash: bytes("snapshot_hash").notNull(),
    issuedBy: text("issued_by").notNull(),
    issuedAt: instant("issued_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "statements_key", columns: [t.orgId, t.id] }),
    unique("statements_number").on(t.orgId, t.number),
    foreignKey({
      name: "statements_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "statements_head",
      columns: [t.orgId, t.accountId, t.headSeq],
      foreignColumns: [events.orgId, events.accountId, events.seq],
    }),
    check("statements_range", sql`${t.fromOn} <= ${t.asOf}`),
    check("statements_without_events", sql`${t.headSeq} is not null or ${t.closingCents} = 0`),
    index("statements_of_account").on(t.orgId, t.accountId, t.issuedAt),
    index("statements_by_time").on(t.orgId, t.issuedAt),
    index("statements_by_hash").on(t.orgId, t.snapshotHash),
    wall(),
  ],
);

/** The accounts that a parent's statement is of, its own among them, each as the statement saw it. */
export const statementMembers = booksSchema.table(
  "statement_members",
  {
    orgId: orgId(),
    statementId: uuid("statement_id").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    headSeq: bigint("head_seq", { mode: "number" }),
    closingCents: centsColumn("closing").notNull(),
  },
  (t) => [
    primaryKey({ name: "statement_members_key", columns: [t.orgId, t.statementId, t.accountId] }),
    foreignKey({
      name: "statement_members_statement",
      columns: [t.orgId, t.statementId],
      foreignColumns: [statements.orgId, statements.id],
    }),
    foreignKey({
      name: "statement_members_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "statement_members_head",
      columns: [t.orgId, t.accountId, t.headSeq],
      foreignColumns: [events.orgId, events.accountId, events.seq],
    }),
    check("statement_members_without_events", sql`${t.headSeq} is not null or ${t.closingCents} = 0`),
    wall(),
  ],
);

/** The PDF as first rendered: a statement opened again is the same bytes. */
export const statementFiles = booksSchema.table(
  "statement_files",
  {
    orgId: orgId(),
    statementId: uuid("statement_id").notNull(),
    pdf: bytes("pdf").notNull(),
    hash: bytes("hash").notNull(),
    renderedAt: instant("rendered_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "statement_files_key", columns: [t.orgId, t.statementId] }),
    foreignKey({
      name: "statement_files_statement",
      columns: [t.orgId, t.statementId],
      foreignColumns: [statements.orgId, statements.id],
    }),
    wall(),
  ],
);

export const MAIL_KINDS = MAILED_PAPERS.map((kind) => `${kind}-mail` as const);

/** "bounced": it was sent, and came back. */
export const OUTBOX_STATUSES = ["queued", "sent", "failed", "bounced"] as const;

/** A mail to be sent once per cause; written in the transaction of its cause, sent by the worker. */
export const outbox = booksSchema.table(
  "outbox",
  {
    orgId: orgId(),
    id: id(),
    dedupeKey: text("dedupe_key").notNull(),
    kind: word<(typeof MAIL_KINDS)[number]>("kind").notNull(),
    /** What it brings: one of these. */
    statementId: uuid("statement_id"),
    invoiceId: uuid("invoice_id"),
    creditMemoId: uuid("credit_memo_id"),
    /** A charge by autopay that it tells of, beside the link to a statement, and what. */
    chargeId: uuid("charge_id"),
    tells: word<ChargeMail>("tells"),
    /** What somebody wrote with it. */
    message: text("message").notNull().default(""),
    /** It comes by itself each month: whoever gets it may ask for no more. */
    comesByItself: boolean("comes_by_itself").notNull().default(false),
    /** The link in the mail; its token is made when the mail is sent, so that only its hash is ever stored. */
    linkId: uuid("link_id"),
    recipient: text("recipient").notNull(),
    status: word<(typeof OUTBOX_STATUSES)[number]>("status").notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error").notNull().default(""),
    queuedBy: text("queued_by").notNull(),
    queuedAt: instant("queued_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ name: "outbox_key", columns: [t.orgId, t.id] }),
    unique("outbox_once").on(t.orgId, t.dedupeKey),
    foreignKey({
      name: "outbox_statement",
      columns: [t.orgId, t.statementId],
      foreignColumns: [statements.orgId, statements.id],
    }),
    foreignKey({
      name: "outbox_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    foreignKey({
      name: "outbox_credit_memo",
      columns: [t.orgId, t.creditMemoId],
      foreignColumns: [creditMemos.orgId, creditMemos.id],
    }),
    foreignKey({
      name: "outbox_charge",
      columns: [t.orgId, t.chargeId],
      foreignColumns: [autopayCharges.orgId, autopayCharges.id],
    }),
    check("outbox_tells", oneOf("tells", CHARGE_MAILS)),
    check(
      "outbox_tells_of",
      sql`(${t.chargeId} is null) = (${t.tells} is null) and (${t.chargeId} is null or ${t.statementId} is not null)`,
    ),
    check("outbox_kind", oneOf("kind", MAIL_KINDS)),
    check(
      "outbox_paper",
      sql`(${t.kind} = 'statement-mail') = (${t.statementId} is not null)
        and (${t.kind} = 'invoice-mail') = (${t.invoiceId} is not null)
        and (${t.kind} = 'credit-memo-mail') = (${t.creditMemoId} is not null)`,
    ),
    check("outbox_status", oneOf("status", OUTBOX_STATUSES)),
    check("outbox_sent", sql`(${t.status} in ('sent', 'bounced')) = (${t.sentAt} is not null)`),
    index("outbox_of_statement").on(t.orgId, t.statementId),
    index("outbox_of_invoice")
      .on(t.orgId, t.invoiceId)
      .where(sql`invoice_id is not null`),
    index("outbox_of_link")
      .on(t.orgId, t.linkId)
      .where(sql`link_id is not null`),
    index("outbox_of_charge")
      .on(t.orgId, t.chargeId)
      .where(sql`charge_id is not null`),
    index("outbox_of_credit_memo")
      .on(t.orgId, t.creditMemoId)
      .where(sql`credit_memo_id is not null`),
    wall(),
  ],
);
