// Mails that came back, each once. An address that a hard one came back from is mailed by no run until somebody says that it is
// right again.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { BOUNCE_KINDS, type BounceKind } from "@/domain/statements/bounce.ts";
import { customers } from "./accounts.ts";
import { booksSchema, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { outbox } from "./statements.ts";

export const bounces = booksSchema.table(
  "bounces",
  {
    orgId: orgId(),
    outboxId: uuid("outbox_id").notNull(),
    /** Whose paper it brought. */
    customerId: uuid("customer_id").notNull(),
    /** In small letters: the one that we mailed, whatever the report calls it. */
    address: text("address").notNull(),
    kind: word<BounceKind>("kind").notNull(),
    /** "5.1.1"; of RFC 3463. */
    code: text("code").notNull(),
    reason: text("reason").notNull(),
    bouncedAt: instant("bounced_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    clearedBy: text("cleared_by"),
    clearedAt: instant("cleared_at"),
  },
  (t) => [
    primaryKey({ name: "bounces_key", columns: [t.orgId, t.outboxId] }),
    foreignKey({
      name: "bounces_mail",
      columns: [t.orgId, t.outboxId],
      foreignColumns: [outbox.orgId, outbox.id],
    }),
    foreignKey({
      name: "bounces_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    check("bounces_kind", oneOf("kind", BOUNCE_KINDS)),
    check("bounces_address", sql`${t.address} = lower(${t.address})`),
    check("bounces_cleared", sql`(${t.clearedBy} is null) = (${t.clearedAt} is null)`),
    index("bounces_standing")
      .on(t.orgId, t.address)
      .where(sql`kind = 'hard' and cleared_at is null`),
    index("bounces_by_time").on(t.orgId, t.bouncedAt, t.outboxId),
    wall(),
  ],
);
