// The house charge of a receipt: an invoice for the amount charged, with the receipt's lines when it pays for all of
// them, and with each line's share when it pays for a part.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import { ZERO, formatAmount, type Cents } from "@/domain/values/money.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { partOf, type ReceiptTotal } from "@/domain/receipts/receipt-total.ts";
import type { PostedTax } from "@/domain/ledger/posted-tax.ts";
import { shareOfLines } from "@/domain/ledger/revenue.ts";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import { shareOfTaxes } from "@/domain/values/tax-parts.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";
import type { KeptLine } from "./receipt-rows.ts";

export type HouseCharge = {
  invoiceId: string;
  place: EventHeader;
  currency: string;
  jobId: string | null;
  dueOn: Day;
  /** The code of the terms that it is due under. */
  terms: string;
  subtotalCents: Cents;
  taxCents: Cents;
  /** What of the tax is whose. */
  taxes: readonly PostedTax[];
  /** All of the receipt's purchases and tax. */
  isWhole: boolean;
};

type Charged = {
  invoiceId: string;
  place: EventHeader;
  amountCents: Cents;
  total: ReceiptTotal<TaxInForce>;
  jobId: string | null;
  account: { currency: string; terms: string };
};

export function houseChargeOf({ total, account, ...charge }: Charged): HouseCharge {
  const { invoiceId, place, amountCents, jobId } = charge;
  const part = partOf(amountCents, total);
  const shares = shareOfTaxes(
    part.taxCents,
    total.taxes.map((tax) => tax.taxCents),
  );
  return {
    invoiceId,
    jobId,
    place,
    currency: account.currency,
    dueOn: dueUnder(keptTerms(account.terms), place.effectiveOn),
    terms: account.terms,
    ...part,
    taxes: total.taxes.map(({ chartCode }, at) => ({ chartCode, taxCents: shares[at] ?? ZERO })),
    isWhole: amountCents === total.totalCents,
  };
}

export function postHouseCharge(charge: HouseCharge, sold: readonly KeptLine[]): Posting {
  const { invoiceId, place, dueOn, jobId, subtotalCents, taxCents, taxes } = charge;
  const lines = shareOfLines(subtotalCents, sold);
  const facts = { invoiceId, dueOn, jobId, subtotalCents, taxCents, taxes, lines };
  return postInvoice(place, { ...facts, label: "House charge" });
}

/** Answers with the invoice's number. */
export function keepHouseCharge(
  books: Books,
  receiptId: string,
  {
    charge,
    lines,
    note,
    poNumber,
  }: { charge: HouseCharge; lines: readonly KeptLine[]; note: string; poNumber: string },
): Promise<string> {
  const { invoiceId, place, currency, dueOn, jobId, subtotalCents, taxCents } = charge;
  return keepNumbered(
    books,
    { series: "invoice" },
    sql`
    invoice as (
      insert into books.invoices (id, account_id, currency, receipt_id, source, number, issued_on, due_on, subtotal, tax,
        total, terms, notes_to_customer, notes_internal, event_number, job_id,
        po_number)
      select ${invoiceId}::uuid, ${place.accountId}::uuid, ${currency}, ${receiptId}::uuid, 'receipt', number,
        ${place.effectiveOn}::date, ${dueOn}::date, ${subtotalCents}::bigint, ${taxCents}::bigint,
        ${subtotalCents + taxCents}::bigint, ${charge.terms}, ${note}, ${place.memo}, ${place.number}::bigint, ${jobId}::uuid,
        ${poNumber}
      from free returning id),
    line as (
      insert into books.invoice_lines (invoice_id, line, description, quantity, unit, unit_price, total, chart_code)
      select i.id, l.* from invoice i, jsonb_to_recordset(${JSON.stringify(invoiceLines(charge, lines))}::text::jsonb) as l (
        line int, description text, quantity numeric, unit text, unit_price numeric, total bigint, chart_code text))`,
  );
}

/** As they were sold; where only a part was charged, each says how much of it. */
function invoiceLines({ currency, subtotalCents, isWhole }: HouseCharge, lines: readonly KeptLine[]) {
  return shareOfLines(subtotalCents, lines).map((line, at) => {
    const { description, discountCents, totalCents: total, chartCode: chart_code } = line;
    const write = (amount: Cents) => formatAmount(amount, currency);
    const less = discountCents > 0 ? `, less ${write(discountCents)}` : "";
    const sold = lines[at]?.totalCents ?? total;
    const part = isWhole ? "" : ` (${write(total)} of ${write(sold)} charged)`;
    return {
      line: at + 1,
      description: description + less + part,
      quantity: line.quantity,
      unit: line.unit,
      unit_price: line.unitPrice,
      total,
      chart_code,
    };
  });
}
