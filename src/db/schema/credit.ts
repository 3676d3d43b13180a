// What surrounds a credit limit: who changed it, and what was let past it.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  primaryKey,
  text,
  unique,
  uuid,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { LIMIT_REQUEST_STATES, type LimitRequestState } from "@/domain/credit/limit-approval.ts";
import { accounts } from "./accounts.ts";
import {
  OVERRIDE_CAUSES,
  OVERRIDE_WHATS,
  type OverrideCause,
  type OverrideWhat,
} from "@/domain/credit/override.ts";
import { booksSchema, centsColumn, id, instant, oneOf, orgId, recordedAt, wall, word } from "./columns.ts";
import { jobs } from "./jobs.ts";

/**
 * What the accounts that share one limit have in use, together; written by the database alone (functions/limit_used.sql),
 * locked after every account, so that children don't wait for each other's accounts.
 */
export const sharedLimits = booksSchema.table(
  "shared_limits",
  {
    orgId: orgId(),
    /** Whose limit it is. */
    accountId: uuid("account_id").notNull(),
    netCents: centsColumn("net")
      .notNull()
      .default(sql`0`),
    earmarkedCents: centsColumn("earmarked")
      .notNull()
      .default(sql`0`),
    reservedCents: centsColumn("reserved")
      .notNull()
      .default(sql`0`),
  },
  (t) => [
    primaryKey({ name: "shared_limits_key", columns: [t.orgId, t.accountId] }),
    foreignKey({
      name: "shared_limits_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    wall(),
  ],
);

/** Who changed a credit limit, from what to what, and why; above a threshold a second person approves (I19). */
export const limitChanges = booksSchema.table(
  "limit_changes",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    reason: text("reason").notNull(),
    requestedBy: text("requested_by").notNull(),
    approvedBy: text("approved_by"),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "limit_changes_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "limit_changes_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    check("limit_changes_two_people", sql`${t.approvedBy} <> ${t.requestedBy}`),
    index("limit_changes_of_account").on(t.orgId, t.accountId, t.recordedAt),
    wall(),
  ],
);

/** A change that takes a second person: what would be changed, who asked, and what was answered. */
export const limitRequests = booksSchema.table(
  "limit_requests",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    reason: text("reason").notNull(),
    /** Who asked and who answered, as subjects: people of one name are two. */
    requestedBy: text("requested_by").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    recordedAt: recordedAt(),
    state: word<LimitRequestState>("state").notNull().default("waiting"),
    /** Why it was declined. */
    answer: text("answer").notNull().default(""),
    decidedBy: text("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ name: "limit_requests_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "limit_requests_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    check("limit_requests_state", oneOf("state", LIMIT_REQUEST_STATES)),
    check("limit_requests_two_people", sql`state = 'withdrawn' or ${t.decidedBy} <> ${t.requestedBy}`),
    check(
      "limit_requests_answered",
      sql`num_nonnulls(${t.decidedBy}, ${t.decidedByName}, ${t.decidedAt}) = case when state = 'waiting' then 0 else 3 end`,
    ),
    uniqueIndex("limit_requests_waiting")
      .on(t.orgId, t.accountId)
      .where(sql`state = 'waiting'`),
    wall(),
  ],
);

/** Somebody asks that one refused charge may pass; who may approve overrides answers, and never who asked. */
export const overrideRequests = booksSchema.table(
  "override_requests",
  {
    orgId: orgId(),
    /** The override that is made of it has the same. */
    id: id(),
    accountId: uuid("account_id").notNull(),
    jobId: uuid("job_id"),
    amountCents: centsColumn("amount").notNull(),
    /** A house charge, or an invoice on terms: it lets pass no other. */
    what: word<OverrideWhat>("what").notNull().default("charge"),
    cause: word<OverrideCause>("cause").notNull(),
    reason: text("reason").notNull(),
    /** Who asked, as events name them, and their name as it was. */
    askedBy: text("asked_by").notNull(),
    askedByName: text("asked_by_name").notNull(),
    /** Until when it can be answered. */
    answerBy: instant("answer_by").notNull(),
    declinedAt: instant("declined_at"),
    declinedBy: text("declined_by").notNull().default(""),
    declinedNote: text("declined_note").notNull().default(""),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "override_requests_key", columns: [t.orgId, t.id] }),
    unique("override_requests_asked").on(t.orgId, t.id, t.accountId, t.amountCents, t.askedBy),
    foreignKey({
      name: "override_requests_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({
      name: "override_requests_job",
      columns: [t.orgId, t.jobId],
      foreignColumns: [jobs.orgId, jobs.id],
    }),
    check("override_requests_amount", sql`${t.amountCents} > 0`),
    check("override_requests_what", oneOf("what", OVERRIDE_WHATS)),
    check("override_requests_cause", oneOf("cause", OVERRIDE_CAUSES)),
    check("override_requests_said", sql`btrim(${t.reason}) <> '' and ${t.askedBy} <> ''`),
    check("override_requests_declined", sql`(${t.declinedAt} is not null) = (${t.declinedBy} <> '')`),
    index("override_requests_of_account").on(t.orgId, t.accountId, t.recordedAt),
    index("override_requests_open")
      .on(t.orgId, t.answerBy)
      .where(sql`declined_at is null`),
    wall(),
  ],
);

/** A named person lets one charge pass the limit, once. */
export const overrides = booksSchema.table(
  "overrides",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
    reason: text("reason").notNull(),
    requestedBy: text("requested_by").notNull(),
    approvedBy: text("approved_by").notNull(),
    approvedByName: text("approved_by_name").notNull().default(""),
    /** Approved by the link of a mail, not in the app. */
    byMail: boolean("by_mail").notNull().default(false),
    expiresAt: instant("expires_at").notNull(),
    /** What it answers: as much, of the same account, asked for by somebody else. Null for what is older than asking. */
    requestId: uuid("request_id"),
    usedByEvent: bigint("used_by_event", { mode: "number" }),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "overrides_key", columns: [t.orgId, t.id] }),
    unique("overrides_of_account").on(t.orgId, t.accountId, t.id),
    foreignKey({
      name: "overrides_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    unique("overrides_request_once").on(t.orgId, t.requestId),
    foreignKey({
      name: "overrides_request",
      columns: [t.orgId, t.requestId, t.accountId, t.amountCents, t.requestedBy],
      foreignColumns: [
        overrideRequests.orgId,
        overrideRequests.id,
        overrideRequests.accountId,
        overrideRequests.amountCents,
        overrideRequests.askedBy,
      ],
    }),
    check("overrides_amount", sql`${t.amountCents} > 0`),
    check(
      "overrides_bounded",
      sql`${t.requestId} is null or ${t.expiresAt} <= ${t.recordedAt} + interval '25 hours'`,
    ),
    check("overrides_by_person", sql`${t.requestId} is null or ${t.approvedBy} like 'user:%'`),
    check("overrides_two_people", sql`${t.approvedBy} <> ${t.requestedBy}`),
    index("overrides_unused")
      .on(t.orgId, t.accountId)
      .where(sql`used_by_event is null`),
    wall(),
  ],
);
