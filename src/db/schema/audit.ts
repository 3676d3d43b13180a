// The audit log of a business, and the seals over it.
import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { booksSchema, bytes, id, instant, orgId, recordedAt, wall } from "./columns.ts";
import { commands } from "./ground.ts";

/** Who did what, when, with which input; written in the transaction it tells of. */
export const auditEntries = booksSchema.table(
  "audit_entries",
  {
    orgId: orgId(),
    id: id(),
    recordedAt: recordedAt(),
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    input: text("input").notNull(),
    requestId: text("request_id").notNull(),
    commandId: uuid("command_id"),
    /** What was changed, as it was before, where its verb says so; JSON. */
    before: text("before"),
    /** Where the request came from; null where nobody outside asked. */
    ip: text("ip"),
    agent: text("agent"),
  },
  (t) => [
    primaryKey({ name: "audit_entries_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "audit_entries_command",
      columns: [t.orgId, t.commandId],
      foreignColumns: [commands.orgId, commands.id],
    }),
    // By time they go by their ids.
    index("audit_entries_by_actor").on(t.orgId, t.actor, t.id),
    index("audit_entries_by_action").on(t.orgId, t.action, t.id),
    wall(),
  ],
);

/** A running hash over the entries of the audit log since the seal before, made at night. */
export const auditSeals = booksSchema.table(
  "audit_seals",
  {
    orgId: orgId(),
    number: bigint("number", { mode: "number" }).notNull(),
    /** The last entry that it covers. */
    through: uuid("through").notNull(),
    entries: bigint("entries", { mode: "number" }).notNull(),
    hash: bytes("hash").notNull(),
    sealedAt: instant("sealed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "audit_seals_key", columns: [t.orgId, t.number] }),
    foreignKey({
      name: "audit_seals_through",
      columns: [t.orgId, t.through],
      foreignColumns: [auditEntries.orgId, auditEntries.id],
    }),
    check("audit_seals_counts", sql`${t.number} > 0 and ${t.entries} > 0 and length(${t.hash}) = 32`),
    wall(),
  ],
);
