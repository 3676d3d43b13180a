// Taking a payment before it is recorded: what was typed beside each open item, what is wrong with it, what is left for
// open credit, and what the account will be afterwards. Σ applied + to open credit = payment, always.
import { allocateOldestFirst, type Applied, type OpenItem } from "../ledger/allocation.ts";
import type { Day } from "../values/day.ts";
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
  /** An invoice's number, or what the item is called when it has none. */
  name: string;
  documentId: string | null;
  daysPastDue: number;
  amountCents: Cents;
  /** The child that owes it; left out where it is the account's own. */
  whose?: string;
};

/** One account as the payment screen needs it: oldest due first, and how many there are when not all are listed. */
export type PayingAccount = AccountSnapshot & {
  debts: Debt[];
  debtCount: number;
  /** Something of theirs is open that one check of this customer can pay, too. */
  childrenOwe: boolean;
};

/** What of a plan stays on the account itself, where it pays for others, too. */
export function ownPart({ applied, restCents }: Plan, debts: readonly Debt[]) {
  const others = new Set(debts.flatMap(({ itemId, whose }) => (whose === undefined ? [] : [itemId])));
  const sumOf = (isOther: boolean) =>
    sum(applied.filter(({ itemId }) => others.has(itemId) === isOther).map((each) => each.amountCents));
  const appliedCents = sumOf(false);
  return { appliedCents, paidCents: plus(appliedCents, restCents), childrenCents: sumOf(true) };
}

/** What was typed, by item; an empty text is nothing. */
export type Typed = Readonly<Record<number, string>>;

export type EntryFault = AmountFault | "below-zero" | "more-than-open" | "not-issued-yet" | "paid-meanwhile";

export type Plan = {
  applied: Applied[];
  appliedCents: Cents;
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

export function planOf(
  typed: Typed,
  debts: readonly OpenItem[],
  { budgetCents, on, currency, locale }: Budget,
): Plan {
  const open = new Map(debts.map((debt) => [debt.itemId, debt]));
  const faults = new Map<number, EntryFault>();
  const applied: Applied[] = [];
  for (const [key, text] of Object.entries(typed)) {
    if (text.trim() === "") continue;
    const itemId = Number(key);
    const amount = parseAmount(text, currency, locale);
    const debt = open.get(itemId);
    const fault = faultOf(amount, debt, on);
    if (fault) faults.set(itemId, fault);
    if (typeof amount === "number" && amount > 0) applied.push({ itemId, amountCents: amount });
  }
  const appliedCents = sum(applied.map((each) => each.amountCents));
  return { applied, appliedCents, restCents: minus(budgetCents, appliedCents), faults };
}

function faultOf(amount: Cents | AmountFault, debt: OpenItem | undefined, on: Day): EntryFault | null {
  if (!debt) return amount === ZERO ? null : "paid-meanwhile";
  if (typeof amount !== "number") return amount;
  if (amount < 0) return "below-zero";
  if (amount > debt.openCents) return "more-than-open";
  return amount > 0 && debt.issuedOn > on ? "not-issued-yet" : null;
}

/** One click on Apply: what the other entries leave, and never more than the item's balance. */
export function withOne(
  typed: Typed,
  debt: OpenItem,
  { plan, ...notation }: Notation & { plan: Plan },
): Typed {
  const mine = plan.applied.find((each) => each.itemId === debt.itemId)?.amountCents ?? ZERO;
  const left = larger(ZERO, plus(plan.restCents, mine));
  return { ...typed, [debt.itemId]: written(smaller(left, debt.openCents), notation) };
}

/** Oldest due first, then the lowest number: what the books do when nobody chose. */
export function oldestFirst(debts: readonly OpenItem[], { budgetCents, on, ...notation }: Budget): Typed {
  if (budgetCents <= 0) return {};
  const { applied } = allocateOldestFirst(budgetCents, on, debts);
  return Object.fromEntries(applied.map((each) => [each.itemId, written(each.amountCents, notation)]));
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
