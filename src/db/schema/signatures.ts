// What customers signed at the counter. A signature is a fact of its charge: its digest, of what was shown, of the name and of
// the strokes, is part of the charge's event, and so of the account's chain. A request shows on a phone what is to be signed, for a few minutes.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { SIGNED_WAYS, type SignedWay } from "@/domain/receipts/signature.ts";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  bytes,
  centsColumn,
  eventNumber,
  id,
  instant,
  oneOf,
  orgId,
  recordedAt,
  wall,
  word,
} from "./columns.ts";
import { events } from "./events.ts";
import { invoices } from "./invoices.ts";

/** Strokes of a pen in a box of 1000 × 400, as the data of an SVG path: nothing else can stand in it. */
const POINT = String.raw`(1000|\d{1,3}) (400|[123]?\d{1,2})`;
const STROKES = sql.raw(`path ~ '^(M${POINT}(L${POINT})+)+$' and length(path) <= 16000`);
/** Sixty lines of the longest, every sign of them written as an escape. */
const LONGEST_STATEMENT = sql.raw("80000");

export const signatures = booksSchema.table(
  "signatures",
  {
    orgId: orgId(),
    /** Of the house charge. */
    invoiceId: uuid("invoice_id").notNull(),
    eventNumber: eventNumber("event_number").notNull(),
    path: text("path").notNull(),
    /** Who signed, as they said. */
    name: text("name").notNull(),
    way: word<SignedWay>("way").notNull(),
    /** What was shown, as `statementText` writes it; null where it was signed before that was kept. */
    statement: text("statement"),
    /** SHA-256 of statement, name and path, with line feeds between: what the event's hash was made with. */
    digest: bytes("digest").notNull(),
    signedAt: instant("signed_at").notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "signatures_key", columns: [t.orgId, t.invoiceId] }),
    foreignKey({
      name: "signatures_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    foreignKey({
      name: "signatures_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    check("signatures_way", oneOf("way", SIGNED_WAYS)),
    check("signatures_path", STROKES),
    check("signatures_name", sql`length(${t.name}) <= 100 and ${t.name} !~ '[[:cntrl:]]'`),
    check(
      "signatures_digest",
      sql`${t.digest} = sha256(convert_to(coalesce(${t.statement} || E'\\n', '') || ${t.name} || E'\\n' || ${t.path}, 'UTF8'))`,
    ),
    check(
      "signatures_statement",
      sql`length(${t.statement}) <= ${LONGEST_STATEMENT} and position(E'\\n' in ${t.statement}) = 0`,
    ),
    wall(),
  ],
);

export const signatureRequests = booksSchema.table(
  "signature_requests",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
    /** What the phone shows, as `statementText` writes it. */
    shown: text("shown").notNull(),
    askedBy: text("asked_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    path: text("path"),
    name: text("name").notNull().default(""),
    signedAt: instant("signed_at"),
    /** By the charge that took it. */
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ name: "signature_requests_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "signature_requests_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    check("signature_requests_amount", sql`${t.amountCents} > 0`),
    check("signature_requests_path", STROKES),
    check("signature_requests_name", sql`length(${t.name}) <= 100 and ${t.name} !~ '[[:cntrl:]]'`),
    check("signature_requests_signed", sql`(${t.signedAt} is null) = (${t.path} is null)`),
    check("signature_requests_used", sql`${t.usedAt} is null or ${t.signedAt} is not null`),
    check("signature_requests_shown", sql`length(${t.shown}) <= ${LONGEST_STATEMENT}`),
    index("signature_requests_over").on(t.orgId, t.expiresAt),
    wall(),
  ],
);
