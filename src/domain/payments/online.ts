// Paying a statement online: which open items an amount settles. The customer's own open credit goes first, what they object to is
// left out, what was due first is settled first, and what may be kept for paying early is kept. When the money is there, it goes onto
// what of that is still open.
import { assert } from "../assert.ts";
import { oldestFirst, type Applied, type OpenItem } from "../ledger/allocation.ts";
import { Refusal } from "../refusal.ts";
import { RATE_DIGITS, inCents, parseDecimal, times } from "../values/decimal.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, plus, smaller, sum, type Cents } from "../values/money.ts";
import { offerOn, type Offer } from "../values/terms.ts";

/** `offer`: what may be kept of it for paying early, and until when. */
export type PayableItem = OpenItem & { isDisputed: boolean; offer: Offer | null };

/** What a customer chose to pay: all that is open, what is past due, so much (`itemIds`: of these alone), or these. */
export type PayChoice =
  | { kind: "all" }
  | { kind: "past-due" }
  | { kind: "amount"; amountCents: Cents; itemIds?: readonly number[] }
  | { kind: "chosen"; itemIds: readonly number[] };

/** `discountCents`: what is kept of it, where the payment settles the rest in time. */
export type PlannedItem = { itemId: number; creditCents: Cents; payCents: Cents; discountCents: Cents };
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
  const wanted = wantedOf(choice, counted, today);
  const all = planAll(wanted, { creditCents, today });
  if (all.payCents === ZERO) throw new Refusal("nothing-owed");
  if (choice.kind !== "amount") return all;
  const { amountCents: mostCents } = choice;
  assert(mostCents > 0, "a payment is more than nothing");
  if (mostCents > all.payCents) throw new Refusal("more-than-open", { mostCents: all.payCents });
  const plan = settle(wanted, { creditCents, today, mostCents });
  assert(plan.payCents === mostCents, "all of the payment is for something");
  return plan;
}

function wantedOf(choice: PayChoice, items: readonly PayableItem[], today: Day): readonly PayableItem[] {
  const undisputed = items.filter((item) => !item.isDisputed);
  if (choice.kind === "past-due") return undisputed.filter((item) => item.dueOn < today);
  if (choice.kind === "all" || choice.itemIds === undefined) return undisputed;
  const byId = new Map(items.map((item) => [item.itemId, item]));
  return [...new Set(choice.itemIds)].map((itemId) => {
    const item = byId.get(itemId);
    if (!item) throw new Refusal("not-found", { itemId });
    if (item.isDisputed) throw new Refusal("disputed-item", { itemId });
    return item;
  });
}

/** All of these, in the order in which they are settled; nothing is paid where credit covers them. */
export function planAll(wanted: readonly PayableItem[], given: Omit<Payable, "items">): PayPlan {
  return settle(wanted, { ...given, mostCents: sum(wanted.map((item) => item.openCents)) });
}

type Means = { creditCents: Cents; today: Day; mostCents: Cents };

/** By at most so much beside the credit. */
function settle(wanted: readonly PayableItem[], { creditCents, today, mostCents }: Means): PayPlan {
  const items: PlannedItem[] = [];
  let [credit, left] = [creditCents, mostCents];
  for (const { itemId, openCents, offer } of oldestFirst(wanted)) {
    const keptCents = offerOn(offer, today)?.offeredCents ?? ZERO;
    const part =
      early({ openCents, keptCents, credit, left }) ?? whole({ openCents, keptCents: ZERO, credit, left });
    if (plus(part.creditCents, part.payCents) === ZERO) break;
    items.push({ itemId, ...part });
    credit = minus(credit, part.creditCents);
    left = minus(left, part.payCents);
  }
  return { items, creditCents: minus(creditCents, credit), payCents: minus(mostCents, left) };
}

type Open = { openCents: Cents; keptCents: Cents; credit: Cents; left: Cents };

/** Credit first, then as much of the payment as there is. */
function whole({ openCents, keptCents, credit, left }: Open): Omit<PlannedItem, "itemId"> {
  const owedCents = minus(openCents, keptCents);
  const creditCents = smaller(credit, owedCents);
  return { creditCents, payCents: smaller(left, minus(owedCents, creditCents)), discountCents: keptCents };
}

/** Something is kept only with a payment that settles the rest: null where it doesn't, or credit alone would. */
function early(open: Open): Omit<PlannedItem, "itemId"> | null {
  if (open.keptCents === ZERO) return null;
  const part = whole(open);
  const settledCents = plus(plus(part.creditCents, part.payCents), open.keptCents);
  return part.payCents > ZERO && settledCents === open.openCents ? part : null;
}

/** `creditLeftCents`: of the payment, what stays open credit, as what it was meant for is settled or gone. */
export type Booked = { fromCredit: Applied[]; paid: Applied[]; kept: Applied[]; creditLeftCents: Cents };

/**
 * `openCents`: of each item that is still open, what is; `creditCents`: what is free now; `offers`: what may be kept of each on the day
 * that it was paid on.
 */
type Now = {
  openCents: ReadonlyMap<number, Cents>;
  creditCents: Cents;
  offers: ReadonlyMap<number, Cents>;
};

/**
 * What a payment that has come in settles: of each item that it was meant for what is still open, credit first; never more, and
 * nothing that it wasn't meant for. What was to be kept is kept where that is still offered and settles the item.
 */
export function bookOnlinePayment(
  { items, payCents }: Pick<PayPlan, "items" | "payCents">,
  now: Now,
): Booked {
  const [fromCredit, paid, kept]: [Applied[], Applied[], Applied[]] = [[], [], []];
  let credit = now.creditCents;
  let left = payCents;
  for (const { itemId, creditCents, payCents: meant, discountCents } of items) {
    const openCents = now.openCents.get(itemId) ?? ZERO;
    const keptCents = smaller(discountCents, smaller(now.offers.get(itemId) ?? ZERO, openCents));
    const means = { openCents, credit: smaller(creditCents, credit), left: smaller(meant, left) };
    const part = early({ ...means, keptCents }) ?? whole({ ...means, keptCents: ZERO });
    credit = minus(credit, part.creditCents);
    left = minus(left, part.payCents);
    if (part.creditCents > ZERO) fromCredit.push({ itemId, amountCents: part.creditCents });
    if (part.payCents > ZERO) paid.push({ itemId, amountCents: part.payCents });
    if (part.discountCents > ZERO) kept.push({ itemId, amountCents: part.discountCents });
  }
  return { fromCredit, paid, kept, creditLeftCents: left };
}

/** In percent, as the database keeps it: "0" for none. Rounded half up, once. */
export function surchargeOf(payCents: Cents, percent: string): Cents {
  const rate = parseDecimal(percent, RATE_DIGITS);
  assert(rate, `${percent} is a percentage`);
  return inCents(times({ units: BigInt(payCents), scale: 2 }, rate), 0);
}
