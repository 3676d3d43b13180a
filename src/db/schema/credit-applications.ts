// Applications for credit that came by the business's link, and what was answered.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { APPLICATION_STATES, type ApplicationState } from "@/domain/credit/application.ts";
import { customers } from "./accounts.ts";
import { limitChanges, limitRequests } from "./credit.ts";
import { booksSchema, centsColumn, id, instant, oneOf, orgId, recordedAt, wall, word } from "./columns.ts";

export const creditApplications = booksSchema.table(
  "credit_applications",
  {
    orgId: orgId(),
    id: id(),
    business: text("business").notNull(),
    contact: text("contact").notNull(),
    email: text("email").notNull(),
    phone: text("phone").notNull(),
    address: text("address").notNull(),
    taxNumber: text("tax_number").notNull(),
    years: integer("years").notNull(),
    monthlyCents: centsColumn("monthly").notNull(),
    wantedCents: centsColumn("wanted").notNull(),
    /** A list of names and how they are reached, as JSON. */
    references: text("named").notNull(),
    /** What they agreed to, as it stood there. */
    consent: text("consent").notNull(),
    recordedAt: recordedAt(),
    state: word<ApplicationState>("state").notNull().default("waiting"),
    /** Whom it made, or who they were already; there from the first yes on, though that may wait for a second person. */
    customerId: uuid("customer_id"),
    /** The change of terms that waits for a second person; it answers this one when it is answered. */
    requestId: uuid("request_id"),
    /** The limit that was said yes to, and the line of the account's history that gave it. */
    givenCents: centsColumn("given"),
    changeId: uuid("change_id"),
    /** Why, for us; and what they are told. */
    reason: text("reason").notNull().default(""),
    told: text("told").notNull().default(""),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    /** When who applied was taken out of it, long after a no (functions/forget_applications.sql). */
    forgottenAt: instant("forgotten_at"),
  },
  (t) => [
    primaryKey({ name: "credit_applications_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "credit_applications_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "credit_applications_request",
      columns: [t.orgId, t.requestId],
      foreignColumns: [limitRequests.orgId, limitRequests.id],
    }),
    check("credit_applications_state", oneOf("state", APPLICATION_STATES)),
    check(
      "credit_applications_decided",
      sql`num_nonnulls(${t.decidedBy}, ${t.decidedAt}) = case when state = 'waiting' then 0 else 2 end
        and (${t.changeId} is not null) = (state = 'approved')
        and ((${t.customerId} is not null and ${t.givenCents} > 0) or state <> 'approved')`,
    ),
    foreignKey({
      name: "credit_applications_change",
      columns: [t.orgId, t.changeId],
      foreignColumns: [limitChanges.orgId, limitChanges.id],
    }),
    check(
      "credit_applications_forgotten",
      sql`${t.forgottenAt} is null or (state = 'declined' and concat(${t.business}, ${t.contact}, ${t.email}, ${t.phone},
        ${t.address}, ${t.taxNumber}, ${t.reason}, ${t.told}) = '' and ${t.references} = '[]')`,
    ),
    check(
      "credit_applications_waits",
      sql`${t.requestId} is null or (state = 'waiting' and ${t.customerId} is not null)`,
    ),
    check(
      "credit_applications_said",
      sql`(${t.business} <> '' or ${t.forgottenAt} is not null) and ${t.consent} <> '' and ${t.years} >= 0 and ${t.monthlyCents} >= 0 and ${t.wantedCents} > 0`,
    ),
    index("credit_applications_by_time").on(t.orgId, t.recordedAt, t.id),
    index("credit_applications_by_state").on(t.orgId, t.state, t.recordedAt, t.id),
    index("credit_applications_of_customer")
      .on(t.orgId, t.customerId)
      .where(sql`customer_id is not null`),
    index("credit_applications_of_request")
      .on(t.orgId, t.requestId)
      .where(sql`request_id is not null`),
    wall(),
  ],
);
