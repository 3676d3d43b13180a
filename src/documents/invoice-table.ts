// The table of an invoice: what it is for, line by line, and beneath it what it comes to, tax by agency, what is held back,
// and what is left to pay.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { InvoicePaper, PaperLine } from "@/domain/invoices/invoice-paper.ts";
import type { InvoiceWords } from "@/domain/language/invoice-words.ts";
import { priceText } from "@/domain/values/decimal.ts";
import { ZERO, minorDigits, minus, negative, type Cents } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { laidOut, type Draft, type DraftRow, type Table } from "./table.ts";
import { joined } from "./text.ts";
import type { PaperWords } from "./words.ts";

/** So many lines one description may take. */
const LONGEST = 8;

type Cell = { draft: Draft; of: (line: PaperLine) => string };

export function invoiceTable(
  invoice: InvoicePaper,
  { words, say, width }: { words: PaperWords; say: InvoiceWords; width: number },
): Table {
  const cells = cellsOf(invoice, words, say);
  const blank = cells.slice(1, -1).map(() => "");
  const sum = (name: string, amount: string, tone: DraftRow["tone"]): DraftRow => ({
    tone,
    cells: [name, ...blank, amount],
  });
  const rows = invoice.lines.map((line): DraftRow => {
    if (line.kind === "subtotal") return sum(say.subtotal, words.amount(line.totalCents), "edge");
    if (line.kind === "text") return sum(line.description, "", "edge");
    return { tone: "plain", cells: cells.map(({ of }) => of(line)) };
  });
  const drafts = cells.map(({ draft }) => draft);
  const all = [...rows, ...totals(invoice, { words, say, sum })];
  return {
    title: say.lines,
    note: words.say.paper.allIn(invoice.currency),
    ...laidOut({ drafts, rows: all, width, type: words.type }),
  };
}

function cellsOf(invoice: InvoicePaper, words: PaperWords, say: InvoiceWords): Cell[] {
  const { lines, taxes, currency, retainageCents } = invoice;
  const written = (plain: string) => typedNumber(plain, words.locale);
  const items = lines.filter((line) => line.kind === "item");
  // What came without quantities is told without them.
  const isCounted = items.some((line) => line.quantity !== "1" || line.unit !== "");
  const isPartlyTaxed = taxes.length > 0 && items.some((line) => line.taxable);
  const counted: Cell[] = [
    {
      draft: { title: say.quantity, align: "right" },
      of: (line) => [written(line.quantity), line.unit].filter(Boolean).join(" "),
    },
    {
      draft: { title: say.price, align: "right" },
      of: (line) => written(priceText(line.unitPrice, minorDigits(currency))),
    },
  ];
  const discount: Cell = {
    draft: { title: say.discount, align: "right" },
    of: (line) => words.cell(line.discountCents),
  };
  const held: Cell = {
    draft: { title: say.held, align: "right" },
    of: (line) => words.cell(line.retainageCents),
  };
  return [
    {
      draft: { title: say.description, align: "left", wide: true, lines: LONGEST },
      of: (line) =>
        joined([line.description, isPartlyTaxed && !line.taxable ? say.notTaxed : ""], words.type),
    },
    ...(isCounted ? counted : []),
    ...(items.some((line) => line.discountCents > 0) ? [discount] : []),
    ...(retainageCents > 0 ? [held] : []),
    { draft: { title: say.amount, align: "right" }, of: (line) => words.amount(line.totalCents) },
  ];
}

type Summing = {
  words: PaperWords;
  say: InvoiceWords;
  sum: (name: string, amount: string, tone: DraftRow["tone"]) => DraftRow;
};

function totals(invoice: InvoicePaper, { words, say, sum }: Summing): DraftRow[] {
  const { subtotalCents, taxes, taxCents, retainageCents, totalCents, openCents, isVoid } = invoice;
  const { retained } = invoice;
  const settledCents = isVoid ? ZERO : minus(totalCents, openCents);
  const amount = (name: string, cents: Cents, tone: DraftRow["tone"] = "plain") =>
    sum(name, words.amount(cents), tone);
  const byRate = taxes.map(({ name, agency, rate, baseCents, taxCents: each }) => {
    const tax = `${[name, agency].filter(Boolean).join(", ")} ${formatPercent(rate, words.locale)}`;
    return amount(say.taxOn(tax, words.amount(baseCents)), each);
  });
  const taxed = byRate.length > 0 ? byRate : taxCents > 0 ? [amount(say.tax, taxCents)] : [];
  return [
    ...(retained && retained.releasedCents !== totalCents
      ? [amount(say.released, retained.releasedCents, "edge")]
      : []),
    ...(taxed.length > 0 || retainageCents > 0 ? [amount(say.subtotal, subtotalCents, "edge")] : []),
    ...taxed,
    ...(retainageCents > 0 ? [amount(say.retainage, negative(retainageCents))] : []),
    amount(say.total, totalCents, "total"),
    ...(settledCents > 0
      ? [amount(say.settled, negative(settledCents)), amount(say.left, openCents, "total")]
      : []),
    ...(invoice.early
      ? [amount(say.early(words.date(invoice.early.untilOn)), invoice.early.payableCents)]
      : []),
    ...(retained ? [amount(say.stillHeld, retained.heldCents)] : []),
  ];
}
