// Paying a statement online: which open items an amount settles. The customer's own open credit goes first, what they object to is
// left out, and what was due first is settled first. When the money is there, it goes onto what of that is still open.
import { assert } from "../assert.ts";
import { oldestFirst, type Applied, type OpenItem } from "../ledger/allocation.ts";
import { Refusal } from "../refusal.ts";
import { RATE_DIGITS, inCents, parseDecimal, times } from "../values/decimal.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, plus, smaller, sum, type Cents } from "../values/money.ts";

export type PayableItem = OpenItem & { isDisputed: boolean };

/** What a customer chose to pay: all that is open, what is past due, so much, or these. */
export type PayChoice =
  | { kind: "all" }
  | { kind: "past-due" }
  | { kind: "amount"; amountCents: Cents }
  | { kind: "chosen"; itemIds: readonly number[] };

export type PlannedItem = { itemId: number; creditCents: Cents; payCents: Cents };
export type PayPlan = {
  /** In the order in which they are settled; none is settled by nothing. */
  items: PlannedItem[];
  /** Of the open credit. */
  creditCents: Cents;
  /** By the payment itself. */
  payCents: Cents;
};

/** `creditCents`: what is open and not set aside. */
type Payable = { items: readonly PayableItem[]; creditCents: Cents; today: Day };

/**
 * Refuses a disputed or unknown choice with "disputed-item" or "not-found", more than is left to pay with "more-than-open", and
 * "nothing-owed" where nothing is left that credit doesn't cover.
 */
export function planOnlinePayment(choice: PayChoice, { items, creditCents, today }: Payable): PayPlan {
  const counted = items.filter((item) => item.issuedOn <= today);
  const wanted = oldestFirst(wantedOf(choice, counted, today));
  const open = sum(wanted.map((item) => item.openCents));
  const most = minus(open, smaller(open, creditCents));
  if (most === ZERO) throw new Refusal("nothing-owed");
  const payCents = choice.kind === "amount" ? choice.amountCents : most;
  assert(payCents > 0, "a payment is more than nothing");
  if (payCents > most) throw new Refusal("more-than-open", { mostCents: most });
  return settle(wanted, { creditCents, payCents });
}

function wantedOf(choice: PayChoice, items: readonly PayableItem[], today: Day): readonly PayableItem[] {
  const undisputed = items.filter((item) => !item.isDisputed);
  if (choice.kind === "past-due") return undisputed.filter((item) => item.dueOn < today);
  if (choice.kind !== "chosen") return undisputed;
  const byId = new Map(items.map((item) => [item.itemId, item]));
  return [...new Set(choice.itemIds)].map((itemId) => {
    const item = byId.get(itemId);
    if (!item) throw new Refusal("not-found", { itemId });
    if (item.isDisputed) throw new Refusal("disputed-item", { itemId });
    return item;
  });
}

function settle(wanted: readonly OpenItem[], given: { creditCents: Cents; payCents: Cents }): PayPlan {
  const items: PlannedItem[] = [];
  let { creditCents: credit, payCents: pay } = given;
  for (const { itemId, openCents } of wanted) {
    const creditCents = smaller(credit, openCents);
    const payCents = smaller(pay, minus(openCents, creditCents));
    if (plus(creditCents, payCents) === ZERO) break;
    items.push({ itemId, creditCents, payCents });
    credit = minus(credit, creditCents);
    pay = minus(pay, payCents);
  }
  assert(pay === ZERO, "all of the payment is for something");
  return { items, creditCents: minus(given.creditCents, credit), payCents: given.payCents };
}

/** `creditLeftCents`: of the payment, what stays open credit, as what it was meant for is settled or gone. */
export type Booked = { fromCredit: Applied[]; paid: Applied[]; creditLeftCents: Cents };

/**
 * What a payment that has come in settles: of each item that it was meant for what is still open, credit first; never more, and
 * nothing that it wasn't meant for. `openCents`: of each item that is still open, what is; `creditCents`: what is free now.
 */
export function bookOnlinePayment(
  { items, payCents }: Pick<PayPlan, "items" | "payCents">,
  now: { openCents: ReadonlyMap<number, Cents>; creditCents: Cents },
): Booked {
  const [fromCredit, paid]: [Applied[], Applied[]] = [[], []];
  let credit = now.creditCents;
  let left = payCents;
  for (const { itemId, creditCents: planned, payCents: meant } of items) {
    const open = now.openCents.get(itemId) ?? ZERO;
    const byCredit = smaller(smaller(planned, open), credit);
    const byPayment = smaller(smaller(meant, minus(open, byCredit)), left);
    credit = minus(credit, byCredit);
    left = minus(left, byPayment);
    if (byCredit > ZERO) fromCredit.push({ itemId, amountCents: byCredit });
    if (byPayment > ZERO) paid.push({ itemId, amountCents: byPayment });
  }
  return { fromCredit, paid, creditLeftCents: left };
}

/** In percent, as the database keeps it: "0" for none. Rounded half up, once. */
export function surchargeOf(payCents: Cents, percent: string): Cents {
  const rate = parseDecimal(percent, RATE_DIGITS);
  assert(rate, `${percent} is a percentage`);
  return inCents(times({ units: BigInt(payCents), scale: 2 }, rate), 0);
}
