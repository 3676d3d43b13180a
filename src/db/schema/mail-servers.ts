// A business's own way out for mail. The password is sealed with a key that isn't in the database.
import { sql } from "drizzle-orm";
import { boolean, check, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { MAIL_SECURITY, type MailSecurity } from "@/domain/business/mail-server.ts";
import { booksSchema, bytes, instant, oneOf, orgId, wall, word } from "./columns.ts";

export const mailServers = booksSchema.table(
  "mail_servers",
  {
    orgId: orgId(),
    host: text("host").notNull(),
    port: integer("port").notNull(),
    security: word<MailSecurity>("security").notNull(),
    username: text("username").notNull().default(""),
    /** Sealed for this server and user alone; null where there is none. */
    secret: bytes("secret"),
    fromAddress: text("from_address").notNull(),
    /** Where mails that couldn't be delivered come back to; empty: to whoever has `fromAddress`. */
    bounceAddress: text("bounce_address").notNull().default(""),
    /** Given up, the system's own is used; the password is gone. */
    inUse: boolean("in_use").notNull().default(true),
    /** When a mail last went through it. */
    testedAt: instant("tested_at"),
    version: integer("version").notNull().default(1),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "mail_servers_key", columns: [t.orgId] }),
    check("mail_servers_security", oneOf("security", Object.keys(MAIL_SECURITY))),
    check("mail_servers_given_up", sql`${t.inUse} or ${t.secret} is null`),
    check("mail_servers_port", sql`${t.port} between 1 and 65535`),
    wall(),
  ],
);
