// Taking a payment before it is recorded: what was typed beside each open item, what is wrong with it, what is left for
// open credit, and what the account will be afterwards. Σ applied + to open credit = payment, always.
import { allocateOldestFirst, type Applied, type OpenItem } from "../ledger/allocation.ts";
import type { Day } from "../values/day.ts";
import { offerOn, type Offer } from "../values/terms.ts";
import type { AccountSnapshot } from "../ledger/account-snapshot.ts";
import {
  ZERO,
  larger,
  minus,
  parseAmount,
  plus,
  smaller,
  sum,
  typedAmount,
  type AmountFault,
  type Cents,
} from "../values/money.ts";
import type { Notation } from "../values/written-number.ts";

/** An open item as the payment screen lists it. */
export type Debt = OpenItem & {
  /** What may be kept of it for paying early; null where its terms give nothing, or it was kept before. */
  offer: Offer | null;
  /** An invoice's number, or what the item is called when it has none. */
  name: string;
  documentId: string | null;
  /** The job that it is of; left out where it is of none. */
  jobId?: string;
  daysPastDue: number;
  amountCents: Cents;
  /** The child that owes it; left out where it is the account's own. */
  whose?: string;
  /** The number and name of the job that it was billed on. */
  job?: string;
};

/** One account as the payment screen needs it: oldest due first, and how many there are when not all are listed. */
export type PayingAccount = AccountSnapshot & {
  debts: Debt[];
  debtCount: number;
  /** Something of theirs is open that one check of this customer can pay, too. */
  childrenOwe: boolean;
};

/** What of a plan stays on the account itself, where it pays for others, too. */
export function ownPart({ applied, discounts, restCents }: Plan, debts: readonly Debt[]) {
  const others = new Set(debts.flatMap(({ itemId, whose }) => (whose === undefined ? [] : [itemId])));
  const sumOf = (settled: readonly Applied[], isOther: boolean) =>
    sum(settled.filter(({ itemId }) => others.has(itemId) === isOther).map((each) => each.amountCents));
  const appliedCents = sumOf(applied, false);
  return {
    appliedCents,
    paidCents: plus(appliedCents, restCents),
    discountCents: sumOf(discounts, false),
    childrenCents: sumOf(applied, true),
  };
}

/** What was typed, by item; an empty text is nothing. */
export type Typed = Readonly<Record<number, string>>;

/** What is typed beside each item, and of which the discount is kept, whether the payment is in time or not. */
export type Choosing = { typed: Typed; kept: readonly number[] };

export type EntryFault =
  | AmountFault
  | "discount-in-part"
  | "below-zero"
  | "more-than-open"
  | "not-issued-yet"
  | "paid-meanwhile";

export type Plan = {
  applied: Applied[];
  appliedCents: Cents;
  /** Kept for paying early. */
  discounts: Applied[];
  discountCents: Cents;
  /** What stays open credit; below zero when more is applied than there is. */
  restCents: Cents;
  faults: ReadonlyMap<number, EntryFault>;
};

/** Reads an amount of money that is to be paid; an empty text is "missing". */
export function readPaid(
  text: string,
  { currency, locale }: Notation,
): Cents | AmountFault | "missing" | "below-zero" {
  if (text.trim() === "") return "missing";
  const amount = parseAmount(text, currency, locale);
  return typeof amount === "number" && amount <= 0 ? "below-zero" : amount;
}

type Budget = Notation & { budgetCents: Cents; on: Day };

/** Whether a payment of that day is in time for what is offered. */
export const isInTime = ({ offer }: Pick<Debt, "offer">, on: Day): boolean => offerOn(offer, on) !== null;

/** What is left to pay of an item whose discount is kept. */
const lessOffer = ({ openCents, offer }: Debt): Cents => minus(openCents, offer?.offeredCents ?? ZERO);

export function planOf(
  { typed, kept }: Choosing,
  debts: readonly Debt[],
  { budgetCents, on, currency, locale }: Budget,
): Plan {
  const open = new Map(debts.map((debt) => [debt.itemId, debt]));
  const faults = new Map<number, EntryFault>();
  const applied: Applied[] = [];
  const discounts: Applied[] = [];
  for (const [key, text] of Object.entries(typed)) {
    if (text.trim() === "") continue;
    const itemId = Number(key);
    const amount = parseAmount(text, currency, locale);
    const debt = open.get(itemId);
    const offer = kept.includes(itemId) ? (debt?.offer ?? null) : null;
    const fault = faultOf(amount, debt, { on, isKept: offer !== null });
    if (fault) faults.set(itemId, fault);
    if (typeof amount === "number" && amount > 0) applied.push({ itemId, amountCents: amount });
    if (offer && amount !== ZERO) discounts.push({ itemId, amountCents: offer.offeredCents });
  }
  const appliedCents = sum(applied.map((each) => each.amountCents));
  const discountCents = sum(discounts.map((each) => each.amountCents));
  const restCents = minus(budgetCents, appliedCents);
  return { applied, appliedCents, discounts, discountCents, restCents, faults };
}

function faultOf(
  amount: Cents | AmountFault,
  debt: Debt | undefined,
  { on, isKept }: { on: Day; isKept: boolean },
): EntryFault | null {
  if (!debt) return amount === ZERO ? null : "paid-meanwhile";
  if (typeof amount !== "number") return amount;
  if (amount < 0) return "below-zero";
  if (amount > debt.openCents) return "more-than-open";
  if (isKept && amount !== ZERO && amount !== lessOffer(debt)) return "discount-in-part";
  return amount > 0 && debt.issuedOn > on ? "not-issued-yet" : null;
}

const chosenWith = ({ typed, kept }: Choosing, itemId: number, text: string, isKept: boolean): Choosing => ({
  typed: { ...typed, [itemId]: text },
  kept: [...kept.filter((each) => each !== itemId), ...(isKept ? [itemId] : [])],
});

/**
 * One click on Apply: what the other entries leave, and never more than the item's balance; less its discount where the
 * payment is in time and pays the rest of it.
 */
export function withOne(
  choosing: Choosing,
  debt: Debt,
  { plan, on, ...notation }: Notation & { plan: Plan; on: Day },
): Choosing {
  const mine = plan.applied.find((each) => each.itemId === debt.itemId)?.amountCents ?? ZERO;
  const left = larger(ZERO, plus(plan.restCents, mine));
  const isKept = isInTime(debt, on) && left >= lessOffer(debt);
  const amountCents = isKept ? lessOffer(debt) : smaller(left, debt.openCents);
  return chosenWith(choosing, debt.itemId, written(amountCents, notation), isKept);
}

/** One click on its discount: it is kept, and the rest is what is paid of it; or it isn't, and all of it is. */
export function withOffer(choosing: Choosing, debt: Debt, notation: Notation): Choosing {
  const isKept = !choosing.kept.includes(debt.itemId);
  const amountCents = isKept ? lessOffer(debt) : debt.openCents;
  return chosenWith(choosing, debt.itemId, written(amountCents, notation), isKept);
}

/**
 * Oldest due first, then the lowest number: what the books do when nobody chose. What is paid in full and in time is paid
 * less its discount.
 */
export function oldestFirst(debts: readonly Debt[], { budgetCents, on, ...notation }: Budget): Choosing {
  if (budgetCents <= 0) return { typed: {}, kept: [] };
  const offered = debts.filter((debt) => isInTime(debt, on) && lessOffer(debt) > 0);
  const less = new Map(offered.map((debt) => [debt.itemId, lessOffer(debt)]));
  const asked = debts.map((debt) => ({ ...debt, openCents: less.get(debt.itemId) ?? debt.openCents }));
  const { applied } = allocateOldestFirst(budgetCents, on, asked);
  const whole = applied.filter((each) => less.get(each.itemId) === each.amountCents);
  return {
    typed: Object.fromEntries(applied.map((each) => [each.itemId, written(each.amountCents, notation)])),
    kept: whole.map((each) => each.itemId),
  };
}

const written = (amount: Cents, { currency, locale }: Notation): string =>
  amount === ZERO ? "" : typedAmount(amount, currency, locale);

/** Since the page was drawn: how an item's balance changed, or that it was paid. */
export function changesSince(before: readonly Debt[], now: readonly Debt[]): ReadonlyMap<number, Cents> {
  const open = new Map(now.map((debt) => [debt.itemId, debt.openCents]));
  const changed = before.filter((debt) => (open.get(debt.itemId) ?? ZERO) !== debt.openCents);
  return new Map(changed.map((debt) => [debt.itemId, debt.openCents]));
}

/** "2011" and "inv-2011" find INV-02011: any part of the number, in any case, with or without its leading zeros. */
export function foundByNumber(number: string, search: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/(^|\D)0+(?=\d)/g, "$1");
  const wanted = search.trim();
  return number.toLowerCase().includes(wanted.toLowerCase()) || plain(number).includes(plain(wanted));
}
