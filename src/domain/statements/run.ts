// A run: the statements of many customers at once, by one choice of whom and what. It is rehearsed first: each statement is
// drawn up and looked at, nothing is numbered; what a person should see before it goes out is listed. Then each is made once.
import { BUCKETS } from "../ledger/aging.ts";
import type { Day } from "../values/day.ts";
import { minus, type Cents } from "../values/money.ts";
import type { Statement } from "./statement.ts";
import type { StatementKind } from "./kinds.ts";

export const RUN_DELIVERIES = { mail: "E-mail", print: "Print", none: "Neither" } as const;
export type RunDelivery = keyof typeof RUN_DELIVERIES;

export const RUN_STATES = {
  rehearsing: "Being rehearsed",
  rehearsed: "Waiting for approval",
  running: "Under way",
  done: "Done",
  cancelled: "Cancelled",
} as const;
export type RunState = keyof typeof RUN_STATES;

export const ENTRY_STATES = {
  ready: "To be made",
  skipped: "Not in it",
  made: "Made",
  failed: "Failed",
} as const;
export type EntryState = keyof typeof ENTRY_STATES;

/** Who gets one. Left out or null: whoever has anything to be told. */
export type RunSelection = {
  /** Who owes as much at least, net. */
  minCents: Cents | null;
  pastDueOnly: boolean;
  /** Who had activity within the days of the statement. */
  activeOnly: boolean;
  /** Whose statements can go this way: to an address for mails, or only to one for letters. */
  reachedBy: "mail" | "letter" | null;
  /** A discount class. */
  classId: string | null;
  /** A label of the business's own. */
  labelId: string | null;
  /** Billing terms, as their code. */
  terms: string | null;
  /** One statement for a parent and its branches. */
  families: boolean;
};

/** Why a customer gets none. */
export const SKIP_REASONS = {
  nothing: "Nothing is owed, and nothing happened",
  minimum: "Owes less than the minimum",
  "not-past-due": "Nothing is past due",
  inactive: "No activity",
  "other-delivery": "Gets statements another way",
  "mail-back": "Mail to each address of theirs came back: only a letter reaches them",
  "mail-stopped": "Asked for no statements that come by themselves: only a letter reaches them",
  "other-group": "Not of the chosen group",
  "on-parents": "On its parent’s statement",
  "left-out": "Left out by hand",
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

/** What somebody should look at before it goes out. */
export const RUN_EXCEPTIONS = {
  jumped: "The balance is more than twice that of the last statement",
  "new-credit": "The account came into credit",
  "first-address": "Nothing was mailed to this address before",
  bounced: "Mail to an address of theirs failed or came back",
  stopped: "An address of theirs asked for no statements that come by themselves",
  disputed: "An invoice is disputed",
  "credit-covers": "Unapplied credit would pay some of what is overdue",
  "no-address": "There is no address to send it to",
} as const;
export type RunException = keyof typeof RUN_EXCEPTIONS;

/** What is known of the customer beside the statement. */
export type RunContext = {
  /** The first of their addresses that mail doesn't come back from. */
  email: string | null;
  /** The first of those that takes mails that come by themselves, too. */
  unaskedEmail: string | null;
  hasAddress: boolean;
  classId: string | null;
  labelIds: readonly string[];
  /** Their billing terms' code. */
  terms: string;
  isDisputed: boolean;
  /** The closing balance of the last statement that was issued. */
  lastClosingCents: Cents | null;
  /** How the last mail to the address went; null before the first. */
  lastMail: "queued" | "sent" | "failed" | "bounced" | null;
  /** Whether mail to any address of theirs came back: that one isn't mailed. */
  isBounced: boolean;
  /** Whether any address of theirs asked for no mails that come by themselves. */
  isStopped: boolean;
};

export type Judged = { skip: SkipReason } | { skip: null; exceptions: RunException[] };

type Chosen = { selection: RunSelection; deliver: RunDelivery; isScheduled: boolean };

export function judge(statement: Statement, context: RunContext, chosen: Chosen): Judged {
  const skip = skipReason(statement, context, chosen);
  return skip ? { skip } : { skip: null, exceptions: exceptionsOf(statement, context, chosen) };
}

function skipReason(
  statement: Statement,
  context: RunContext,
  { selection, isScheduled }: Omit<Chosen, "deliver">,
): SkipReason | null {
  const { aging, lines, closingCents, openingCents } = statement;
  const isEmpty = aging.totalCents === 0 && aging.unappliedCents === 0 && lines.length === 0;
  if (isEmpty && openingCents === 0) return "nothing";
  if (selection.classId !== null && context.classId !== selection.classId) return "other-group";
  if (selection.labelId !== null && !context.labelIds.includes(selection.labelId)) return "other-group";
  if (selection.terms !== null && context.terms !== selection.terms) return "other-group";
  const mailed = isScheduled ? context.unaskedEmail : context.email;
  if (selection.reachedBy === "mail" && mailed === null) return unmailed(context);
  if (selection.reachedBy === "letter" && mailed !== null) return "other-delivery";
  if (selection.minCents !== null && closingCents < selection.minCents) return "minimum";
  if (selection.pastDueOnly && overdueOf(statement) === 0) return "not-past-due";
  if (selection.activeOnly && !wasActive(statement)) return "inactive";
  return null;
}

function unmailed({ email, isBounced }: RunContext): SkipReason {
  if (email !== null) return "mail-stopped";
  return isBounced ? "mail-back" : "other-delivery";
}

const overdueOf = ({ aging }: Statement): Cents => minus(aging.totalCents, aging.current);

/** An open item statement lists no activity, so it counts what was made within its days. */
const wasActive = ({ lines, fromOn }: Statement): boolean => lines.some((line) => line.onDay >= fromOn);

/** A balance of a few dollars that doubled is none that anybody should look at. */
const JUMP_FROM = 100_00;

function exceptionsOf(
  statement: Statement,
  context: RunContext,
  { deliver, isScheduled }: Omit<Chosen, "selection">,
): RunException[] {
  const { closingCents, aging } = statement;
  const { lastClosingCents: last, lastMail, email } = context;
  const told: Record<RunException, boolean> = {
    jumped: last !== null && last > 0 && closingCents >= JUMP_FROM && closingCents > 2 * last,
    "new-credit": closingCents < 0 && (last === null || last >= 0),
    "first-address": deliver === "mail" && email !== null && lastMail === null,
    bounced: deliver === "mail" && (context.isBounced || lastMail === "failed" || lastMail === "bounced"),
    stopped: deliver === "mail" && isScheduled && context.isStopped,
    disputed: context.isDisputed,
    "credit-covers":
      aging.unappliedCents > 0 && BUCKETS.some((name) => name !== "current" && aging[name] > 0),
    "no-address": deliver === "mail" ? email === null : deliver === "print" && !context.hasAddress,
  };
  return EXCEPTIONS.filter((name) => told[name]);
}

const isException = (name: string): name is RunException => Object.hasOwn(RUN_EXCEPTIONS, name);
const EXCEPTIONS = Object.keys(RUN_EXCEPTIONS).filter(isException);

/** As many papers as are one file; a printer's tray and a browser's memory hold no more. */
export const PRINTED_AT_ONCE = 500;

/** What the first sheet of a printed run says: which of its statements lie behind it, counted from 1. */
export type RunCover = {
  business: Statement["business"];
  currency: string;
  kind: StatementKind;
  asOf: Day;
  first: number;
  last: number;
  of: number;
  /** "S-00012 to S-00511". */
  numbers: string;
  closingCents: Cents;
  pages: number;
};
