// Customers and their accounts. An account is one customer's receivable in one currency; its row carries the
// live figures, the credit terms and the head of the chain, because the guard of a charge is one UPDATE of it.
import { TERMS_FORM } from "@/domain/values/terms.ts";
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
import { CREDIT_STATUSES, type CreditStatus } from "@/domain/ledger/account.ts";
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
import { discountClasses } from "./discounts.ts";
import { taxRates } from "./taxes.ts";

export const customers = booksSchema.table(
  "customers",
  {
    orgId: orgId(),
    id: id(),
    number: text("number").notNull(),
    /** Numbers don't differ by their letters' case. */
    numberKey: text("number_key").generatedAlwaysAs(sql`upper(number)`),
    name: text("name").notNull(),
    company: text("company").notNull().default(""),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    /** What they do there, or how they are addressed. */
    title: text("title").notNull().default(""),
    email: text("email"),
    phone: text("phone"),
    mobile: text("mobile"),
    fax: text("fax"),
    addressLines: text("address_lines")
      .array()
      .notNull()
      .default(sql`'{}'`),
    city: text("city").notNull().default(""),
    region: text("region").notNull().default(""),
    postalCode: text("postal_code").notNull().default(""),
    /** ISO 3166-1 alpha-2; "" is the business's own. */
    country: text("country").notNull().default(""),
    /** What its sales are taxed with; null: as the business's are. */
    taxId: uuid("tax_id"),
    /** By which they pay less than the sales price. */
    discountClassId: uuid("discount_class_id"),
    taxNumber: text("tax_number").notNull().default(""),
    /** A code that says all of it: "net-30", "day-10", "net-30-2-10" (domain/values/terms.ts). */
    terms: text("terms").notNull().default("net-30"),
    memo: text("memo").notNull().default(""),
    privateNotes: text("private_notes").notNull().default(""),
    /** Empty where goods go to the address itself. */
    shippingLines: text("shipping_lines")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** What a search looks at; made by the database, so that it is never stale. */
    search: text("search").generatedAlwaysAs(
      sql`books.search_text(number || ' ' || name || ' ' || company || ' ' || first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || books.digits(phone) || ' ' || books.digits(mobile) || ' ' || memo)`,
    ),
    /** The customer that this one was merged into; its own number keeps leading there. */
    mergedInto: uuid("merged_into"),
    /** The customer that this one belongs to, a branch to its head office; families are one level deep. */
    parentId: uuid("parent_id"),
    /** For the key that keeps them so: whoever has a parent can't be one. */
    isTop: boolean("is_top").generatedAlwaysAs(sql`parent_id is null`),
    parentIsTop: boolean("parent_is_top").generatedAlwaysAs(
      sql`case when parent_id is not null then true end`,
    ),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "customers_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "customers_tax",
      columns: [t.orgId, t.taxId],
      foreignColumns: [taxRates.orgId, taxRates.id],
    }),
    foreignKey({
      name: "customers_discount_class",
      columns: [t.orgId, t.discountClassId],
      foreignColumns: [discountClasses.orgId, discountClasses.id],
    }),
    check("customers_country_form", sql`${t.country} ~ '^([A-Z]{2})?$'`),
    foreignKey({
      name: "customers_merged_into",
      columns: [t.orgId, t.mergedInto],
      foreignColumns: [t.orgId, t.id],
    }),
    check("customers_not_into_itself", sql`${t.mergedInto} <> ${t.id}`),
    unique("customers_top").on(t.orgId, t.id, t.isTop),
    foreignKey({
      name: "customers_parent",
      columns: [t.orgId, t.parentId, t.parentIsTop],
      foreignColumns: [t.orgId, t.id, t.isTop],
    }),
    index("customers_children")
      .on(t.orgId, t.parentId)
      .where(sql`parent_id is not null`),
    index("customers_merged")
      .on(t.orgId, t.mergedInto)
      .where(sql`merged_into is not null`),
    // Lists of accounts that leave these out, or stop them, needn't read every customer to know them.
    index("customers_gone")
      .on(t.orgId, t.id)
      .where(sql`archived_at is not null or merged_into is not null`),
    index("customers_nowhere")
      .on(t.orgId, t.id)
      .where(sql`cardinality(address_lines) = 0 and city = ''`),
    index("customers_search").using("gin", t.orgId, t.search.op("gin_trgm_ops")),
    index("customers_number_said").on(t.orgId, sql`books.search_text(number) text_pattern_ops`),
    index("customers_name_said").on(t.orgId, sql`books.search_text(name) text_pattern_ops`),
    unique("customers_number").on(t.orgId, t.number),
    unique("customers_number_any_case").on(t.orgId, t.numberKey),
    index("customers_by_number").on(t.orgId, sql`number collate books.natural`, t.id),
    index("customers_by_name").on(t.orgId, sql`lower(name) collate "und-x-icu"`, t.id),
    check("customers_terms", sql.raw(`terms ~ '${TERMS_FORM}'`)),
    check(
      "customers_named",
      sql`length(${t.name}) between 1 and 200 and length(${t.number}) between 1 and 60`,
    ),
    wall(),
  ],
);

export const accounts = booksSchema.table(
  "accounts",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    currency: text("currency").notNull(),
    status: word<CreditStatus>("status").notNull().default("good"),
    chargingAllowed: boolean("charging_allowed").notNull().default(false),
    unlimited: boolean("unlimited").notNull().default(false),
    limitCents: centsColumn("limit_cents"),
    temporaryLimitCents: centsColumn("temporary_limit_cents"),
    temporaryUntil: dayColumn("temporary_until"),
    /** Its limit is its children's, too: what all of them use counts against it. */
    sharesLimit: boolean("shares_limit").notNull().default(false),
    /** The account whose shared limit counts here, its own where it shares one; kept by functions/share_limits.sql. */
    limitOf: uuid("limit_of"),
    /** Never put on hold by itself, whatever the business's policy. */
    holdExempt: boolean("hold_exempt").notNull().default(false),
    /** When somebody looks at its terms again. */
    reviewOn: dayColumn("review_on"),
    /** Its customer was merged into another: nothing may be open on it any more. */
    mergedAway: boolean("merged_away").notNull().default(false),
    netCents: centsColumn("net")
      .notNull()
      .default(sql`0`),
    openItemsCents: centsColumn("open_items")
      .notNull()
      .default(sql`0`),
    openCreditCents: centsColumn("open_credit")
      .notNull()
      .default(sql`0`),
    earmarkedCents: centsColumn("earmarked")
      .notNull()
      .default(sql`0`),
    reservedCents: centsColumn("reserved")
      .notNull()
      .default(sql`0`),
    retainedCents: centsColumn("retained")
      .notNull()
      .default(sql`0`),
    lastSeq: bigint("last_seq", { mode: "number" }),
    headHash: bytes("head_hash"),
    headAt: instant("head_at"),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "accounts_key", columns: [t.orgId, t.id] }),
    unique("accounts_one_per_currency").on(t.orgId, t.customerId, t.currency),
    unique("accounts_currency").on(t.orgId, t.id, t.currency),
    foreignKey({
      name: "accounts_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "accounts_limit_of",
      columns: [t.orgId, t.limitOf, t.currency],
      foreignColumns: [t.orgId, t.id, t.currency],
    }),
    check("accounts_status", oneOf("status", CREDIT_STATUSES)),
    check("accounts_net", sql`${t.netCents} = ${t.openItemsCents} - ${t.openCreditCents}`),
    check("accounts_open_items", sql`${t.openItemsCents} >= 0`),
    check("accounts_earmarks", sql`${t.earmarkedCents} between 0 and ${t.openCreditCents}`),
    check(
      "accounts_merged",
      sql`not ${t.mergedAway} or (${t.openItemsCents} = 0 and ${t.openCreditCents} = 0 and ${t.retainedCents} = 0 and ${t.reservedCents} = 0)`,
    ),
    check("accounts_reserved", sql`${t.reservedCents} >= 0`),
    check("accounts_retained", sql`${t.retainedCents} >= 0`),
    check(
      "accounts_limit",
      sql`${t.limitCents} >= 0 and not (${t.unlimited} and ${t.limitCents} is not null)`,
    ),
    check("accounts_temporary", sql`(${t.temporaryLimitCents} is null) = (${t.temporaryUntil} is null)`),
    check(
      "accounts_unposted",
      sql`${t.lastSeq} is not null or (${t.openItemsCents} = 0 and ${t.openCreditCents} = 0 and ${t.retainedCents} = 0)`,
    ),
    index("accounts_to_review")
      .on(t.orgId, t.reviewOn)
      .where(sql`review_on is not null`),
    index("accounts_sharing")
      .on(t.orgId, t.limitOf)
      .where(sql`limit_of is not null`),
    // The currency last: before, this index looked as good for a foreign key to an account as that key's own.
    index("accounts_by_balance").on(t.orgId, t.openItemsCents, t.customerId, t.currency),
    wall(),
  ],
);
