// Credits an invoice by a credit memo of its own: all of it, lines of it or an amount. Each line carries back its tax, to the
// account of each agency, and what isn't held back of it any more. What is open of that invoice is settled first; the rest is
// open credit.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { postCreditMemo } from "@/domain/invoices/credit-memo.ts";
import type { NewInvoiceCredit } from "@/domain/invoices/credit-memo-input.ts";
import {
  creditLines,
  taxesBack,
  totalCredit,
  type CreditTotal,
  type CreditedLine,
} from "@/domain/invoices/invoice-credit.ts";
import { settlesOfSale } from "@/domain/receipts/receipt-return.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import type { LineTaxParts } from "@/domain/values/tax.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { isBack, lockAccount } from "../ledger/locked-account.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { readItemsOpenFrom } from "../ledger/open-balances.ts";
import { post } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { pipelined } from "../pipeline.ts";
import { readCreditable, type BilledLine, type CreditableInvoice } from "./creditable.ts";

export type CreditedInvoice = {
  creditMemoId: string;
  number: string;
  eventId: number;
  totalCents: Cents;
  /** What of it settled the invoice; the rest is open credit. */
  appliedCents: Cents;
  /** The month of the books that took it. */
  period: Day;
  /** The customer was archived, and is back in the lists. */
  unarchived: boolean;
};

/**
 * Refuses more than is left of a line or of the invoice, a voided invoice, a day before it was issued, and "changed-meanwhile"
 * when it comes to something else than was seen. A closed job and an archived customer pass: nothing new is billed.
 */
export async function creditInvoice(books: Books, given: NewInvoiceCredit): Promise<CreditedInvoice> {
  const { issuedOn: on, period, reason, notesToCustomer } = given;
  if (on > books.today) throw new Refusal("date-in-future", { field: "issuedOn" });
  const { accountId } = await readCreditable(books, given.invoiceId);
  const account = await lockAccount(books, accountId);
  const [billed, items, place] = await Promise.all([
    readCreditable(books, given.invoiceId),
    readItemsOpenFrom(books, accountId, on),
    reserveEvent(books, { accountId, on, memo: reason, period }),
  ]);
  if (on < billed.issuedOn) throw new Refusal("before-invoice", { field: "issuedOn" });
  const credited = creditLines(billed, given.choice);
  const total = totalCredit(credited);
  if (total.totalCents !== given.seenTotalCents) throw new Refusal("changed-meanwhile");
  const own = items.find((item) => item.documentId === billed.invoiceId && item.issuedOn <= on);
  const appliedCents = settlesOfSale(own ?? null, total.totalCents);
  const applied = own && appliedCents > ZERO ? [{ itemId: own.itemId, amountCents: appliedCents }] : [];
  const creditMemoId = account.freshId;
  const { taxes, parts } = taxesBack(credited, billed);
  const lines = credited.map((each, at) => ({ ...lineOf(billed, each), taxParts: parts[at] ?? null }));
  const retainage = credited.flatMap(({ line, retainageCents: amountCents }) =>
    amountCents > 0 ? [{ invoiceId: billed.invoiceId, invoiceLine: line, amountCents }] : [],
  );
  const { subtotalCents, taxCents } = total;
  const posting = postCreditMemo(place, {
    creditMemoId,
    subtotalCents,
    taxCents,
    taxes,
    lines,
    retainage,
    applied,
  });
  const kept = {
    creditMemoId,
    billed,
    on,
    total,
    lines,
    taxes,
    reason,
    notesToCustomer,
    eventNumber: place.number,
  };
  const number = await pipelined(post(books, [posting]), keepCreditMemo(books, kept));
  await keepCustomerNote(books, [place.number], notesToCustomer);
  const unarchived = await isBack(books, account);
  const { period: taken, number: eventId } = place;
  return {
    creditMemoId,
    number,
    eventId,
    totalCents: total.totalCents,
    appliedCents,
    period: taken,
    unarchived,
  };
}

function lineOf({ lines }: CreditableInvoice, credited: CreditedLine): CreditedRow {
  const billed = lines.find((each) => each.line === credited.line);
  const { sku, description, unit, taxable, chartCode } = present(billed, "what is credited was billed");
  return { ...credited, sku, description, unit, taxable, chartCode };
}

type CreditedRow = CreditedLine & Pick<BilledLine, "sku" | "description" | "unit" | "taxable" | "chartCode">;
type KeptLine = CreditedRow & { taxParts: LineTaxParts | null };

type KeptMemo = {
  creditMemoId: string;
  billed: CreditableInvoice;
  on: Day;
  total: CreditTotal;
  lines: readonly KeptLine[];
  taxes: ReturnType<typeof taxesBack<CreditableInvoice["taxes"][number]>>["taxes"];
  reason: string;
  notesToCustomer: string;
  eventNumber: number;
};

/** Whole, with its lines and taxes, in one statement; answers with its number. */
function keepCreditMemo(books: Books, memo: KeptMemo): Promise<string> {
  const { billed, total } = memo;
  return keepNumbered(
    books,
    { series: "credit-memo" },
    sql`
    memo as (
      insert into books.credit_memos (id, account_id, currency, number, issued_on, subtotal, tax, retainage, total, reason,
        notes_to_customer, invoice_id, event_number)
      select ${memo.creditMemoId}::uuid, ${billed.accountId}::uuid, ${billed.currency}, number, ${memo.on}::date,
        ${total.subtotalCents}::bigint, ${total.taxCents}::bigint, ${total.retainageCents}::bigint,
        ${total.totalCents}::bigint, ${memo.reason}, ${memo.notesToCustomer}, ${billed.invoiceId}::uuid,
        ${memo.eventNumber}::bigint
      from free returning id, invoice_id),
    line as (
      insert into books.credit_memo_lines (credit_memo_id, invoice_id, line, invoice_line, sku, description, quantity, unit,
        total, taxable, tax, tax_parts, retainage, chart_code)
      select m.id, m.invoice_id, l.*
      from memo m, jsonb_to_recordset(${JSON.stringify(memo.lines.map(lineRow))}::text::jsonb) as l (line int,
        invoice_line int, sku text, description text, quantity numeric, unit text, total bigint, taxable boolean, tax bigint,
        tax_parts bigint[], retainage bigint, chart_code text)),
    tax as (
      insert into books.credit_memo_taxes (credit_memo_id, line, agency_id, agency, name, rate, base, tax, sold)
      select m.id, t.*
      from memo m, jsonb_to_recordset(${JSON.stringify(memo.taxes.map(taxRow))}::text::jsonb) as t (
        line int, agency_id uuid, agency text, name text, rate numeric, base bigint, tax bigint, sold bigint))`,
  );
}

const lineRow = (line: KeptLine, at: number) => ({
  line: at + 1,
  invoice_line: line.line,
  sku: line.sku,
  description: line.description,
  quantity: line.quantity,
  unit: line.unit,
  total: line.totalCents,
  taxable: line.taxable,
  tax: line.taxCents,
  tax_parts: line.taxParts,
  retainage: line.retainageCents,
  chart_code: line.chartCode,
});

const taxRow = (back: KeptMemo["taxes"][number]) => {
  const { line, agencyId: agency_id, agency, name, rate } = back;
  const { baseCents: base, taxCents: tax, soldCents: sold } = back;
  return { line, agency_id, agency, name, rate, base, tax, sold };
};
