// Paying online: the business's own keys, each payment from its start to its end, what came back of it, and what Stripe told us. Money
// is booked as an ordinary payment; these rows say how it came.
import { sql } from "drizzle-orm";
import {
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
import {
  ONLINE_STATES,
  RETURN_KINDS,
  type OnlineState,
  type ReturnKind,
} from "@/domain/payments/online-state.ts";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  bytes,
  centsColumn,
  dayColumn,
  eventNumber,
  id,
  instant,
  oneOf,
  orgId,
  wall,
  word,
} from "./columns.ts";
import { events } from "./events.ts";
import { chart } from "./ground.ts";
import { payments } from "./documents.ts";

export const onlineSettings = booksSchema.table(
  "online_settings",
  {
    orgId: orgId(),
    /** Both sealed for this business alone; null until they were entered. */
    secretKey: bytes("secret_key"),
    webhookSecret: bytes("webhook_secret"),
    /** The end of the key, by which a person tells it from another. */
    keyHint: text("key_hint").notNull().default(""),
    /** Customers can pay: only with both keys. */
    inUse: boolean("in_use").notNull().default(false),
    /** The bank account that it goes to; null for Undeposited Funds. */
    toChart: text("to_chart"),
    /** In percent. */
    surcharge: text("surcharge").notNull().default("0"),
    smallestCents: centsColumn("smallest")
      .notNull()
      .default(sql`100`),
    version: integer("version").notNull().default(1),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "online_settings_key", columns: [t.orgId] }),
    foreignKey({
      name: "online_settings_to_chart",
      columns: [t.orgId, t.toChart],
      foreignColumns: [chart.orgId, chart.code],
    }),
    check(
      "online_settings_in_use",
      sql`not ${t.inUse} or (${t.secretKey} is not null and ${t.webhookSecret} is not null)`,
    ),
    check("online_settings_surcharge", sql`${t.surcharge}::numeric between 0 and 3`),
    check("online_settings_smallest", sql`${t.smallestCents} > 0`),
    wall(),
  ],
);

export const onlinePayments = booksSchema.table(
  "online_payments",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    /** In the directory; the link that it was started from. */
    linkId: uuid("link_id"),
    state: word<OnlineState>("state").notNull().default("started"),
    /** What is settled by it, and what is charged on it. */
    amountCents: centsColumn("amount").notNull(),
    surchargeCents: centsColumn("surcharge").notNull(),
    /** What it is meant for, as JSON: `PlannedItem[]`. */
    planned: text("planned").notNull(),
    sessionId: text("session_id"),
    /** Where the customer pays, while they can. */
    sessionUrl: text("session_url"),
    intentId: text("intent_id"),
    paymentId: uuid("payment_id"),
    /** The debt that the surcharge is. */
    surchargeEvent: eventNumber("surcharge_event"),
    /** What Stripe kept of it, once it says so. */
    feeCents: centsColumn("fee"),
    payoutId: text("payout_id"),
    paidOutOn: dayColumn("paid_out_on"),
    /** What a person has to look at. */
    fault: text("fault"),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "online_payments_key", columns: [t.orgId, t.id] }),
    unique("online_payments_session").on(t.orgId, t.sessionId),
    unique("online_payments_intent").on(t.orgId, t.intentId),
    unique("online_payments_payment").on(t.orgId, t.paymentId),
    foreignKey({
      name: "online_payments_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "online_payments_booked",
      columns: [t.orgId, t.paymentId],
      foreignColumns: [payments.orgId, payments.id],
    }),
    foreignKey({
      name: "online_payments_surcharged",
      columns: [t.orgId, t.surchargeEvent],
      foreignColumns: [events.orgId, events.number],
    }),
    check("online_payments_state", oneOf("state", ONLINE_STATES)),
    check("online_payments_amount", sql`${t.amountCents} > 0 and ${t.surchargeCents} >= 0`),
    check("online_payments_paid", sql`(${t.state} = 'paid') = (${t.paymentId} is not null)`),
    check("online_payments_by_intent", sql`${t.paymentId} is null or ${t.intentId} is not null`),
    check("online_payments_ended", sql`(${t.state} = 'started') = (${t.endedAt} is null)`),
    check("online_payments_payout", sql`(${t.payoutId} is null) = (${t.paidOutOn} is null)`),
    index("online_payments_by_time").on(t.orgId, t.createdAt, t.id),
    index("online_payments_by_state").on(t.orgId, t.state, t.createdAt, t.id),
    index("online_payments_waiting")
      .on(t.orgId, t.createdAt)
      .where(sql`state = 'started'`),
    index("online_payments_of_account").on(t.orgId, t.accountId, t.createdAt),
    wall(),
  ],
);

/** Money of an online payment that went back to the customer, by a refund or a chargeback, or came again as that was won. */
export const onlineReturns = booksSchema.table(
  "online_returns",
  {
    orgId: orgId(),
    onlinePaymentId: uuid("online_payment_id").notNull(),
    kind: word<ReturnKind>("kind").notNull(),
    /** Stripe's, of the refund or the dispute. */
    stripeId: text("stripe_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
    /** What the books have of it; null as long as `fault` keeps it from them. */
    eventNumber: eventNumber("event_number"),
    fault: text("fault"),
    notedAt: instant("noted_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "online_returns_key", columns: [t.orgId, t.stripeId, t.kind] }),
    foreignKey({
      name: "online_returns_payment",
      columns: [t.orgId, t.onlinePaymentId],
      foreignColumns: [onlinePayments.orgId, onlinePayments.id],
    }),
    foreignKey({
      name: "online_returns_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    check("online_returns_kind", oneOf("kind", RETURN_KINDS)),
    check("online_returns_amount", sql`${t.amountCents} > 0`),
    check("online_returns_booked", sql`(${t.eventNumber} is null) = (${t.fault} is not null)`),
    index("online_returns_of_payment").on(t.orgId, t.onlinePaymentId),
    index("online_returns_unbooked")
      .on(t.orgId, t.onlinePaymentId)
      .where(sql`event_number is null`),
    wall(),
  ],
);

/** What Stripe told us, once by its id. It only makes us look: what is so is asked of Stripe. */
export const stripeEvents = booksSchema.table(
  "stripe_events",
  {
    orgId: orgId(),
    id: text("id").notNull(),
    type: text("type").notNull(),
    /** Of what; null for what we know nothing of. */
    about: text("about"),
    receivedAt: instant("received_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "stripe_events_key", columns: [t.orgId, t.id] }),
    index("stripe_events_by_time").on(t.orgId, t.receivedAt),
    wall(),
  ],
);
