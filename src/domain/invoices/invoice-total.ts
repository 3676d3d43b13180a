// What an invoice comes to (product.md "Formulas", B4): each line rounded by itself, tax once per single rate on the taxable
// lines, and what the customer holds back of the pre-tax lines. The page reckons with it while one types, and the books
// when it is issued. Without the shapes, so that a browser isn't sent zod.
import { Refusal } from "../refusal.ts";
import { LARGEST_AMOUNT, ZERO, minus, plus, sum, type Cents } from "../values/money.ts";
import { priceLine, type Priced, type PricedCents } from "../values/priced-line.ts";
import { isOver, shareOf, type Share } from "../values/share.ts";
import { shareOut } from "../values/shares.ts";
import { chargeTaxes, type ChargedTax, type LineTaxParts, type TaxRate } from "../values/tax.ts";

/** Something sold; a text between the lines; what the lines since the last subtotal come to. */
export const LINE_KINDS = ["item", "text", "subtotal"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** How fine a quantity and a price of an invoice may be. */
export const INVOICE_DIGITS = { quantity: { whole: 12, scale: 4 }, price: { whole: 12, scale: 4 } };

/** As many lines as one invoice may have: a longer one is refused before anything is reckoned. */
export const MOST_LINES = 1000;

export type InvoiceItem = Priced & {
  kind: "item";
  discount: Share;
  taxable: boolean;
  /** What it is taxed with instead of the invoice's own; left out, these. */
  taxes?: readonly TaxRate[] | undefined;
  retainable: boolean;
  /** Its own retainage; null is the invoice's. */
  retainage: Share | null;
};

export type InvoiceEntry = InvoiceItem | { kind: "text" | "subtotal" };

export type EntryTotal = PricedCents & {
  /** The line's share of every tax. */
  taxCents: Cents;
  /** What of it each of the invoice's taxes is; left out where all lines bear the same. */
  taxParts?: LineTaxParts | undefined;
  retainageCents: Cents;
  /** Of a subtotal: the lines since the one before. Elsewhere nothing. */
  sumCents: Cents;
};

export type InvoiceTotal = {
  /** In their order. */
  lines: EntryTotal[];
  subtotalCents: Cents;
  /** One for each rate, in the order given. */
  taxes: ChargedTax[];
  taxCents: Cents;
  retainageCents: Cents;
  /** Subtotal and tax, less retainage. */
  totalCents: Cents;
};

export type InvoiceTerms = {
  taxes: readonly TaxRate[];
  /** Of the whole invoice: percent of each retainable line, or an amount that is spread over them. */
  retainage: Share;
  currency: string;
};

/**
 * Refuses a discount or a retainage over its line ("lines.0.discount", "lines.0.retainage"), a retainage over the lines that
 * can be held back ("retainage"), more lines than an invoice has, and more than one document carries.
 */
export function totalInvoice(entries: readonly InvoiceEntry[], terms: InvoiceTerms): InvoiceTotal {
  if (entries.length > MOST_LINES) throw new Refusal("too-many-lines", { most: MOST_LINES });
  const priced = entries.map((entry, at) => priceEntry(entry, at, terms.currency));
  const subtotalCents = carried(priced.map((line) => line.totalCents));
  const tax = chargeTaxes(
    terms.taxes,
    entries.map((entry, at) => ({
      taxable: entry.kind === "item" && entry.taxable,
      taxes: entry.kind === "item" ? entry.taxes : undefined,
      totalCents: priced[at]?.totalCents ?? ZERO,
    })),
  );
  const held = holdBack(entries, { priced, retainage: terms.retainage });
  const retainageCents = sum(held);
  const dueCents = carried([subtotalCents, ...tax.taxes.map((each) => each.taxCents)]);
  const sums = subtotalsOf(entries, priced);
  return {
    lines: priced.map((line, at) => ({
      ...line,
      taxCents: tax.byLine[at] ?? ZERO,
      taxParts: tax.parts?.[at],
      retainageCents: held[at] ?? ZERO,
      sumCents: sums[at] ?? ZERO,
    })),
    subtotalCents,
    taxes: tax.taxes,
    taxCents: tax.taxCents,
    retainageCents,
    totalCents: minus(dueCents, retainageCents),
  };
}

const NOTHING: PricedCents = { grossCents: ZERO, discountCents: ZERO, totalCents: ZERO };

function priceEntry(entry: InvoiceEntry, at: number, currency: string): PricedCents {
  if (entry.kind !== "item") return NOTHING;
  const priced = priceLine(entry, entry.discount, currency);
  if (!priced) throw new Refusal("discount-too-large", { field: `lines.${at}.discount` });
  return priced;
}

/** Added up one by one, so that not even the way there is more than can be added. */
function carried(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => {
    const next = plus(total, amount);
    if (next > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
    return next;
  }, ZERO);
}

function holdBack(
  entries: readonly InvoiceEntry[],
  { priced, retainage }: { priced: readonly PricedCents[]; retainage: Share },
): Cents[] {
  const totalAt = (at: number): Cents => priced[at]?.totalCents ?? ZERO;
  const followsAll = (entry: InvoiceEntry) =>
    entry.kind === "item" && entry.retainable && entry.retainage === null;
  const open = entries.map((entry, at) => (followsAll(entry) ? totalAt(at) : ZERO));
  const byAll = spread(open, retainage);
  return entries.map((entry, at) => {
    if (entry.kind !== "item" || !entry.retainable) return ZERO;
    if (entry.retainage === null) return byAll[at] ?? ZERO;
    if (isOver(totalAt(at), entry.retainage))
      throw new Refusal("retainage-too-large", { field: `lines.${at}.retainage` });
    return shareOf(totalAt(at), entry.retainage);
  });
}

/** A share of each line, rounded by itself; an amount by largest remainder, so that none is over its line. */
function spread(open: readonly Cents[], retainage: Share): Cents[] {
  const whole = sum(open);
  if (isOver(whole, retainage)) throw new Refusal("retainage-too-large", { field: "retainage" });
  return "percent" in retainage
    ? open.map((each) => shareOf(each, retainage))
    : shareOut(retainage.amountCents, open);
}

function subtotalsOf(entries: readonly InvoiceEntry[], priced: readonly PricedCents[]): Cents[] {
  let since = ZERO;
  return entries.map(({ kind }, at) => {
    since = plus(since, priced[at]?.totalCents ?? ZERO);
    if (kind !== "subtotal") return ZERO;
    const told = since;
    since = ZERO;
    return told;
  });
}
