// How the papers of a business look, and what they say by age. A picture is kept by what it is, and is never deleted: a
// statement that was issued with it is drawn with it.
import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { booksSchema, bytes, instant, orgId, wall } from "./columns.ts";

/** As pictures without transparency, small enough for every paper to carry one. */
export const logos = booksSchema.table(
  "logos",
  {
    orgId: orgId(),
    /** SHA-256 of the content. */
    hash: bytes("hash").notNull(),
    /** A PNG that we made of what was sent. */
    content: bytes("content").notNull(),
    /** In pixels. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    addedBy: text("added_by").notNull(),
    addedAt: instant("added_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "logos_key", columns: [t.orgId, t.hash] }),
    check("logos_hash", sql`${t.hash} = sha256(${t.content})`),
    check("logos_size", sql`length(${t.content}) between 1 and 1024 * 1024`),
    check("logos_pixels", sql`${t.width} between 1 and 1000 and ${t.height} between 1 and 1000`),
    wall(),
  ],
);

export const branding = booksSchema.table(
  "branding",
  {
    orgId: orgId(),
    logoHash: bytes("logo_hash"),
    /** "#rrggbb"; null for ours. */
    accent: text("accent"),
    /** Where money is sent when that isn't where the business is. */
    remitTo: text("remit_to")
      .array()
      .notNull()
      .default(sql`'{}'`),
    iban: text("iban"),
    terms: text("terms").notNull().default(""),
    /** What a statement says, by the bucket of its oldest money: five, in the order of the buckets. */
    ageMessages: text("age_messages")
      .array()
      .notNull()
      .default(sql`'{"","","","",""}'`),
    version: integer("version").notNull().default(1),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "branding_key", columns: [t.orgId] }),
    foreignKey({
      name: "branding_logo",
      columns: [t.orgId, t.logoHash],
      foreignColumns: [logos.orgId, logos.hash],
    }),
    check("branding_accent", sql`${t.accent} ~ '^#[0-9a-f]{6}$'`),
    check("branding_iban", sql`${t.iban} ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'`),
    check("branding_remit_to", sql`cardinality(${t.remitTo}) <= 6`),
    check("branding_terms", sql`length(${t.terms}) <= 600`),
    check("branding_messages", sql`cardinality(${t.ageMessages}) = 5`),
    wall(),
  ],
);
