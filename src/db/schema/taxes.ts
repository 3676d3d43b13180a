// Sales tax: for which agencies it is taken, at which rates from which day on, and which rates are one choice together.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { booksSchema, dayColumn, id, instant, orgId, recordedAt, wall } from "./columns.ts";
import { chart } from "./ground.ts";

/** Each has an account of its own, so that the journal says what is owed to whom. */
export const taxAgencies = booksSchema.table(
  "tax_agencies",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    chartCode: text("chart_code").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "tax_agencies_key", columns: [t.orgId, t.id] }),
    unique("tax_agencies_name").on(t.orgId, t.name),
    unique("tax_agencies_chart").on(t.orgId, t.chartCode),
    foreignKey({
      name: "tax_agencies_account",
      columns: [t.orgId, t.chartCode],
      foreignColumns: [chart.orgId, chart.code],
    }),
    check("tax_agencies_named", sql`length(${t.name}) between 1 and 80`),
    wall(),
  ],
);

/** What a sale can be taxed with: a single rate of an agency, or several of them together, which have no agency. */
export const taxRates = booksSchema.table(
  "tax_rates",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    agencyId: uuid("agency_id"),
    /** What is taken where neither the customer nor the location says otherwise; one at most. */
    isDefault: boolean("is_default").notNull().default(false),
    version: integer("version").notNull().default(1),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "tax_rates_key", columns: [t.orgId, t.id] }),
    unique("tax_rates_name").on(t.orgId, t.name),
    unique("tax_rates_agency_said").on(t.orgId, t.id, t.agencyId),
    foreignKey({
      name: "tax_rates_agency",
      columns: [t.orgId, t.agencyId],
      foreignColumns: [taxAgencies.orgId, taxAgencies.id],
    }),
    uniqueIndex("tax_rates_one_default")
      .on(t.orgId)
      .where(sql`is_default`),
    check("tax_rates_named", sql`length(${t.name}) between 1 and 40`),
    check("tax_rates_default_stays", sql`not ${t.isDefault} or ${t.archivedAt} is null`),
    wall(),
  ],
);

/** From a day on it is so many percent, until the next step; the one that was decided last counts among those of a day. */
export const taxSteps = booksSchema.table(
  "tax_steps",
  {
    orgId: orgId(),
    id: id(),
    rateId: uuid("rate_id").notNull(),
    fromOn: dayColumn("from_on").notNull(),
    percent: numeric("percent", { precision: 6, scale: 3 }).notNull(),
    decidedBy: text("decided_by").notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "tax_steps_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "tax_steps_rate",
      columns: [t.orgId, t.rateId],
      foreignColumns: [taxRates.orgId, taxRates.id],
    }),
    check("tax_steps_percent", sql`${t.percent} between 0 and 100`),
    index("tax_steps_of_rate").on(t.orgId, t.rateId, t.fromOn, t.id),
    wall(),
  ],
);

/** The single rates of a combined one: a set that stays as it was made. Named with its agency, a part can't be another set. */
export const taxParts = booksSchema.table(
  "tax_parts",
  {
    orgId: orgId(),
    combinedId: uuid("combined_id").notNull(),
    line: integer("line").notNull(),
    rateId: uuid("rate_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "tax_parts_key", columns: [t.orgId, t.combinedId, t.line] }),
    unique("tax_parts_once").on(t.orgId, t.combinedId, t.rateId),
    foreignKey({
      name: "tax_parts_combined",
      columns: [t.orgId, t.combinedId],
      foreignColumns: [taxRates.orgId, taxRates.id],
    }),
    foreignKey({
      name: "tax_parts_rate",
      columns: [t.orgId, t.rateId, t.agencyId],
      foreignColumns: [taxRates.orgId, taxRates.id, taxRates.agencyId],
    }),
    index("tax_parts_of_rate").on(t.orgId, t.rateId),
    wall(),
  ],
);
