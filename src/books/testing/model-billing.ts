// What the model makes of an invoice that is issued from a draft, of a credit memo that takes lines of one back, and of what
// is kept for paying early. Reckoned from the formulas of product.md, not by the domain's functions.
import { addDays } from "@/domain/values/day.ts";
import { OWN, No, SELF, draft, nth, type Command, type Decided } from "./model-command.ts";
import { chosenOf, mustBeOpen, spareOf } from "./model-chosen.ts";
import {
  allOf,
  heldBack,
  openItems,
  standsOf,
  total,
  type Fact,
  type Model,
  type OpenItem,
  type Taken,
} from "./model.ts";

/** Thousandths of a percent, of the state and of the city. */
const RATES = [6_875, 1_500] as const;
/** Percent, kept for paying early under the terms that have it. */
const EARLY = 2;

/** `a × b / c`, half up. */
const share = (a: number, b: number, c: number): number =>
  Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)));

/** By largest remainder; of two alike the first gets the cent. */
function split(amount: number, weights: readonly number[]): number[] {
  const whole = total(weights);
  if (whole === 0) return weights.map((_, at) => (at === 0 ? amount : 0));
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const floors = exact.map((each) => Number(each / BigInt(whole)));
  const rests = exact.map((each) => each % BigInt(whole));
  const lucky = [...rests.keys()]
    .sort((a, b) => Number((rests[b] ?? 0n) - (rests[a] ?? 0n)) || a - b)
    .slice(0, amount - total(floors));
  return floors.map((floor, at) => floor + (lucky.includes(at) ? 1 : 0));
}

export function issued(
  model: Model,
  { who, on, lines, percent, early, job }: Extract<Command, { do: "issue" }>,
): Decided {
  if (job !== undefined && model.jobs[job]?.who !== who) throw new No("job-of-another");
  const totals = lines.map((line) => share(line.quantity, line.price, 10_000));
  const taxed = totals.map((each, at) => (lines[at]?.taxable ? each : 0));
  const taxes = RATES.map((rate) => share(total(taxed), rate, 100_000));
  const ofLines = taxes.map((tax) => (tax === 0 ? taxed.map(() => 0) : split(tax, taxed)));
  const held = totals.map((each) => share(each, percent, 100));
  const amount = total(totals) + total(taxes) - total(held);
  const bill = {
    id: OWN,
    lines: totals.map((each, at) => ({ total: each, tax: total(ofLines.map((tax) => tax[at] ?? 0)) })),
    taxes,
    early,
  };
  const item = amount > 0 ? { amount, due: addDays(on, 30), document: OWN, job } : null;
  const withheld = held.flatMap((each, at) => (each > 0 ? [{ line: `${OWN}#${at + 1}`, amount: each }] : []));
  const made = draft("invoice", { who, on }, { item, bill, held: withheld, tax: taxes });
  return { drafts: [made], released: [] };
}

type Left = { total: number; tax: number; held: number };

/** What of a bill no credit memo took that stands, and what of it is still held back. */
export function leftOf(model: Model, bill: Fact): { lines: Left[]; taxes: number[]; most: number } {
  const id = bill.bill?.id ?? "";
  const taken = model.facts.filter((fact) => fact.taken?.invoice === id && standsOf(model, fact));
  const held = heldBack(model.facts);
  const lines = (bill.bill?.lines ?? []).map((line, at) => {
    const gone = taken.flatMap((fact) => fact.taken?.lines.filter((each) => each.line === at) ?? []);
    return {
      total: line.total - total(gone.map((each) => each.total)),
      tax: line.tax - total(gone.map((each) => each.tax)),
      held: held.get(`${id}#${at + 1}`) ?? 0,
    };
  });
  const taxes = (bill.bill?.taxes ?? []).map(
    (tax, at) => tax - total(taken.map((fact) => fact.taken?.taxes[at] ?? 0)),
  );
  const bears = total(lines.map((line) => line.total + line.tax - line.held));
  return { lines, taxes, most: bears - givenUpOf(model, bill) };
}

/** Written off, or let go as a discount, on whatever account it is now. */
function givenUpOf(model: Model, bill: Fact): number {
  const label = bill.item?.document;
  const items = new Set(
    model.facts.filter((fact) => fact.item && fact.item.document === label).map((fact) => fact.number),
  );
  const up = new Set(
    model.facts.filter(({ kind }) => kind === "write-off" || kind === "discount").map((fact) => fact.number),
  );
  const uses = model.facts.flatMap((fact) => fact.uses);
  return total(uses.filter((use) => items.has(use.itemId) && up.has(use.creditId)).map((use) => use.amount));
}

export function credited(model: Model, command: Extract<Command, { do: "credit" }>): Decided {
  const { on, choice } = command;
  if (on > model.today) throw new No("date-in-future");
  const bill = model.facts.find((fact) => fact.bill?.id === command.invoice);
  if (!bill) throw new No("not-found");
  if (model.facts.some((fact) => fact.reverses === bill.number)) throw new No("invoice-voided");
  if (on < bill.on) throw new No("before-invoice");
  const { who } = bill;
  const left = leftOf(model, bill);
  const chosen = chosenLines(left, choice).filter((line) => line.total + line.tax > 0);
  if (chosen.length === 0) throw new No("nothing-credited");
  const [subtotal, tax, freed] = (["total", "tax", "held"] as const).map((part) =>
    total(chosen.map((line) => line[part])),
  ) as [number, number, number];
  const credit = subtotal + tax - freed;
  if (givenUpOf(model, bill) > 0 && credit > left.most) throw new No("given-up-since");
  const taxes = tax === 0 ? left.taxes.map(() => 0) : split(tax, left.taxes);
  const own = openItems(allOf(model, who))
    .map((item) => ({ ...item, open: Math.min(item.open, spareOf(model, { who, on }, item.id)) }))
    .find((item) => item.document === bill.item?.document && item.open > 0 && item.on <= on);
  const settled = Math.min(own?.open ?? 0, credit);
  const made = draft(
    "credit-memo",
    { who, on },
    {
      credit: credit > 0 ? credit : null,
      uses: own && settled > 0 ? [{ creditId: SELF, itemId: own.id, amount: settled }] : [],
      held: chosen
        .filter((line) => line.held > 0)
        .map((line) => ({ line: `${command.invoice}#${line.line + 1}`, amount: -line.held })),
      taken: { invoice: command.invoice, lines: chosen, taxes },
      tax: taxes.map((each) => -each),
    },
  );
  return { drafts: [made], released: [] };
}

type Chosen = Taken["lines"][number] & { held: number };

function chosenLines(
  { lines, most }: ReturnType<typeof leftOf>,
  choice: Extract<Command, { do: "credit" }>["choice"],
): Chosen[] {
  if (choice.by === "whole") return lines.map((line, at) => ({ line: at, ...line }));
  if (choice.by === "line") {
    const line = lines[choice.line];
    if (!line) throw new No("not-found");
    if (choice.amount > line.total) throw new No("more-than-billed");
    const part = (whole: number) => (line.total === 0 ? 0 : share(whole, choice.amount, line.total));
    return [{ line: choice.line, total: choice.amount, tax: part(line.tax), held: part(line.held) }];
  }
  if (choice.amount > most) throw new No("more-than-billed");
  const bears = lines.map((line) => line.total + line.tax - line.held);
  const parts = split(choice.amount, bears);
  return lines.map((line, at) => {
    const [part = 0, bear = 0] = [parts[at], bears[at]];
    if (part === 0) return { line: at, total: 0, tax: 0, held: 0 };
    const held = share(line.held, part, bear);
    const [net = 0, tax = 0] = split(part + held, [line.total, line.tax]);
    return { line: at, total: net, tax, held };
  });
}

/** What may be kept of an item for paying early: of its subtotal, no more than is open, once. */
export function offerOf(model: Model, item: OpenItem): number {
  const bill = model.facts.find((fact) => fact.bill?.early && fact.item?.document === item.document)?.bill;
  if (!bill || wasKept(model, item.id)) return 0;
  return Math.min(share(total(bill.lines.map((line) => line.total)), EARLY, 100), item.open);
}

function wasKept(model: Model, itemId: number): boolean {
  const discounts = model.facts.filter((fact) => fact.kind === "discount");
  const uses = model.facts.flatMap((fact) => fact.uses).filter((use) => use.itemId === itemId);
  return discounts.some(
    ({ number }) => total(uses.filter((use) => use.creditId === number).map((use) => use.amount)) > 0,
  );
}

/** In time or late: whoever takes the money decides. Nothing may be left to pay. */
export function paidEarly(model: Model, command: Extract<Command, { do: "early" }>): Decided {
  const { who, on, amount, itemId, discount } = command;
  chosenOf(model, { on, amount, uses: [[itemId, amount]] }, [who]);
  const item = mustBeOpen(openItems(allOf(model, who)), itemId);
  if (discount > offerOf(model, item)) throw new No("discount-not-offered");
  if (amount + discount !== item.open) throw new No("discount-in-part");
  const paid = [{ creditId: SELF, itemId, amount }];
  const kept = [{ creditId: SELF, itemId, amount: discount }];
  return {
    drafts: [
      draft("payment", { who, on }, { credit: amount, uses: paid, undeposited: amount }),
      draft("discount", { who, on }, { credit: discount, uses: kept, keptWith: nth(0) }),
    ],
    released: [],
    uses: paid,
  };
}
