// What a business's books stand on: its settings, chart of accounts, posting periods, number series, the
// commands that were carried out, and the audit log.
import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { LINK_CHECKS, type LinkCheck } from "@/domain/statements/link-check.ts";
import { CHARGE_PROOFS, type ChargeProof } from "@/domain/receipts/signature.ts";
import { INVOICE_POLICIES, type InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { LANGUAGE_CODES, type Language } from "@/domain/language/language.ts";
import { TERMS_FORM } from "@/domain/values/terms.ts";
import { CHART_KINDS, type ChartKind } from "@/domain/ledger/chart.ts";
import {
  booksSchema,
  bytes,
  centsColumn,
  dayColumn,
  id,
  instant,
  oneOf,
  orgId,
  recordedAt,
  wall,
  word,
} from "./columns.ts";

export const settings = booksSchema.table(
  "settings",
  {
    orgId: orgId(),
    addressLines: text("address_lines")
      .array()
      .notNull()
      .default(sql`'{}'`),
    phone: text("phone"),
    email: text("email"),
    /** The accounting start date: nothing is dated before it. */
    startOn: dayColumn("start_on")
      .notNull()
      .default(sql`'2000-01-01'`),
    paper: word<"A4" | "LETTER">("paper").notNull().default("LETTER"),
    /** Of what customers get; a statement keeps the one that it was issued in. */
    language: word<Language>("language").notNull().default("en"),
    /** Somebody has said what is taxed, if only that nothing is: then no rate is the default. */
    taxAnswered: boolean("tax_answered").notNull().default(false),
    /** Credit that is set aside widens what a customer can charge, too. */
    countEarmarked: boolean("count_earmarked").notNull().default(false),
    /** Holds an account on which something has been due for so many days. */
    holdAfterDays: integer("hold_after_days"),
    /** Holds an account of whose limit more than so much too much is in use. */
    holdOverCents: centsColumn("hold_over"),
    /** What an invoice on terms meets that the account's limit or hold speaks against. */
    invoicePolicy: word<InvoicePolicy>("invoice_policy").notNull().default("warn"),
    /** A limit above it takes a second person. */
    approveAboveCents: centsColumn("approve_above"),
    /** Opens the form by which anybody applies for credit; null while nobody can. */
    applyCode: text("apply_code"),
    /** What a house charge at the counter takes. */
    chargeProof: word<ChargeProof>("charge_proof").notNull().default("none"),
    /** Charged for a payment that came back. */
    returnedFeeCents: centsColumn("returned_fee"),
    /** What is asked before a link to a paper opens. */
    linkCheck: word<LinkCheck>("link_check").notNull().default("none"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "settings_key", columns: [t.orgId] }),
    check("settings_link_check", oneOf("link_check", Object.keys(LINK_CHECKS))),
    check("settings_paper", oneOf("paper", ["A4", "LETTER"])),
    check("settings_language", oneOf("language", LANGUAGE_CODES)),
    check("settings_holds", sql`${t.holdAfterDays} > 0 and ${t.holdOverCents} >= 0`),
    check("settings_invoice_policy", oneOf("invoice_policy", Object.keys(INVOICE_POLICIES))),
    check("settings_charge_proof", oneOf("charge_proof", Object.keys(CHARGE_PROOFS))),
    check("settings_approve_above", sql`${t.approveAboveCents} >= 0`),
    check("settings_returned_fee", sql`${t.returnedFeeCents} > 0`),
    wall(),
  ],
);

export const chart = booksSchema.table(
  "chart",
  {
    orgId: orgId(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: word<ChartKind>("kind").notNull(),
    /** The part this account plays in postings ("receivable"), one account per part; null for the business's own. */
    role: text("role"),
    /** Money can lie there: payments and deposits go to it. */
    bank: boolean("bank").notNull().default(false),
    version: integer("version").notNull().default(1),
    /** Nothing new is put on it; what was posted stays. */
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ name: "chart_key", columns: [t.orgId, t.code] }),
    unique("chart_role").on(t.orgId, t.role),
    check("chart_kind", oneOf("kind", CHART_KINDS)),
    check("chart_bank", sql`not ${t.bank} or ${t.kind} = 'asset'`),
    check("chart_bank_role", sql`${t.role} is null or ${t.bank} = (${t.role} = 'bank')`),
    check("chart_role_stays", sql`${t.role} is null or ${t.archivedAt} is null`),
    check("chart_named", sql`length(${t.name}) between 1 and 80`),
    wall(),
  ],
);

/** The billing terms that the business offers, each as a code that says all of it (domain/values/terms.ts). */
export const billingTerms = booksSchema.table(
  "billing_terms",
  {
    orgId: orgId(),
    code: text("code").notNull(),
    /** Not any more, once somebody took it off the list. */
    offered: boolean("offered").notNull().default(true),
  },
  (t) => [
    primaryKey({ name: "billing_terms_key", columns: [t.orgId, t.code] }),
    check("billing_terms_form", sql.raw(`code ~ '${TERMS_FORM}'`)),
    wall(),
  ],
);

/** A month of the books. Every event belongs to one; a closed one takes nothing. */
export const periods = booksSchema.table(
  "periods",
  {
    orgId: orgId(),
    month: dayColumn("month").notNull(),
    status: word<"open" | "closed">("status").notNull().default("open"),
  },
  (t) => [
    primaryKey({ name: "periods_key", columns: [t.orgId, t.month] }),
    check("periods_month", sql`extract(day from ${t.month}) = 1`),
    check("periods_status", oneOf("status", ["open", "closed"])),
    wall(),
  ],
);

/** The next number of a gapless series; taken last in a transaction, given back when it fails. */
export const counters = booksSchema.table(
  "counters",
  {
    orgId: orgId(),
    series: text("series").notNull(),
    prefix: text("prefix").notNull().default(""),
    padding: integer("padding").notNull().default(1),
    next: bigint("next", { mode: "number" }).notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "counters_key", columns: [t.orgId, t.series] }),
    check("counters_prefix", sql`${t.prefix} !~ '[0-9]$'`),
    check("counters_next", sql`${t.next} > 0 and ${t.padding} between 1 and 12`),
    wall(),
  ],
);

/** One row per idempotency key: a repeat gets the first answer, the same key with other content is refused. */
export const commands = booksSchema.table(
  "commands",
  {
    orgId: orgId(),
    id: id(),
    key: text("key").notNull(),
    procedure: text("procedure").notNull(),
    requestHash: bytes("request_hash").notNull(),
    actor: text("actor").notNull(),
    answer: text("answer"),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "commands_key", columns: [t.orgId, t.id] }),
    unique("commands_once").on(t.orgId, t.key),
    check("commands_request_hash", sql`length(${t.requestHash}) = 32`),
    check("commands_key_length", sql`length(${t.key}) between 8 and 200`),
    wall(),
  ],
);

/** A run of every check over this business's books: what was looked at, and how much of it did not hold. */
export const proofs = booksSchema.table(
  "proofs",
  {
    orgId: orgId(),
    id: id(),
    provenAt: instant("proven_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    events: bigint("events", { mode: "number" }).notNull(),
    broken: integer("broken").notNull(),
    says: text("says").notNull().default(""),
    tookMs: integer("took_ms").notNull(),
  },
  (t) => [
    primaryKey({ name: "proofs_key", columns: [t.orgId, t.id] }),
    check("proofs_counts", sql`${t.events} >= 0 and ${t.broken} >= 0 and ${t.tookMs} >= 0`),
    index("proofs_by_time").on(t.orgId, t.provenAt),
    wall(),
  ],
);
