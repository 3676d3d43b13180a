// One customer's account as its page shows it: the figures, the unpaid invoices, and the history with its running balance.
import type {
  AccountFigures,
  CanCharge,
  CreditLimit,
  CreditStatus,
  CreditTerms,
  EventKind,
} from "../ledger/account.ts";
import type { Aging } from "../ledger/aging.ts";
import type { Day } from "../values/day.ts";
import type { Cents, GrossSum } from "../values/money.ts";

export type UnpaidInvoice = {
  itemId: number;
  documentId: string | null;
  /** Its invoice, where it is one. */
  invoiceId: string | null;
  /** What the document is called: an invoice number, or the kind of item when it has none. */
  number: string;
  /** The receipt that the charge came from. */
  receiptNumber: string | null;
  receiptId: string | null;
  /** Number and name. */
  job: string | null;
  jobId: string | null;
  issuedOn: Day;
  dueOn: Day;
  /** Positive when late, zero or negative when not yet due, as of the day asked for. */
  daysPastDue: number;
  amountCents: Cents;
  openCents: Cents;
  /** Payable now: the open amount less an unexpired prompt-payment discount. */
  dueNowCents: Cents;
};

/** Of all unpaid invoices that match, not only of those on a page. */
export type UnpaidTotals = { count: number; amountCents: GrossSum; openCents: Cents; dueNowCents: Cents };

export type HistoryLine = {
  /** The Event ID: unique within the business, gaps allowed. */
  eventId: number;
  effectiveOn: Day;
  recordedAt: string;
  kind: EventKind;
  /** "Invoice", "Check 4471", "House charge": what a person calls it. */
  type: string;
  invoiceNumber: string | null;
  invoiceId: string | null;
  paymentId: string | null;
  creditMemoId: string | null;
  /** The receipt that it was charged, paid or credited on. */
  receiptNumber: string | null;
  receiptId: string | null;
  chargeCents: Cents;
  creditCents: Cents;
  /** Net balance after this line, in order of effective date, then Event ID. */
  balanceCents: Cents;
  /** Total payment of the transaction when the receipt held other purchases. */
  totalPaidCents: Cents | null;
  notes: string;
  /** What its customer is told of it; null for nothing. */
  customerNote: string | null;
};

/** By which event a line was reversed, and which one it reverses itself; null for neither. */
export type ReversedBy = { reverses: number | null; reversedBy: number | null };

/** `about`: which credit was applied to what, or what was reversed, where the line has no paper of its own. */
export type HistoryPageLine = HistoryLine & ReversedBy & { about: string };

/** A page of history, newest first. */
export type HistoryPage = {
  lines: HistoryPageLine[];
  /** Where the older lines start; null where the account began. */
  next: string | null;
  /** Where the newer lines start; null on the newest page. */
  newer: string | null;
  /** A search reads so many events at a time: the day it came to; null when there was nothing left to read. */
  lookedTo: Day | null;
};

/** Everything the A/R page draws, read in one snapshot. */
export type AccountPage = {
  accountId: string;
  customerId: string;
  /** The number of a customer merged into this one, when it was that which was asked for. */
  mergedFrom: string | null;
  /** The numbers of the customers merged into this one. */
  mergedNumbers: readonly string[];
  /** Whose child they are. */
  parent: { customerId: string; name: string } | null;
  hasChildren: boolean;
  customerNumber: string;
  name: string;
  terms: string;
  email: string | null;
  /** What whoever serves them should know. */
  memo: string;
  isArchived: boolean;
  currency: string;
  /** Of each account that the customer has, the business's own first. */
  currencies: readonly string[];
  asOf: Day;
  /** As it was known at this instant; null is now. */
  knownAt: string | null;
  /** Today as known now: nothing on the page is of the past. */
  isToday: boolean;
  /** On hold whether somebody did it or age. */
  status: CreditStatus;
  limit: CreditLimit;
  /** The last day of the limit, where it is a temporary one. */
  limitUntil: Day | null;
  figures: AccountFigures;
  canCharge: CanCharge;
  /** As they stand today, whatever day the page speaks of. */
  credit: CreditTerms;
  aging: Aging;
  /** A page of those that match, and where the following one starts. */
  unpaid: UnpaidInvoice[];
  unpaidNext: string | null;
  unpaidTotals: UnpaidTotals;
  /** Of all that is unpaid, whatever is looked for. */
  unpaidCount: number;
  earmarks: { id: string; amountCents: Cents; note: string; by: string; madeAt: string }[];
  history: HistoryPage;
};
