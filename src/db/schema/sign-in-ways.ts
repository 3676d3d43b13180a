// What people sign in with besides a password and a mailed link: code apps, recovery codes, passkeys, and the challenges that
// browsers are to sign with those.
import { bigint, customType, index, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { directory, users } from "./directory.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** The secret of a person's code app, sealed. It counts from the first right code on. */
export const secondFactors = directory.table("second_factors", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  sealedSecret: bytea("sealed_secret").notNull(),
  confirmedAt: instant("confirmed_at"),
  /** The 30 seconds whose code was used last: no code of them or before counts again. */
  lastStep: bigint("last_step", { mode: "number" }),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const recoveryCodes = directory.table(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: bytea("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ name: "recovery_codes_pkey", columns: [t.userId, t.codeHash] })],
);

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
