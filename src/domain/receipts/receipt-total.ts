// What a receipt comes to and how it is paid (product.md "Formulas", A7): each line rounded by itself, tax once on the
// taxable base, and the tenders exactly what is due. Without the shapes, so that the counter can reckon as one types.
import { priceLine } from "../values/priced-line.ts";
import { LARGEST_AMOUNT, ZERO, minus, plus, smaller, sum, type Cents } from "../values/money.ts";
import type { Tender } from "./receipt.ts";
import { Refusal } from "../refusal.ts";
import { shareOut } from "../values/shares.ts";
import { chargeTaxes, type ChargedTax, type TaxRate } from "../values/tax.ts";

export type SoldLine = { quantity: string; unitPrice: string; discountCents: Cents; taxable: boolean };

export type TotaledLine = {
  /** round(quantity × unit price) */
  grossCents: Cents;
  /** Less the discount. */
  totalCents: Cents;
  taxCents: Cents;
};

export type ReceiptTotal<Tax extends TaxRate = TaxRate> = {
  lines: TotaledLine[];
  subtotalCents: Cents;
  /** One for each rate, in the order given. */
  taxes: ChargedTax<Tax>[];
  taxCents: Cents;
  totalCents: Cents;
  onAccountCents: Cents;
  /** Total and payment on account: what the tenders pay. */
  dueCents: Cents;
};

/** Refuses a discount that is more than its line, and more than a document may carry. */
export function totalReceipt<Tax extends TaxRate>(
  sold: readonly SoldLine[],
  { taxes, onAccountCents, currency }: { taxes: readonly Tax[]; onAccountCents: Cents; currency: string },
): ReceiptTotal<Tax> {
  const priced = sold.map(({ discountCents, taxable, ...line }, at) => {
    const amounts = priceLine(line, { amountCents: discountCents }, currency);
    if (!amounts) throw new Refusal("discount-too-large", { field: `lines.${at}.discountCents` });
    return { ...amounts, taxable };
  });
  const subtotalCents = sum(priced.map((line) => line.totalCents));
  if (subtotalCents > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
  const { taxes: charged, taxCents, byLine } = chargeTaxes(taxes, priced);
  const totalCents = plus(subtotalCents, taxCents);
  const lines = priced.map(({ grossCents, totalCents: total }, at) => ({
    grossCents,
    totalCents: total,
    taxCents: byLine[at] ?? ZERO,
  }));
  const dueCents = plus(totalCents, onAccountCents);
  if (dueCents > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
  return { lines, subtotalCents, taxes: charged, taxCents, totalCents, onAccountCents, dueCents };
}

export type Tendered = { tender: Tender; amountCents: Cents; givenCents?: Cents | undefined };

export type Paid = {
  houseChargeCents: Cents;
  /** By the other tenders. */
  moneyCents: Cents;
  /** Given back of what was handed over. */
  changeCents: Cents;
  /** Of each tender, in their order: what of it is paid on account. */
  onAccount: Cents[];
};

/**
 * Refuses tenders that aren't what is due, a second house charge, one that is more than the purchases and their tax,
 * and less handed over than it pays.
 */
export function payReceipt(
  tenders: readonly Tendered[],
  { totalCents, onAccountCents, dueCents, lines }: Omit<ReceiptTotal, "subtotalCents" | "taxes" | "taxCents">,
): Paid {
  const charges = tenders.filter(({ tender }) => tender === "house-charge");
  const houseChargeCents = sum(charges.map((each) => each.amountCents));
  const paidCents = sum(tenders.map((each) => each.amountCents));
  // What is given away is a sale: a discount of 100 %, or a price of nothing.
  if (dueCents === ZERO && lines.length === 0) throw new Refusal("nothing-sold");
  if (charges.length > 1) throw new Refusal("one-house-charge");
  if (houseChargeCents > totalCents) throw new Refusal("charge-above-purchases", { mostCents: totalCents });
  if (paidCents !== dueCents) throw new Refusal("not-what-is-due", { dueCents, paidCents });
  tenders.forEach(({ tender, amountCents, givenCents = amountCents }, at) => {
    if (givenCents < amountCents || (tender !== "cash" && givenCents !== amountCents))
      throw new Refusal("given-too-little", { field: `tenders.${at}.givenCents` });
  });
  const onAccount = onAccountOf(tenders, onAccountCents);
  const changes = tenders.map(({ amountCents, givenCents = amountCents }) => minus(givenCents, amountCents));
  const moneyCents = minus(paidCents, houseChargeCents);
  return { houseChargeCents, moneyCents, changeCents: sum(changes), onAccount };
}

/** What of each tender is paid on account: those that aren't the house charge cover it, in the order entered. */
export function onAccountOf(tenders: readonly Tendered[], onAccountCents: Cents): Cents[] {
  let left = onAccountCents;
  return tenders.map(({ tender, amountCents }) => {
    const part = tender === "house-charge" ? ZERO : smaller(left, amountCents);
    left = minus(left, part);
    return part;
  });
}

/** The subtotal's and the tax's part of an amount that pays for only some of both. */
export function partOf(
  amountCents: Cents,
  { subtotalCents, taxCents }: Pick<ReceiptTotal, "subtotalCents" | "taxCents">,
): { subtotalCents: Cents; taxCents: Cents } {
  const [subtotal = ZERO, tax = ZERO] = shareOut(amountCents, [subtotalCents, taxCents]);
  return { subtotalCents: subtotal, taxCents: tax };
}
