// What a till asked and was answered, and the credit that a yes keeps for it until the charge is posted.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  centsColumn,
  dayColumn,
  id,
  instant,
  oneOf,
  orgId,
  recordedAt,
  wall,
  word,
} from "./columns.ts";
import { jobs } from "./jobs.ts";
import { receipts } from "./receipts.ts";

/** Every answer, a no like a yes, with the figures that it was given on; facts. */
export const creditDecisions = booksSchema.table(
  "credit_decisions",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    jobId: uuid("job_id"),
    amountCents: centsColumn("amount").notNull(),
    /** What the till calls the sale. */
    reference: text("reference").notNull().default(""),
    /** null: it may be charged. */
    because: text("because"),
    /** Who charges and on what order, in JSON (ChargedBy); null where nobody was named and nothing asked for. */
    chargedBy: text("charged_by"),
    /** As they were answered, in JSON. */
    figures: text("figures").notNull(),
    decidedOn: dayColumn("decided_on").notNull(),
    askedBy: text("asked_by").notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "credit_decisions_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "credit_decisions_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({
      name: "credit_decisions_job",
      columns: [t.orgId, t.jobId],
      foreignColumns: [jobs.orgId, jobs.id],
    }),
    check("credit_decisions_amount", sql`${t.amountCents} > 0`),
    index("credit_decisions_of_account").on(t.orgId, t.accountId, t.recordedAt),
    index("credit_decisions_of_job")
      .on(t.orgId, t.jobId)
      .where(sql`job_id is not null`),
    wall(),
  ],
);

export const RESERVATION_ENDS = ["captured", "released", "expired"] as const;
export type ReservationEnd = (typeof RESERVATION_ENDS)[number];

/**
 * Credit promised to a charge that is not yet posted. accounts.reserved is the sum of those that nobody ended
 * (functions/reservations_made.sql); of these, one counts until it expires, by the database's clock, whether or not anybody
 * has written that down (functions/lapsed.sql).
 */
export const reservations = booksSchema.table(
  "reservations",
  {
    orgId: orgId(),
    /** The decision's. */
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    jobId: uuid("job_id"),
    amountCents: centsColumn("amount").notNull(),
    reservedOn: dayColumn("reserved_on").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    endedAs: word<ReservationEnd>("ended_as"),
    endedBy: text("ended_by"),
    /** What of it was charged; the rest was given back. */
    capturedCents: centsColumn("captured"),
    receiptId: uuid("receipt_id"),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "reservations_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "reservations_decision",
      columns: [t.orgId, t.id],
      foreignColumns: [creditDecisions.orgId, creditDecisions.id],
    }),
    foreignKey({
      name: "reservations_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({
      name: "reservations_job",
      columns: [t.orgId, t.jobId],
      foreignColumns: [jobs.orgId, jobs.id],
    }),
    foreignKey({
      name: "reservations_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    check("reservations_amount", sql`${t.amountCents} > 0`),
    check("reservations_ended_as", oneOf("ended_as", RESERVATION_ENDS)),
    check("reservations_ending", sql`num_nonnulls(${t.endedAt}, ${t.endedAs}, ${t.endedBy}) in (0, 3)`),
    check(
      "reservations_captured",
      sql`(${t.endedAs} is not distinct from 'captured') = (${t.capturedCents} is not null) and ${t.capturedCents} between 1 and ${t.amountCents}
        and (${t.receiptId} is null or ${t.capturedCents} is not null)`,
    ),
    index("reservations_live")
      .on(t.orgId, t.accountId, t.expiresAt)
      .where(sql`ended_at is null`),
    index("reservations_on_job")
      .on(t.orgId, t.jobId, t.expiresAt)
      .where(sql`ended_at is null and job_id is not null`),
    index("reservations_of_receipt")
      .on(t.orgId, t.receiptId)
      .where(sql`receipt_id is not null`),
    wall(),
  ],
);
