// A statement: a dated, numbered snapshot of one account. The page, the PDF and the mail are all drawn from
// this one value, so they can't disagree (lessons.md 15); it is frozen as JSON when the statement is issued.
import { z } from "zod";
import { assert } from "../assert.ts";
import { BUCKETS } from "../ledger/aging.ts";
import { LANGUAGE_CODES } from "../language/language.ts";
import { AnyDay } from "../values/day-shape.ts";
import type { Day } from "../values/day.ts";
import { Brand } from "../values/brand.ts";
import { cents, minus, plus, sum, type Cents } from "../values/money.ts";
import { STATEMENT_KINDS } from "./kinds.ts";
import { StatementProof } from "./statement-proof.ts";

/** Sums over an account may be larger than one document's largest amount. */
const Sum = z.number().int().transform(cents);
const Party = z.object({
  name: z.string(),
  addressLines: z.array(z.string()),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

/** Whose it is, on a statement of several accounts: the number of one of its `accounts`. */
const AccountNumber = z.string().optional();

export const StatementLine = z.object({
  onDay: AnyDay,
  eventId: z.number().int(),
  /** "Invoice 0000611365", "Payment", "Credit memo CM-0001" … */
  description: z.string(),
  reference: z.string().nullable(),
  /** The open items that this payment or credit has settled by the statement's day, and how much of each. */
  covers: z.array(z.object({ number: z.string(), amountCents: Sum })).default([]),
  account: AccountNumber,
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
  account: AccountNumber,
  issuedOn: AnyDay,
  dueOn: AnyDay,
  daysPastDue: z.number().int(),
  amountCents: Sum,
  paidCents: Sum,
  openCents: Sum,
});

const AgingOf = z.object({
  ...(Object.fromEntries(BUCKETS.map((bucket) => [bucket, Sum])) as Record<
    (typeof BUCKETS)[number],
    typeof Sum
  >),
  totalCents: Sum,
  unappliedCents: Sum,
  netCents: Sum,
  retainedCents: Sum,
});

/** One of the accounts that a parent's statement is of. */
export const StatementAccount = z.object({
  number: z.string(),
  name: z.string(),
  openingCents: Sum,
  closingCents: Sum,
  aging: AgingOf,
});
export type StatementAccount = z.infer<typeof StatementAccount>;

/** How a payment finds its account. */
export const StatementPayment = z.object({
  /** "RF28C0042"; null where the customer's number makes none. */
  reference: z.string().nullable(),
  /** Where a transfer goes, if the business says. */
  iban: z.string().nullable(),
});

export const Statement = z.object({
  /**
   * How it is drawn, for good: 2 since there are kinds, 3 since the paper is written with its files in one go; those of 3 may
   * have a brand, a message and a reference to pay by; 4 since it says its structure to who hears it; 5 since it marks
   * what is overdue.
   */
  templateVersion: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
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
  /** How its business's papers looked when it was issued. What is older has none of the next three, and stays without. */
  brand: Brand.optional(),
  /** What the business says by how late the money is; empty where it says nothing. */
  message: z.string().optional(),
  payment: StatementPayment.optional(),
  /** What may be kept where all of it is paid by that day. */
  early: z.object({ offeredCents: Sum, untilOn: AnyDay }).optional(),
  /** Of a parent with its branches, itself first; lines and items are in their order. Left out of any other. */
  accounts: z.array(StatementAccount).optional(),
  /** null on a preview: a number is given when the statement is issued. */
  number: z.string().nullable(),
  fromOn: AnyDay,
  asOf: AnyDay,
  openingCents: Sum,
  lines: z.array(StatementLine),
  closingCents: Sum,
  openItems: z.array(StatementOpenItem),
  aging: AgingOf,
  /** With an issued one, since they can be verified. */
  proof: StatementProof.optional(),
});

export type Statement = z.infer<typeof Statement>;
export type StatementPayment = z.infer<typeof StatementPayment>;
export type StatementLine = z.infer<typeof StatementLine>;
/** What it says above its tables. */
export type StatementHead = Omit<Statement, "lines" | "openItems">;
export type StatementOpenItem = z.infer<typeof StatementOpenItem>;

/** What the customer is asked to pay: the net balance, or nothing when the account is in credit. */
export const amountDue = ({ closingCents }: Pick<Statement, "closingCents">): Cents =>
  cents(Math.max(0, closingCents));

/** What settles it where it is paid by that day ("final due"); null where nothing may be kept for paying early. */
export function finalDue({
  closingCents,
  early,
}: Pick<Statement, "closingCents" | "early">): { amountCents: Cents; untilOn: Day } | null {
  if (!early || early.offeredCents >= closingCents) return null;
  return { amountCents: minus(closingCents, early.offeredCents), untilOn: early.untilOn };
}

/** The earliest due date among what is open; null when nothing is. */
export function nextDueOn(statement: Statement): Day | null {
  const dues = statement.openItems.map((item) => item.dueOn).sort();
  return dues[0] ?? null;
}

/** What the rows of the two tables add up to. */
type RowSums = { activityCents: Cents; openCents: Cents };

/** A statement that doesn't foot is never shown, stored or sent (lessons.md 4, 16). */
export function assertFoots(statement: Statement): void {
  const activityCents = sum(statement.lines.map((line) => minus(line.chargeCents, line.creditCents)));
  const openCents = sum(statement.openItems.map((item) => item.openCents));
  assertSumsFoot(statement, { activityCents, openCents });
  const last = statement.lines.at(-1);
  assert(!last || last.balanceCents === statement.closingCents, "the last line ends at the closing balance");
  assertAccountsFoot(statement);
}

/** Each of several accounts by itself, and all of them together; every line and item is of one of them. */
function assertAccountsFoot({ accounts, lines, openItems, ...of }: Statement): void {
  if (!accounts) return;
  for (const { number, openingCents, closingCents, aging } of accounts) {
    const own = lines.filter((line) => line.account === number);
    const moved = sum(own.map((line) => minus(line.chargeCents, line.creditCents)));
    const open = sum(openItems.filter((item) => item.account === number).map((item) => item.openCents));
    assert(plus(openingCents, moved) === closingCents, "an account's opening plus activity is its closing");
    assert(open === aging.totalCents && aging.netCents === closingCents, "an account's items are its aging");
  }
  const numbers = new Set(accounts.map(({ number }) => number));
  assert(numbers.size === accounts.length, "each account is there once");
  assert(
    [...lines, ...openItems].every(({ account }) => account !== undefined && numbers.has(account)),
    "each line is of one account",
  );
  assert(sum(accounts.map((each) => each.openingCents)) === of.openingCents, "the openings are the opening");
  assert(sum(accounts.map((each) => each.closingCents)) === of.closingCents, "the closings are the closing");
}

/** The same of one whose rows were added up elsewhere. */
export function assertSumsFoot(head: StatementHead, { activityCents, openCents }: RowSums): void {
  const closing = plus(head.openingCents, activityCents);
  assert(closing === head.closingCents, "opening plus activity is the closing balance");
  assert(openCents === head.aging.totalCents, "the open items are the aging's total");
  assert(head.aging.netCents === head.closingCents, "buckets less unapplied credit is the closing");
}
