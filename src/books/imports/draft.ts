// What each entry of a file posts. As a history: revenue on the invoice's day, money on the day it came. As open items: the
// invoice as it was, against opening balances on the day the books take it over, and what was paid of it before as credit
// from before the books. Nobody's money comes in twice.
import { assert, present } from "@/domain/assert.ts";
import type { Entry } from "@/domain/imports/entries.ts";
import { postCreditMemo } from "@/domain/invoices/credit-memo.ts";
import { postInvoice, postOpeningCredit, postOpeningItem } from "@/domain/invoices/invoice.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import { PAYMENT_METHODS } from "@/domain/ledger/payment-method.ts";
import { later, type Day } from "@/domain/values/day.ts";
import { dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { ZERO, minus, type Cents } from "@/domain/values/money.ts";
import type { Matched } from "./match-customers.ts";

/** One event to come. `settles`: what pays the entry's own invoice. */
export type Happening = {
  entry: Entry;
  accountId: string;
  settles: boolean;
  on: Day;
  memo: string;
  amountCents: Cents;
  dueOn: Day;
  /** On the one line of its invoice, where it isn't a file's. */
  says?: string;
};

export type Way = { kind: "history" } | { kind: "open"; asOf: Day };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Account by account, as the file names them, so that each is moved in few statements: a row that one transaction writes a thousand times is slow to
 * find. Within one, in the order of the days they count from; on one day an invoice comes before what settles it.
 */
export function happeningsOf(
  entries: readonly Entry[],
  customers: ReadonlyMap<string, Matched>,
  way: Way,
): Happening[] {
  const all = entries.flatMap((entry): Happening[] => {
    const { accountId, terms } = present(customers.get(entry.customer), "every customer has an account");
    const dueOn = later(entry.dueOn ?? dueUnder(keptTerms(terms), entry.on), entry.on);
    const on = way.kind === "open" ? way.asOf : entry.on;
    const used = entry.paid?.cents ?? ZERO;
    const same = { entry, accountId, dueOn };
    if (entry.kind !== "invoice")
      return [
        {
          ...same,
          on,
          settles: false,
          amountCents: minus(entry.amountCents, used),
          memo: memoOf(entry, way),
        },
      ];
    const issued = { ...same, on, settles: false, amountCents: entry.amountCents, memo: "" };
    if (used === ZERO) return [issued];
    const paidOn =
      way.kind === "open" ? way.asOf : present(entry.paid?.on, "a history says when it was paid");
    return [issued, { ...same, on: paidOn, settles: true, amountCents: used, memo: `On ${entry.number}` }];
  });
  const places = new Map([...new Set(all.map(({ accountId }) => accountId))].map((id, at) => [id, at]));
  const placeOf = ({ accountId }: Happening) => places.get(accountId) ?? 0;
  return all
    .filter(({ amountCents }) => amountCents > ZERO)
    .sort((a, b) => placeOf(a) - placeOf(b) || compare(a.on, b.on) || Number(a.settles) - Number(b.settles));
}

/** `items`: the event that made each entry's invoice, kept from one call to the next. */
export function postingOf(
  happening: Happening,
  place: EventHeader,
  { way, documentId, items }: { way: Way; documentId: string; items: Map<Entry, number> },
): Posting {
  const { entry, settles, amountCents, dueOn } = happening;
  if (entry.kind === "invoice" && !settles) {
    if (entry.paid) items.set(entry, place.number);
    return way.kind === "open"
      ? postOpeningItem(place, { documentId, issuedOn: entry.on, dueOn, amountCents })
      : postInvoice(place, { invoiceId: documentId, dueOn, subtotalCents: amountCents, taxCents: ZERO });
  }
  const applied = settles
    ? [{ itemId: present(items.get(entry), "an invoice comes before what settles it"), amountCents }]
    : [];
  items.delete(entry);
  if (way.kind === "open") return postOpeningCredit(place, { issuedOn: entry.on, amountCents, applied });
  if (entry.kind === "credit")
    return postCreditMemo(place, {
      creditMemoId: documentId,
      subtotalCents: amountCents,
      taxCents: ZERO,
      applied,
    });
  assert(entry.kind === "payment" || settles, "what is left is money");
  return postPayment(place, {
    paymentId: documentId,
    amountCents,
    label: labelOf(settles ? null : entry),
    applied,
  });
}

/** What label says neither the number nor the memo of, the event does; both, where it is money of these books. */
function memoOf({ kind, method, number, memo }: Entry, way: Way): string {
  if (way.kind === "open" || kind !== "payment") return number || memo;
  return method ? memo : [number, memo].filter(Boolean).join(" · ");
}

/** "Check 4471", as of a payment that is recorded by hand; where the file doesn't say how it came, "Payment". */
function labelOf(entry: Entry | null): string {
  if (!entry?.method) return PAYMENT_METHODS["record-only"];
  return [PAYMENT_METHODS[entry.method], entry.number].filter(Boolean).join(" ");
}
