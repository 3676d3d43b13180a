// The directory: what must be readable before the tenant is known. Who signs in, which businesses there are,
// who belongs to which, and where a statement link leads. No money and no customers: those live behind the wall.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ROLES, type Role } from "@/domain/permission.ts";
import { SECOND_FACTOR_POLICIES, type SecondFactorPolicy } from "@/domain/business/second-factor.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";

export const directory = pgSchema("directory");

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });
const centsColumn = (name: string) => bigint(name, { mode: "number" }).$type<Cents>();
const ROLE_KNOWN = `role in (${ROLES.map((role) => `'${role}'`).join(", ")})`;
const createdAt = () => instant("created_at").notNull().defaultNow();

export const orgs = directory.table(
  "orgs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    currency: text("currency").notNull(),
    zone: text("zone").notNull(),
    locale: text("locale").notNull().default("en-US"),
    country: text("country").notNull().default("US"),
    /** Whose session must have passed a second factor to open this business. */
    secondFactor: text("second_factor").$type<SecondFactorPolicy>().notNull().default("off"),
    booksStartOn: date("books_start_on", { mode: "string" }).$type<Day>().notNull(),
    createdAt: createdAt(),
    /** When an owner had it deleted: closed from then on, and taken out of the database 30 days later (close_business.sql). */
    closedAt: instant("closed_at"),
  },
  (t) => [
    unique("orgs_slug_key").on(t.slug),
    check("orgs_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'`),
    check("orgs_name_said", sql`length(trim(${t.name})) between 1 and 120`),
    check("orgs_currency_form", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("orgs_country_form", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check(
      "orgs_second_factor_known",
      sql.raw(`second_factor in (${SECOND_FACTOR_POLICIES.map((policy) => `'${policy}'`).join(", ")})`),
    ),
  ],
);

export const users = directory.table(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    passwordHash: text("password_hash"),
    image: text("image"),
    createdAt: createdAt(),
    disabledAt: instant("disabled_at"),
  },
  (t) => [
    unique("users_email_key").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

export const memberships = directory.table(
  "memberships",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at"),
    largestRefund: centsColumn("largest_refund"),
    largestWriteOff: centsColumn("largest_write_off"),
    largestOverride: centsColumn("largest_override"),
  },
  (t) => [
    primaryKey({ name: "memberships_pkey", columns: [t.orgId, t.userId] }),
    index("memberships_by_user").on(t.userId),
    check("memberships_role_known", sql.raw(ROLE_KNOWN)),
    check(
      "memberships_limits",
      sql`least(${t.largestRefund}, ${t.largestWriteOff}, ${t.largestOverride}, 0) = 0 and (${t.role} <> 'owner'
        or num_nonnulls(${t.largestRefund}, ${t.largestWriteOff}, ${t.largestOverride}) = 0)`,
    ),
  ],
);

/** Who was asked by mail to join a business, one per address; taken away when it is accepted or withdrawn. */
export const invitations = directory.table(
  "invitations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: text("role").$type<Role>().notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Of the newest link; null until one is mailed. */
    tokenHash: bytea("token_hash"),
    createdAt: createdAt(),
    /** When the mail server took the newest mail. */
    sentAt: instant("sent_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    unique("invitations_once").on(t.orgId, t.email),
    unique("invitations_token_hash_key").on(t.tokenHash),
    index("invitations_by_inviter").on(t.invitedBy),
    check("invitations_email_lower", sql`${t.email} = lower(${t.email})`),
    check("invitations_role_known", sql.raw(ROLE_KNOWN)),
  ],
);

export const sessions = directory.table(
  "sessions",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    /** What lists of sessions name it by: opens nothing. */
    id: uuid("id").notNull().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    userAgent: text("user_agent"),
    /** Password or mailed link were right, and the second factor is still to come: nobody is signed in by it. */
    awaitsSecond: boolean("awaits_second").notNull().default(false),
    /** When a second factor was proven in it. */
    secondAt: instant("second_at"),
    onlyIn: uuid("only_in").references(() => orgs.id, { onDelete: "cascade" }),
  },
  (t) => [
    unique("sessions_id_key").on(t.id),
    index("sessions_by_user").on(t.userId),
    check("sessions_second_once", sql`not (${t.awaitsSecond} and ${t.secondAt} is not null)`),
  ],
);

/** Links we mailed: to sign in, to choose a new password, or to finish a sign-up whose typed answers wait in `payload`. */
export const mailedLinks = directory.table(
  "mailed_links",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    purpose: text("purpose").$type<"sign-in" | "sign-up" | "new-password">().notNull(),
    email: text("email").notNull(),
    payload: jsonb("payload"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("mailed_links_by_email").on(t.email),
    check("mailed_links_purpose_known", sql`${t.purpose} in ('sign-in', 'sign-up', 'new-password')`),
  ],
);

export const statementLinks = directory.table(
  "statement_links",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    /** What it opens: one of these, and nothing else. */
    statementId: uuid("statement_id"),
    invoiceId: uuid("invoice_id"),
    creditMemoId: uuid("credit_memo_id"),
    /** An account, whose newest statement it opens. */
    accountId: uuid("account_id"),
    tokenHash: bytea("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [
    unique("statement_links_token_hash_key").on(t.tokenHash),
    index("statement_links_by_statement").on(t.orgId, t.statementId),
    index("statement_links_by_invoice")
      .on(t.orgId, t.invoiceId)
      .where(sql`invoice_id is not null`),
    index("statement_links_by_credit_memo")
      .on(t.orgId, t.creditMemoId)
      .where(sql`credit_memo_id is not null`),
    check(
      "statement_links_of_one",
      sql`num_nonnulls(${t.statementId}, ${t.invoiceId}, ${t.creditMemoId}, ${t.accountId}) = 1`,
    ),
  ],
);

/** What a program of a business signs in with: only its hash is kept, and what it begins with, to tell one from another. */
export const apiKeys = directory.table(
  "api_keys",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    beginsWith: text("begins_with").notNull(),
    keyHash: bytea("key_hash").notNull(),
    scopes: text("scopes").array().notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    unique("api_keys_key_hash_key").on(t.keyHash),
    index("api_keys_by_business").on(t.orgId, t.createdAt),
    check("api_keys_name_said", sql`length(trim(${t.name})) between 1 and 80`),
    check("api_keys_may_something", sql`cardinality(${t.scopes}) > 0`),
  ],
);

/** How often something was tried in the running window: one row per key, so several web processes count together. */
export const tries = directory.table(
  "tries",
  {
    key: text("key").primaryKey(),
    count: integer("count").notNull(),
    resetsAt: instant("resets_at").notNull(),
  },
  (t) => [index("tries_by_reset").on(t.resetsAt)],
);
