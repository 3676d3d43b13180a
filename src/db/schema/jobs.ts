// Jobs of a customer: where the work is, whose it is in the office, what its contract says, and a limit of its own. What a
// job has open is written by the database alone (functions/expose_jobs.sql).
import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { JOB_STATUSES, type JobStatus } from "@/domain/jobs/job-status.ts";
import { customers } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { chart } from "./ground.ts";
import { taxRates } from "./taxes.ts";

export const jobs = booksSchema.table(
  "jobs",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    /** Of its contract, its limit and all its invoices. */
    currency: text("currency").notNull(),
    number: text("number").notNull(),
    /** Numbers don't differ by their letters' case. */
    numberKey: text("number_key").generatedAlwaysAs(sql`upper(number)`),
    name: text("name").notNull(),
    status: word<JobStatus>("status").notNull().default("open"),
    /** The member who runs it, and their name as it was, which stays when they leave. */
    managerId: uuid("manager_id"),
    managerName: text("manager_name").notNull().default(""),
    addressLines: text("address_lines")
      .array()
      .notNull()
      .default(sql`'{}'`),
    city: text("city").notNull().default(""),
    region: text("region").notNull().default(""),
    postalCode: text("postal_code").notNull().default(""),
    /** ISO 3166-1 alpha-2; "" is the business's own. */
    country: text("country").notNull().default(""),
    startsOn: dayColumn("starts_on"),
    endsOn: dayColumn("ends_on"),
    /** Null: no limit of its own, the account's alone counts. */
    limitCents: centsColumn("limit_cents"),
    exposureCents: centsColumn("exposure")
      .notNull()
      .default(sql`0`),
    contractNumber: text("contract_number").notNull().default(""),
    contractOn: dayColumn("contract_on"),
    contractCents: centsColumn("contract_sum"),
    /** What is billed on it is taxed with; null: as its customer's sales are. */
    taxId: uuid("tax_id"),
    /** Where its revenue goes; null: where each line says. */
    chartCode: text("chart_code"),
    /** Percent held back of completed work, and of materials stored. */
    retainageWork: numeric("retainage_work"),
    retainageStored: numeric("retainage_stored"),
    notes: text("notes").notNull().default(""),
    /** Who changed it last. */
    changedBy: text("changed_by").notNull().default(""),
    /** What a search looks at; made by the database, so that it is never stale. */
    search: text("search").generatedAlwaysAs(
      sql`books.search_text(number || ' ' || name || ' ' || contract_number || ' ' || city || ' ' || manager_name)`,
    ),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "jobs_key", columns: [t.orgId, t.id] }),
    unique("jobs_number").on(t.orgId, t.numberKey),
    unique("jobs_currency").on(t.orgId, t.currency, t.id),
    foreignKey({
      name: "jobs_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "jobs_chart",
      columns: [t.orgId, t.chartCode],
      foreignColumns: [chart.orgId, chart.code],
    }),
    foreignKey({
      name: "jobs_tax",
      columns: [t.orgId, t.taxId],
      foreignColumns: [taxRates.orgId, taxRates.id],
    }),
    check("jobs_named", sql`length(${t.name}) between 1 and 200 and length(${t.number}) between 1 and 60`),
    check("jobs_status", oneOf("status", JOB_STATUSES)),
    check("jobs_manager", sql`${t.managerId} is null or ${t.managerName} <> ''`),
    check("jobs_country_form", sql`${t.country} ~ '^([A-Z]{2})?$'`),
    check("jobs_days", sql`${t.endsOn} >= ${t.startsOn}`),
    check("jobs_contract_sum", sql`${t.contractCents} >= 0`),
    check("jobs_limit", sql`${t.limitCents} >= 0`),
    check(
      "jobs_retainage_work",
      sql`${t.retainageWork} between 0 and 100 and scale(${t.retainageWork}) <= 3`,
    ),
    check(
      "jobs_retainage_stored",
      sql`${t.retainageStored} between 0 and 100 and scale(${t.retainageStored}) <= 3`,
    ),
    index("jobs_of_customer").on(t.orgId, t.customerId),
    index("jobs_by_number").on(t.orgId, sql`number collate books.natural`, t.id),
    index("jobs_by_name").on(t.orgId, sql`lower(name) collate "und-x-icu"`, t.id),
    wall(),
  ],
);
