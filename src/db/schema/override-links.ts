// The links in mails that ask to approve an override, in the directory: they are read before the tenant is known.
import { index, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns.ts";
import { directory, orgs, users } from "./directory.ts";

/** A mail asked one member to approve an override: their link shows what it is about, and lets them answer once. */
export const overrideLinks = directory.table(
  "override_links",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => orgs.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    overrideId: uuid("override_id").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("override_links_by_org").on(t.orgId),
    index("override_links_by_user").on(t.userId),
    index("override_links_by_expiry").on(t.expiresAt),
  ],
);
