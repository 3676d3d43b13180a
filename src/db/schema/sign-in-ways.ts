// What people sign in with besides a password and a mailed link: code apps, recovery codes, passkeys, and the challenges that
// browsers are to sign with those; providers of businesses; and changes of the address that one signs in with.
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { directory, orgs, users } from "./directory.ts";

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

/** A change of address that waits for a link in both mailboxes to be followed. */
export const emailChanges = directory.table("email_changes", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  newEmail: text("new_email").notNull(),
  oldHash: bytea("old_hash").notNull(),
  newHash: bytea("new_hash").notNull(),
  oldProvenAt: instant("old_proven_at"),
  newProvenAt: instant("new_proven_at"),
  expiresAt: instant("expires_at").notNull(),
});

/** A business's own sign-in by OIDC: its provider says who somebody is. */
export const businessSignIns = directory.table("business_sign_ins", {
  orgId: uuid("org_id")
    .primaryKey()
    .references(() => orgs.id, { onDelete: "cascade" }),
  issuer: text("issuer").notNull(),
  clientId: text("client_id").notNull(),
  sealedSecret: bytea("sealed_secret").notNull(),
  inUse: boolean("in_use").notNull(),
  version: integer("version").notNull(),
});

/** Domains of e-mail addresses that a business says are its own; one counts when its DNS has said so, too. */
export const businessDomains = directory.table(
  "business_domains",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    domain: text("domain").notNull(),
    proof: text("proof").notNull(),
    provenAt: instant("proven_at"),
  },
  (t) => [primaryKey({ name: "business_domains_pkey", columns: [t.orgId, t.domain] })],
);

/** Sign-ins under way at a provider. */
export const oidcTries = directory.table("oidc_tries", {
  stateHash: bytea("state_hash").primaryKey(),
  orgId: uuid("org_id")
    .notNull()
    .references(() => orgs.id, { onDelete: "cascade" }),
  nonce: text("nonce").notNull(),
  verifier: text("verifier").notNull(),
  expiresAt: instant("expires_at").notNull(),
});
