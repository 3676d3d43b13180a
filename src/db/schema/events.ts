// The books themselves: an account's chain of events. Rows here are facts: they are inserted and never change.
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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { EVENT_KINDS, type EventKind } from "@/domain/ledger/account.ts";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  bytes,
  centsColumn,
  dayColumn,
  eventNumber,
  instant,
  oneOf,
  orgId,
  recordedAt,
  wall,
  word,
} from "./columns.ts";
import { overrides } from "./credit.ts";
import { commands, periods } from "./ground.ts";

export const events = booksSchema.table(
  "events",
  {
    orgId: orgId(),
    /** The Event ID. */
    number: eventNumber("number").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    prevSeq: bigint("prev_seq", { mode: "number" }),
    kind: word<EventKind>("kind").notNull(),
    effectiveOn: dayColumn("effective_on").notNull(),
    period: dayColumn("period").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    amountCents: centsColumn("amount").notNull(),
    /** What the event did to each of the account's figures; its rows add up to these. */
    openItemsCents: centsColumn("open_items").notNull(),
    openCreditCents: centsColumn("open_credit").notNull(),
    retainedCents: centsColumn("retained").notNull(),
    prevBalanceCents: centsColumn("prev_balance").notNull(),
    balanceAfterCents: centsColumn("balance_after").notNull(),
    actor: text("actor").notNull(),
    /** What a person calls it, such as "Check 4471"; part of the fact, not free text. */
    label: text("label").notNull().default(""),
    memo: text("memo").notNull().default(""),
    memoSalt: bytes("memo_salt"),
    memoDigest: bytes("memo_digest"),
    documentId: uuid("document_id"),
    reverses: eventNumber("reverses"),
    negatedCents: bigint("negated", { mode: "number" }).generatedAlwaysAs(
      (): ReturnType<typeof sql> => sql`- amount`,
    ),
    commandId: uuid("command_id"),
    /** A house charge: refused by the database above the limit, unless an override lets it pass. */
    gated: boolean("gated").notNull().default(false),
    overrideId: uuid("override_id"),
    /** Of what the customer signed for a house charge; part of the hash. */
    signatureDigest: bytes("signature_digest"),
    prevHash: bytes("prev_hash"),
    hash: bytes("hash").notNull(),
  },
  (t) => [
    primaryKey({ name: "events_key", columns: [t.orgId, t.number] }),
    unique("events_seq").on(t.orgId, t.accountId, t.seq),
    unique("events_head").on(t.orgId, t.accountId, t.seq, t.balanceAfterCents),
    unique("events_amount").on(t.orgId, t.accountId, t.number, t.amountCents),
    uniqueIndex("events_reversed_once")
      .on(t.orgId, t.reverses)
      .where(sql`reverses is not null`),
    /** What the books started with: few among many. */
    index("events_opening")
      .on(t.orgId, t.number)
      .where(sql`kind = 'opening'`),
    // Webhooks read what was recorded since.
    index("events_recorded").on(t.orgId, t.recordedAt),
    index("events_history").on(t.orgId, t.accountId, t.effectiveOn, t.number),
    foreignKey({
      name: "events_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "events_period",
      columns: [t.orgId, t.period],
      foreignColumns: [periods.orgId, periods.month],
    }),
    foreignKey({
      name: "events_command",
      columns: [t.orgId, t.commandId],
      foreignColumns: [commands.orgId, commands.id],
    }),
    foreignKey({
      name: "events_override",
      columns: [t.orgId, t.accountId, t.overrideId],
      foreignColumns: [overrides.orgId, overrides.accountId, overrides.id],
    }),
    uniqueIndex("events_override_once")
      .on(t.orgId, t.overrideId)
      .where(sql`override_id is not null`),
    foreignKey({
      name: "events_chain",
      columns: [t.orgId, t.accountId, t.prevSeq, t.prevBalanceCents],
      foreignColumns: [t.orgId, t.accountId, t.seq, t.balanceAfterCents],
    }),
    foreignKey({
      name: "events_reversal",
      columns: [t.orgId, t.accountId, t.reverses, t.negatedCents],
      foreignColumns: [t.orgId, t.accountId, t.number, t.amountCents],
    }),
    check("events_kind", oneOf("kind", EVENT_KINDS)),
    check("events_sum", sql`${t.balanceAfterCents} = ${t.prevBalanceCents} + ${t.amountCents}`),
    check(
      "events_first",
      sql`(${t.seq} = 1 and ${t.prevSeq} is null and ${t.prevBalanceCents} = 0) or (${t.seq} > 1 and ${t.prevSeq} = ${t.seq} - 1)`,
    ),
    check("events_amount_is_net", sql`${t.amountCents} = ${t.openItemsCents} - ${t.openCreditCents}`),
    check(
      "events_reversal_names_one",
      sql`(${t.kind} in ('reversal', 'returned-payment')) = (${t.reverses} is not null)`,
    ),
    check(
      "events_signed",
      sql`${t.signatureDigest} is null or ${t.gated} and length(${t.signatureDigest}) = 32`,
    ),
    check("events_number", sql`${t.number} > 0`),
    wall(),
  ],
);

/** What of an event its customer is told, on the statement and its link; the event's own memo stays inside. */
export const eventNotes = booksSchema.table(
  "event_notes",
  {
    orgId: orgId(),
    eventNumber: eventNumber("event_number").notNull(),
    note: text("note").notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "event_notes_key", columns: [t.orgId, t.eventNumber] }),
    foreignKey({
      name: "event_notes_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    check("event_notes_note", sql`btrim(${t.note}) <> ''`),
    wall(),
  ],
);
