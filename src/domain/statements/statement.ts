// A statement: a dated, numbered snapshot of one account. The page, the PDF and the mail are all drawn from
// this one value, so they can't disagree (lessons.md 15); it is frozen as JSON when the statement is issued.
import { z } from "zod";
import { assert } from "../assert.ts";
import { BUCKETS } from "../ledger/aging.ts";
import { LANGUAGE_CODES } from "../language/language.ts";
import { AnyDay } from "../values/day-shape.ts";
import type { Day } from "../values/day.ts";
import { cents, minus, plus, sum, type Cents } from "../values/money.ts";
import { STATEMENT_KINDS } from "./kinds.ts";

/** Sums over an account may be larger than one document's largest amount. */
const Sum = z.number().int().transform(cents);
const Party = z.object({
  name: z.string(),
  addressLines: z.array(z.string()),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const StatementLine = z.object({
  onDay: AnyDay,
  eventId: z.number().int(),
  /** "Invoice 0000611365", "Payment", "Credit memo CM-0001" … */
  description: z.string(),
  reference: z.string().nullable(),
  /** The open items that this payment or credit has settled by the statement's day, and how much of each. */
  covers: z.array(z.object({ number: z.string(), amountCents: Sum })).default([]),
  chargeCents: Sum,
  creditCents: Sum,
  balanceCents: Sum,
});

export const StatementOpenItem = z.object({
  /** The event that made it; not kept by what was issued before there were kinds. */
  eventId: z.number().int().nullable().default(null),
  number: z.string(),
  /** Number and name. */
  job: z.string().nullable().default(null),
  issuedOn: AnyDay,
  dueOn: AnyDay,
  daysPastDue: z.number().int(),
  amountCents: Sum,
  paidCents: Sum,
  openCents: Sum,
});

export const Statement = z.object({
  /** How it is drawn, for good: 2 since there are kinds, 3 since the paper is written with its files in one go. */
  templateVersion: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  kind: z.enum(STATEMENT_KINDS).default("balance-forward"),
  business: Party.extend({
    slug: z.string(),
    locale: z.string(),
    /** What was issued before a business could choose one is in English. */
    language: z.enum(LANGUAGE_CODES).default("en"),
    paper: z.enum(["A4", "LETTER"]),
  }),
  customer: Party.extend({ number: z.string(), terms: z.string() }),
  currency: z.string(),
  /** null on a preview: a number is given when the statement is issued. */
  number: z.string().nullable(),
  fromOn: AnyDay,
  asOf: AnyDay,
  openingCents: Sum,
  lines: z.array(StatementLine),
  closingCents: Sum,
  openItems: z.array(StatementOpenItem),
  aging: z.object({
    ...(Object.fromEntries(BUCKETS.map((bucket) => [bucket, Sum])) as Record<
      (typeof BUCKETS)[number],
      typeof Sum
    >),
    totalCents: Sum,
    unappliedCents: Sum,
    netCents: Sum,
    retainedCents: Sum,
  }),
});

export type Statement = z.infer<typeof Statement>;
export type StatementLine = z.infer<typeof StatementLine>;
/** What it says above its tables. */
export type StatementHead = Omit<Statement, "lines" | "openItems">;
export type StatementOpenItem = z.infer<typeof StatementOpenItem>;

/** What the customer is asked to pay: the net balance, or nothing when the account is in credit. */
export const amountDue = ({ closingCents }: Pick<Statement, "closingCents">): Cents =>
  cents(Math.max(0, closingCents));

/** The earliest due date among what is open; null when nothing is. */
export function nextDueOn(statement: Statement): Day | null {
  const dues = statement.openItems.map((item) => item.dueOn).sort();
  return dues[0] ?? null;
}

/** What the rows of the two tables add up to. */
type RowSums = { activityCents: Cents; openCents: Cents };

/** A statement that doesn't foot is never shown, stored or sent (lessons.md 4, 16). */
export function assertFoots(statement: Statement): void {
  const charges = sum(statement.lines.map((line) => line.chargeCents));
  const credits = sum(statement.lines.map((line) => line.creditCents));
  const openCents = sum(statement.openItems.map((item) => item.openCents));
  assertSumsFoot(statement, { activityCents: minus(charges, credits), openCents });
  const last = statement.lines.at(-1);
  assert(!last || last.balanceCents === statement.closingCents, "the last line ends at the closing balance");
}

/** The same of one whose rows were added up elsewhere. */
export function assertSumsFoot(head: StatementHead, { activityCents, openCents }: RowSums): void {
  const closing = plus(head.openingCents, activityCents);
  assert(closing === head.closingCents, "opening plus activity is the closing balance");
  assert(openCents === head.aging.totalCents, "the open items are the aging's total");
  assert(head.aging.netCents === head.closingCents, "buckets less unapplied credit is the closing");
}
