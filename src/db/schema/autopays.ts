// Autopay: what a customer agreed to, until somebody stops it, and each time that something is taken by it.
import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  AUTOPAY_STATES,
  CHARGE_STATES,
  type AutopayState,
  type ChargeState,
} from "@/domain/payments/autopay.ts";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { onlinePayments } from "./online-payments.ts";

export const autopays = booksSchema.table(
  "autopays",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    state: word<AutopayState>("state").notNull().default("asked"),
    /** Of each month, 1 to 28. */
    onDay: integer("on_day").notNull(),
    /** The most that is taken at once; null for whatever is due. */
    mostCents: centsColumn("most"),
    /** The words that were agreed to, as they stood there. */
    consent: text("consent").notNull(),
    agreedBy: text("agreed_by").notNull(),
    sessionId: text("session_id"),
    stripeCustomer: text("stripe_customer"),
    stripeMethod: text("stripe_method"),
    /** "Visa 4242" */
    paidBy: text("paid_by").notNull().default(""),
    /** The next day on which it is taken. */
    nextOn: dayColumn("next_on").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    stoppedAt: instant("stopped_at"),
    stoppedBy: text("stopped_by"),
  },
  (t) => [
    primaryKey({ name: "autopays_key", columns: [t.orgId, t.id] }),
    unique("autopays_session").on(t.orgId, t.sessionId),
    foreignKey({
      name: "autopays_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check("autopays_state", oneOf("state", AUTOPAY_STATES)),
    check("autopays_day", sql`${t.onDay} between 1 and 28`),
    check("autopays_most", sql`${t.mostCents} > 0`),
    check(
      "autopays_active",
      sql`${t.state} <> 'active' or (${t.stripeCustomer} is not null and ${t.stripeMethod} is not null)`,
    ),
    check("autopays_stopped", sql`(${t.state} = 'stopped') = (${t.stoppedAt} is not null)`),
    check("autopays_stopped_by", sql`(${t.stoppedAt} is null) = (${t.stoppedBy} is null)`),
    uniqueIndex("autopays_one_active")
      .on(t.orgId, t.accountId)
      .where(sql`state = 'active'`),
    index("autopays_of_account").on(t.orgId, t.accountId, t.createdAt),
    wall(),
  ],
);

export const autopayCharges = booksSchema.table(
  "autopay_charges",
  {
    orgId: orgId(),
    id: id(),
    autopayId: uuid("autopay_id").notNull(),
    /** The day that it is for: once each. */
    chargeOn: dayColumn("charge_on").notNull(),
    /** As it was told; never more is taken. */
    amountCents: centsColumn("amount").notNull(),
    state: word<ChargeState>("state").notNull().default("announced"),
    tries: integer("tries").notNull().default(0),
    /** When it is taken, or tried again. */
    tryOn: dayColumn("try_on").notNull(),
    onlinePaymentId: uuid("online_payment_id"),
    fault: text("fault").notNull().default(""),
    /** When the mail about it went out; null as long as it didn't, and nothing is taken until then. */
    toldAt: instant("told_at"),
  },
  (t) => [
    primaryKey({ name: "autopay_charges_key", columns: [t.orgId, t.id] }),
    unique("autopay_charges_once").on(t.orgId, t.autopayId, t.chargeOn),
    foreignKey({
      name: "autopay_charges_autopay",
      columns: [t.orgId, t.autopayId],
      foreignColumns: [autopays.orgId, autopays.id],
    }),
    foreignKey({
      name: "autopay_charges_payment",
      columns: [t.orgId, t.onlinePaymentId],
      foreignColumns: [onlinePayments.orgId, onlinePayments.id],
    }),
    check("autopay_charges_state", oneOf("state", CHARGE_STATES)),
    check("autopay_charges_amount", sql`${t.amountCents} > 0`),
    check("autopay_charges_tries", sql`${t.tries} >= 0`),
    check(
      "autopay_charges_charging",
      sql`${t.onlinePaymentId} is not null or ${t.state} not in ('charging', 'retrying', 'paid')`,
    ),
    check("autopay_charges_told", sql`${t.toldAt} is not null or ${t.state} in ('announced', 'skipped')`),
    index("autopay_charges_due")
      .on(t.orgId, t.tryOn)
      .where(sql`state in ('announced', 'charging', 'retrying')`),
    wall(),
  ],
);
