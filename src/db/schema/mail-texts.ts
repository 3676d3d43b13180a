// What a business writes itself in its mails, and the addresses that asked for no more of those that come by themselves.
import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { LANGUAGE_CODES, type Language } from "@/domain/language/language.ts";
import { MAIL_TEXT_PAPERS, type MailTextPaper } from "@/domain/statements/mail-text.ts";
import { booksSchema, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { outbox } from "./statements.ts";

export const mailTexts = booksSchema.table(
  "mail_texts",
  {
    orgId: orgId(),
    paper: word<MailTextPaper>("paper").notNull(),
    language: word<Language>("language").notNull(),
    /** Empty: ours. */
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    version: integer("version").notNull().default(1),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "mail_texts_key", columns: [t.orgId, t.paper, t.language] }),
    check("mail_texts_paper", oneOf("paper", Object.keys(MAIL_TEXT_PAPERS))),
    check("mail_texts_language", oneOf("language", LANGUAGE_CODES)),
    check("mail_texts_one_line", sql`${t.subject} !~ '[[:cntrl:]]'`),
    wall(),
  ],
);

export const mailStops = booksSchema.table(
  "mail_stops",
  {
    orgId: orgId(),
    id: id(),
    /** In small letters. */
    address: text("address").notNull(),
    /** The mail that it was asked with. */
    outboxId: uuid("outbox_id").notNull(),
    stoppedAt: instant("stopped_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    undoneBy: text("undone_by"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ name: "mail_stops_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "mail_stops_mail",
      columns: [t.orgId, t.outboxId],
      foreignColumns: [outbox.orgId, outbox.id],
    }),
    check("mail_stops_address", sql`${t.address} = lower(${t.address})`),
    check("mail_stops_undone", sql`(${t.undoneBy} is null) = (${t.undoneAt} is null)`),
    uniqueIndex("mail_stops_standing")
      .on(t.orgId, t.address)
      .where(sql`undone_at is null`),
    wall(),
  ],
);
