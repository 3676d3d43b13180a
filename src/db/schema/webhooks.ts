// Where a business has its events told, how far that is, and what was sent.
import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { WEBHOOK_STATES, type WebhookState } from "@/domain/business/webhook.ts";
import { booksSchema, bytes, eventNumber, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { events } from "./events.ts";

export const webhookEndpoints = booksSchema.table(
  "webhook_endpoints",
  {
    orgId: orgId(),
    id: id(),
    url: text("url").notNull(),
    /** Of which events; empty: of all. */
    kinds: text("kinds")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Sealed for this endpoint; what is sent is signed with it, and with the one before it until that is ended. */
    secret: bytes("secret").notNull(),
    secretBefore: bytes("secret_before"),
    state: word<WebhookState>("state").notNull().default("active"),
    /** Everything recorded up to here was taken or not asked for; the event's number tells those of one instant apart. */
    takenAt: instant("taken_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    takenNumber: bigint("taken_number", { mode: "number" })
      .notNull()
      .default(sql`0`),
    /** Of the event that is next: how often it was tried in vain, since when nothing was taken, and when it is tried again. */
    tries: integer("tries").notNull().default(0),
    failingSince: instant("failing_since"),
    nextTryAt: instant("next_try_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    fault: text("fault").notNull().default(""),
    madeBy: text("made_by").notNull(),
    madeAt: instant("made_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ name: "webhook_endpoints_key", columns: [t.orgId, t.id] }),
    check("webhook_endpoints_state", oneOf("state", WEBHOOK_STATES)),
    check("webhook_endpoints_failing", sql`(${t.tries} > 0) = (${t.failingSince} is not null)`),
    wall(),
  ],
);

/** One row for each event that was sent to an endpoint, however often. */
export const webhookDeliveries = booksSchema.table(
  "webhook_deliveries",
  {
    orgId: orgId(),
    endpointId: uuid("endpoint_id").notNull(),
    eventNumber: eventNumber("event_number").notNull(),
    /** The last try's: what it answered, or what went wrong. */
    code: integer("code"),
    fault: text("fault").notNull().default(""),
    tookMs: integer("took_ms").notNull(),
    tries: integer("tries").notNull().default(1),
    body: text("body").notNull(),
    /** When it was first taken. */
    takenAt: instant("taken_at"),
    lastAt: instant("last_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Somebody asked for it once more, out of turn. */
    againAskedAt: instant("again_asked_at"),
  },
  (t) => [
    primaryKey({ name: "webhook_deliveries_key", columns: [t.orgId, t.endpointId, t.eventNumber] }),
    foreignKey({
      name: "webhook_deliveries_endpoint",
      columns: [t.orgId, t.endpointId],
      foreignColumns: [webhookEndpoints.orgId, webhookEndpoints.id],
    }),
    foreignKey({
      name: "webhook_deliveries_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    check("webhook_deliveries_tries", sql`${t.tries} > 0`),
    index("webhook_deliveries_newest").on(t.orgId, t.endpointId, t.lastAt, t.eventNumber),
    index("webhook_deliveries_again")
      .on(t.orgId, t.endpointId)
      .where(sql`again_asked_at is not null`),
    index("webhook_deliveries_of_event").on(t.orgId, t.eventNumber),
    wall(),
  ],
);
