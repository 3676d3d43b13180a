// A credit memo of an invoice: what of it is credited, line by line, each with its tax and with what isn't held back of it any
// more. Always a share of what is left, and the last share all of it, so that everything credited is everything billed, to the
// cent. The page reckons with it while one types, and the books when it is issued.
import { assert } from "../assert.ts";
import { Refusal } from "../refusal.ts";
import { alike, decimalText, priceOf, quantityOf, ratioInCents } from "../values/decimal.ts";
import { ZERO, minus, plus, sum, type Cents } from "../values/money.ts";
import { shareOut } from "../values/shares.ts";
import { soldByTax, type LineTaxParts } from "../values/tax.ts";
import { shareOfTaxes } from "../values/tax-parts.ts";
import type { LineKind } from "./invoice-total.ts";

/** A line as it was billed, what credit memos took of it that still stand, and what is still held back of it. */
export type CreditableLine = {
  line: number;
  kind: LineKind;
  quantity: string;
  totalCents: Cents;
  taxCents: Cents;
  credited: { quantity: string; totalCents: Cents; taxCents: Cents };
  /** What is left of each of the invoice's taxes on it, null of those that it doesn't bear; null where all lines bear the same. */
  leftTaxParts?: LineTaxParts | null;
  heldCents: Cents;
};

export type Creditable = {
  lines: readonly CreditableLine[];
  /** Written off, or let go as a discount: nobody owes it, so it isn't credited either. */
  givenUpCents: Cents;
};

/** Of a line a quantity, or an amount before tax. */
export type ChosenLine = { line: number } & ({ quantity: string } | { amountCents: Cents });

/** All that is left; chosen lines; or an amount as the customer sees it, with its tax and less what is held back. */
export type CreditChoice =
  | { by: "whole" }
  | { by: "lines"; lines: readonly ChosenLine[] }
  | { by: "amount"; amountCents: Cents };

export type CreditedLine = {
  line: number;
  /** null where an amount was credited. */
  quantity: string | null;
  totalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
};

export type CreditTotal = {
  subtotalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
  /** Subtotal and tax, less what isn't held back any more. */
  totalCents: Cents;
};

type Left = { quantity: string; totalCents: Cents; taxCents: Cents; heldCents: Cents };

/** What no credit memo took yet; its quantity is "0" when all of it did. */
export function leftToCredit({ credited, ...line }: CreditableLine): Left {
  const { a, b, scale } = alike(quantityOf(line.quantity), priceOf(credited.quantity));
  return {
    quantity: decimalText({ units: a - b, scale }),
    totalCents: minus(line.totalCents, credited.totalCents),
    taxCents: minus(line.taxCents, credited.taxCents),
    heldCents: line.heldCents,
  };
}

/** Of everything that is left. */
export const mostCredit = ({ lines, givenUpCents }: Creditable): Cents =>
  minus(totalCredit(creditWhole(lines)).totalCents, givenUpCents);

/**
 * Only lines of which something is credited. Refuses "more-than-billed" with the line and what is left of it, or with the most
 * that can be credited; what comes to nothing ("nothing-credited"); and a line that isn't there.
 */
export function creditLines(creditable: Creditable, choice: CreditChoice): CreditedLine[] {
  const { lines, givenUpCents } = creditable;
  const mostCents = mostCredit(creditable);
  const credited = chosenOf(lines, choice, mostCents).filter(
    (line) => plus(line.totalCents, line.taxCents) > 0,
  );
  if (credited.length === 0) throw new Refusal("nothing-credited", { mostCents });
  if (givenUpCents > 0 && totalCredit(credited).totalCents > mostCents)
    throw new Refusal("given-up-since", { mostCents });
  return credited;
}

function chosenOf(lines: readonly CreditableLine[], choice: CreditChoice, mostCents: Cents): CreditedLine[] {
  if (choice.by === "whole") return creditWhole(lines);
  if (choice.by === "amount") return creditAmount(lines, { amountCents: choice.amountCents, mostCents });
  return choice.lines.map((chosen, at) => {
    const line = lines.find((each) => each.line === chosen.line && each.kind === "item");
    if (!line) throw new Refusal("not-found", { field: `choice.lines.${at}.line` });
    return creditLine(line, chosen);
  });
}

const creditWhole = (lines: readonly CreditableLine[]): CreditedLine[] =>
  lines.map((line) => {
    const { quantity, totalCents, taxCents, heldCents } = leftToCredit(line);
    const all = { totalCents, taxCents, retainageCents: heldCents };
    return { line: line.line, quantity: quantity === "0" ? null : quantity, ...all };
  });

/** Refuses "more-than-billed". */
export function creditLine(
  line: CreditableLine,
  chosen: { quantity: string } | { amountCents: Cents },
): CreditedLine {
  const left = leftToCredit(line);
  const over = () =>
    new Refusal("more-than-billed", { line: line.line, left: left.quantity, leftCents: left.totalCents });
  if ("amountCents" in chosen) {
    if (chosen.amountCents > left.totalCents) throw over();
    return { line: line.line, quantity: null, ...partOf(left, chosen.amountCents) };
  }
  const { a: part, b: whole } = alike(quantityOf(chosen.quantity), priceOf(left.quantity));
  if (part > whole) throw over();
  const totalCents = ratioInCents(BigInt(left.totalCents) * part, whole);
  return { line: line.line, quantity: chosen.quantity, ...partOf(left, totalCents) };
}

/** Its share of the tax and of what is held back, by what is left of the line. */
function partOf(
  { totalCents: whole, taxCents, heldCents }: Left,
  totalCents: Cents,
): Omit<CreditedLine, "line" | "quantity"> {
  const share = (amount: Cents) =>
    whole === ZERO ? ZERO : ratioInCents(BigInt(amount) * BigInt(totalCents), BigInt(whole));
  return { totalCents, taxCents: share(taxCents), retainageCents: share(heldCents) };
}

/**
 * By largest remainder over what each line still bears: subtotal and tax, less what is held back of it. In a line what isn't held
 * back any more is rounded first, so that it is never more than the line's part, and neither is what stays held back.
 */
function creditAmount(
  lines: readonly CreditableLine[],
  { amountCents, mostCents }: { amountCents: Cents; mostCents: Cents },
): CreditedLine[] {
  if (amountCents > mostCents)
    throw new Refusal("more-than-billed", { mostCents, field: "choice.amountCents" });
  const left = lines.map(leftToCredit);
  const bears = left.map((line) => minus(plus(line.totalCents, line.taxCents), line.heldCents));
  const parts = shareOut(amountCents, bears);
  return lines.map(({ line }, at) => {
    const [whole, part, bear] = [left[at], parts[at] ?? ZERO, bears[at] ?? ZERO];
    if (!whole || part === ZERO) return { ...NOTHING, line };
    const retainageCents = ratioInCents(BigInt(whole.heldCents) * BigInt(part), BigInt(bear));
    const [totalCents = ZERO, taxCents = ZERO] = shareOut(plus(part, retainageCents), [
      whole.totalCents,
      whole.taxCents,
    ]);
    return { line, quantity: null, totalCents, taxCents, retainageCents };
  });
}

const NOTHING = { quantity: null, totalCents: ZERO, taxCents: ZERO, retainageCents: ZERO };

export function totalCredit(credited: readonly CreditedLine[]): CreditTotal {
  const subtotalCents = sum(credited.map((line) => line.totalCents));
  const taxCents = sum(credited.map((line) => line.taxCents));
  const retainageCents = sum(credited.map((line) => line.retainageCents));
  const totalCents = minus(plus(subtotalCents, taxCents), retainageCents);
  assert(totalCents >= 0, "no more was held back than was billed");
  return { subtotalCents, taxCents, retainageCents, totalCents };
}

/** Of each of the invoice's taxes what goes back, by what of it is left; so that each agency gets back no more than its own. */
export const creditTaxes = <Tax extends { leftCents: Cents }>(taxCents: Cents, taxes: readonly Tax[]) => {
  const shares = shareOfTaxes(
    taxCents,
    taxes.map((tax) => tax.leftCents),
  );
  return taxes.map((tax, at) => ({ ...tax, taxCents: shares[at] ?? ZERO }));
};

type GivenBack = { taxCents: Cents; baseCents: Cents; soldCents?: Cents };

/** The same line by line, where they bear different taxes: of each its own. `parts` are the lines' then, as they are credited. */
export function taxesBack<Tax extends { agency: string; leftCents: Cents }>(
  credited: readonly CreditedLine[],
  { lines, taxes }: { lines: readonly (CreditableLine & { taxable: boolean })[]; taxes: readonly Tax[] },
): { taxes: (Tax & GivenBack)[]; parts: (LineTaxParts | null)[] } {
  const billed = credited.map(({ line }) => lines.find((each) => each.line === line));
  const parts = credited.map(({ taxCents }, at) => partsBack(taxCents, billed[at]?.leftTaxParts ?? null));
  if (parts.includes(null)) {
    const baseCents = sum(credited.map(({ totalCents }, at) => (billed[at]?.taxable ? totalCents : ZERO)));
    const taxCents = sum(credited.map((line) => line.taxCents));
    return { taxes: creditTaxes(taxCents, taxes).map((tax) => ({ ...tax, baseCents })), parts };
  }
  const borne = parts.map((each) => each ?? []);
  const sold = soldByTax(taxes, credited, borne);
  return {
    taxes: taxes.map((tax, nth) => ({
      ...tax,
      taxCents: sum(borne.map((each) => each[nth] ?? ZERO)),
      baseCents: sum(credited.map(({ totalCents }, at) => (borne[at]?.[nth] == null ? ZERO : totalCents))),
      soldCents: sold[nth] ?? ZERO,
    })),
    parts,
  };
}

function partsBack(taxCents: Cents, left: LineTaxParts | null): LineTaxParts | null {
  if (left === null) return null;
  const shares = shareOfTaxes(
    taxCents,
    left.map((each) => each ?? ZERO),
  );
  return left.map((each, nth) => (each === null ? null : (shares[nth] ?? ZERO)));
}
