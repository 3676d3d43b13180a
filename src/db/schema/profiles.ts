// What surrounds a customer: the people and places one deals with, who changed what on the profile, and merges of two
// customers that were one.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { customers } from "./accounts.ts";
import { CONTACT_ROLES, type ContactRole } from "@/domain/customers/contact.ts";
import { booksSchema, dayColumn, id, instant, oneOf, orgId, recordedAt, wall, word } from "./columns.ts";
import { commands } from "./ground.ts";
import { taxRates } from "./taxes.ts";

export const contacts = booksSchema.table(
  "contacts",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    email: text("email"),
    phone: text("phone"),
    mobile: text("mobile"),
    fax: text("fax"),
    role: word<ContactRole | "">("role").notNull().default(""),
    getsStatements: boolean("gets_statements").notNull().default(false),
    getsInvoices: boolean("gets_invoices").notNull().default(false),
    version: integer("version").notNull().default(1),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ name: "contacts_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "contacts_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    check("contacts_named", sql`length(${t.name}) between 1 and 200`),
    check("contacts_mailed", sql`${t.email} is not null or not (${t.getsStatements} or ${t.getsInvoices})`),
    check("contacts_role", oneOf("role", ["", ...Object.keys(CONTACT_ROLES)])),
    index("contacts_of_customer").on(t.orgId, t.customerId),
    wall(),
  ],
);

export const locations = booksSchema.table(
  "locations",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    name: text("name").notNull(),
    addressLines: text("address_lines").array().notNull(),
    /** What is sold there is taxed with; null: as its customer's sales are. */
    taxId: uuid("tax_id"),
    version: integer("version").notNull().default(1),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ name: "locations_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "locations_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "locations_tax",
      columns: [t.orgId, t.taxId],
      foreignColumns: [taxRates.orgId, taxRates.id],
    }),
    check("locations_named", sql`length(${t.name}) between 1 and 200`),
    check("locations_somewhere", sql`cardinality(${t.addressLines}) between 1 and 6`),
    index("locations_of_customer").on(t.orgId, t.customerId),
    wall(),
  ],
);

/** One row per field that was changed: who, when, from what to what. */
export const customerChanges = booksSchema.table(
  "customer_changes",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    field: text("field").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    changedBy: text("changed_by").notNull(),
    recordedAt: recordedAt(),
    commandId: uuid("command_id"),
  },
  (t) => [
    primaryKey({ name: "customer_changes_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "customer_changes_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "customer_changes_command",
      columns: [t.orgId, t.commandId],
      foreignColumns: [commands.orgId, commands.id],
    }),
    check("customer_changes_changed", sql`${t.before} <> ${t.after}`),
    index("customer_changes_of_customer").on(t.orgId, t.customerId, t.recordedAt),
    wall(),
  ],
);

/** Two customers that were one: everything open moved from one to the other on a day. Its reversal is kept, too. */
export const merges = booksSchema.table(
  "merges",
  {
    orgId: orgId(),
    id: id(),
    fromCustomerId: uuid("from_customer_id").notNull(),
    intoCustomerId: uuid("into_customer_id").notNull(),
    mergedOn: dayColumn("merged_on").notNull(),
    mergedBy: text("merged_by").notNull(),
    recordedAt: recordedAt(),
    /** The command whose transfers moved what was open. */
    commandId: uuid("command_id"),
    /** Accounts in currencies that the other had none in: they moved as they are. */
    movedAccounts: uuid("moved_accounts")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** What was set aside there, set aside again here. */
    earmarks: uuid("earmarks")
      .array()
      .notNull()
      .default(sql`'{}'`),
    reversedBy: text("reversed_by"),
    reversedAt: instant("reversed_at"),
  },
  (t) => [
    primaryKey({ name: "merges_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "merges_from",
      columns: [t.orgId, t.fromCustomerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "merges_into",
      columns: [t.orgId, t.intoCustomerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "merges_command",
      columns: [t.orgId, t.commandId],
      foreignColumns: [commands.orgId, commands.id],
    }),
    check("merges_two", sql`${t.fromCustomerId} <> ${t.intoCustomerId}`),
    check("merges_reversed", sql`(${t.reversedAt} is null) = (${t.reversedBy} is null)`),
    uniqueIndex("merges_standing")
      .on(t.orgId, t.fromCustomerId)
      .where(sql`reversed_at is null`),
    index("merges_of_from").on(t.orgId, t.fromCustomerId),
    index("merges_of_into").on(t.orgId, t.intoCustomerId),
    wall(),
  ],
);
