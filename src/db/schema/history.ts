// Sums of an account's events, so that its balance on any day is found without adding up a million of them. A sum
// covers a full stretch of the chain, whose events never change, so it is never stale: what came later is added to it.
import { bigint, foreignKey, primaryKey, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, instant, orgId, wall } from "./columns.ts";

/** So many events of an account's chain are one stretch; the trigger that adds them up (drizzle) says the same. */
export const STRETCH = 1024;

/** What the events of one stretch that are effective on one day add up to. Written by the database alone. */
export const daySums = booksSchema.table(
  "day_sums",
  {
    orgId: orgId(),
    accountId: uuid("account_id").notNull(),
    /** 1 is the account's first STRETCH events. */
    stretch: bigint("stretch", { mode: "number" }).notNull(),
    onDay: dayColumn("on_day").notNull(),
    amountCents: centsColumn("amount").notNull(),
    /** When the stretch's last event was recorded: who asks as known before that mustn't use its sums. */
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "day_sums_key", columns: [t.orgId, t.accountId, t.stretch, t.onDay] }),
    foreignKey({
      name: "day_sums_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    wall(),
  ],
);
