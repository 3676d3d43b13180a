// A receipt as it is kept: whole, with its lines, taxes and tenders in one statement, under the next number of its series.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { ReceiptKind, Tender } from "@/domain/receipts/receipt.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

export type KeptLine = {
  productId: string | null;
  sku: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountCents: Cents;
  totalCents: Cents;
  taxable: boolean;
  taxCents: Cents;
  chartCode: string;
  /** On a return: the line of the sold receipt. */
  returnedLine?: number;
};

export type KeptTax = {
  agencyId: string;
  agency: string;
  name: string;
  rate: string;
  baseCents: Cents;
  taxCents: Cents;
  /** On a return: that of the sale's tax. */
  line?: number;
};

export type KeptTender = {
  tender: Tender;
  reference: string;
  amountCents: Cents;
  givenCents: Cents;
  onAccountCents: Cents;
  eventNumber: number | null;
};

export type KeptReceipt = {
  receiptId: string;
  kind: ReceiptKind;
  accountId: string | null;
  currency: string;
  issuedOn: Day;
  subtotalCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  onAccountCents: Cents;
  houseChargeCents: Cents;
  moneyCents: Cents;
  taxes: readonly KeptTax[];
  returnOf: string | null;
  note: string;
  memo: string;
  lines: readonly KeptLine[];
  tenders: readonly KeptTender[];
};

/** Answers with its number. */
export function keepReceipt(books: Books, r: KeptReceipt): Promise<string> {
  return keepNumbered(
    books,
    { series: "receipt" },
    sql`
    receipt as (
      insert into books.receipts (id, number, kind, account_id, currency, issued_on, subtotal, tax, total, on_account,
        house_charge, money, return_of, note, memo, sold_by)
      select ${r.receiptId}::uuid, number, ${r.kind}, ${r.accountId}::uuid, ${r.currency}, ${r.issuedOn}::date,
        ${r.subtotalCents}::bigint, ${r.taxCents}::bigint, ${r.totalCents}::bigint, ${r.onAccountCents}::bigint,
        ${r.houseChargeCents}::bigint, ${r.moneyCents}::bigint, ${r.returnOf}::uuid, ${r.note}, ${r.memo}, ${books.userName}
      from free returning id, return_of),
    lines as (
      insert into books.receipt_lines (receipt_id, line, product_id, sku, description, quantity, unit, unit_price, discount,
        total, taxable, tax, chart_code, return_of, returned_line)
      select r.id, l.line, l.product_id, l.sku, l.description, l.quantity, l.unit, l.unit_price, l.discount, l.total,
        l.taxable, l.tax, l.chart_code, r.return_of, l.returned_line
      from receipt r, jsonb_to_recordset(${JSON.stringify(r.lines.map(lineRow))}::text::jsonb) as l (line int,
        product_id uuid, sku text, description text, quantity numeric, unit text, unit_price numeric, discount bigint,
        total bigint, taxable boolean, tax bigint, chart_code text, returned_line int)),
    taxes as (
      insert into books.receipt_taxes (receipt_id, line, agency_id, agency, name, rate, base, tax)
      select r.id, x.line, x.agency_id, x.agency, x.name, x.rate, x.base, x.tax
      from receipt r, jsonb_to_recordset(${JSON.stringify(r.taxes.map(taxRow))}::text::jsonb) as x (line int,
        agency_id uuid, agency text, name text, rate numeric, base bigint, tax bigint)),
    tenders as (
      insert into books.receipt_tenders (receipt_id, line, tender, reference, amount, given, on_account, event_number)
      select r.id, t.line, t.tender, t.reference, t.amount, t.given, t.on_account, t.event_number
      from receipt r, jsonb_to_recordset(${JSON.stringify(r.tenders.map(tenderRow))}::text::jsonb) as t (line int,
        tender text, reference text, amount bigint, given bigint, on_account bigint, event_number bigint))`,
  );
}

const lineRow = (line: KeptLine, at: number) => ({
  line: at + 1,
  product_id: line.productId,
  sku: line.sku,
  description: line.description,
  quantity: line.quantity,
  unit: line.unit,
  unit_price: line.unitPrice,
  discount: line.discountCents,
  total: line.totalCents,
  taxable: line.taxable,
  tax: line.taxCents,
  chart_code: line.chartCode,
  returned_line: line.returnedLine ?? null,
});

const taxRow = (tax: KeptTax, at: number) => ({
  line: tax.line ?? at + 1,
  agency_id: tax.agencyId,
  agency: tax.agency,
  name: tax.name,
  rate: tax.rate,
  base: tax.baseCents,
  tax: tax.taxCents,
});

const tenderRow = (tender: KeptTender, at: number) => ({
  line: at + 1,
  tender: tender.tender,
  reference: tender.reference,
  amount: tender.amountCents,
  given: tender.givenCents,
  on_account: tender.onAccountCents,
  event_number: tender.eventNumber,
});
