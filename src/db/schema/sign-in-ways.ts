// More ways to sign in than a password and a mailed link: passkeys of people, and the challenges that browsers are to sign
// with them.
import { bigint, customType, index, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { directory, users } from "./directory.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

export const passkeys = directory.table(
  "passkeys",
  {
    /** The credential's own, as the device made it, in base64url. */
    id: text("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    publicKey: bytea("public_key").notNull(),
    /** How often it signed, where its device counts: one that goes back was copied. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("passkeys_by_user").on(t.userId)],
);

export const passkeyChallenges = directory.table("passkey_challenges", {
  challengeHash: bytea("challenge_hash").primaryKey(),
  /** For whom one is made; null for a sign-in, by whomever. */
  userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
  expiresAt: instant("expires_at").notNull(),
});
