// Webhooks: each event of the books, told to a program of the business at an address of its own. Strictly one after the other:
// the next isn't sent before the one before was taken, so that whoever adds them up has every account as it stands.
import type { EventKind } from "../ledger/account.ts";
import type { Day } from "../values/day.ts";
import { decimalString, type Cents } from "../values/money.ts";

export const WEBHOOK_STATES = ["active", "paused", "given-up"] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** "Credit memo" of "credit-memo". */
export function kindName(kind: EventKind): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Seconds until the next try, by how many went wrong: soon at first, then hourly. */
const PAUSES = [5, 30, 120, 300, 900, 1800] as const;
export const pauseAfter = (tries: number): number => PAUSES[tries - 1] ?? 3600;

/** An endpoint that took nothing for so long is given up, and the admins hear of it. */
export const GIVE_UP_AFTER_SECONDS = 3 * 24 * 3600;

/** An event with all that it did, as the books keep it. */
export type WebhookEvent = {
  eventId: number;
  kind: EventKind;
  effectiveOn: Day;
  /** The month of the books that took it. */
  period: Day;
  recordedAt: string;
  label: string;
  documentId: string | null;
  reverses: number | null;
  account: {
    accountId: string;
    customerId: string;
    customerNumber: string;
    currency: string;
    /** Its place in the account's chain: 1, 2, 3 and so on, without a gap. */
    sequence: number;
    /** The event before it in that chain. */
    previousEventId: number | null;
  };
  amountCents: Cents;
  openItemsCents: Cents;
  openCreditCents: Cents;
  retainedCents: Cents;
  balanceAfterCents: Cents;
  item: { amountCents: Cents; issuedOn: Day; dueOn: Day; jobId: string | null } | null;
  creditCents: Cents | null;
  applied: { creditEventId: number; itemEventId: number; amountCents: Cents }[];
  reduced: { kind: string; itemEventId: number | null; creditEventId: number | null; amountCents: Cents }[];
  retainage: { invoiceId: string; line: number; amountCents: Cents }[];
};

/**
 * What is sent, as text. Amounts are decimal strings of the account's currency, signed as the books sign them: `amount`
 * is what the event does to the balance. Items and credits go by the number of the event that made them, so that open items
 * and open credit are added up as well as the balance.
 */
export function webhookBody(event: WebhookEvent): string {
  const { account } = event;
  const write = (amount: Cents) => decimalString(amount, account.currency);
  const { item, creditCents } = event;
  return JSON.stringify({
    type: event.kind,
    timestamp: event.recordedAt,
    data: {
      eventId: event.eventId,
      kind: event.kind,
      effectiveOn: event.effectiveOn,
      period: event.period,
      recordedAt: event.recordedAt,
      label: event.label,
      documentId: event.documentId,
      reverses: event.reverses,
      account,
      amount: write(event.amountCents),
      openItems: write(event.openItemsCents),
      openCredit: write(event.openCreditCents),
      retained: write(event.retainedCents),
      balanceAfter: write(event.balanceAfterCents),
      item: item && {
        amount: write(item.amountCents),
        issuedOn: item.issuedOn,
        dueOn: item.dueOn,
        jobId: item.jobId,
      },
      credit: creditCents === null ? null : { amount: write(creditCents) },
      applied: event.applied.map(({ amountCents, ...use }) => ({ ...use, amount: write(amountCents) })),
      reduced: event.reduced.map(({ amountCents, ...use }) => ({ ...use, amount: write(amountCents) })),
      retainage: event.retainage.map(({ amountCents, ...use }) => ({ ...use, amount: write(amountCents) })),
    },
  });
}
