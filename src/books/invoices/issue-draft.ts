// Issues a draft: it gets its number, is posted, and is frozen as it stands. One that corrects an invoice voids that one in
// the same transaction, so that the customer never owes both, nor neither.
import { sql } from "drizzle-orm";
import { readDraft as reckonDraft, dueOf, type Draft, type ReadDraft } from "@/domain/invoices/draft.ts";
import type { IssuedDraft } from "@/domain/invoices/draft-input.ts";
import { rateOf, sameLineTaxes, sameTaxes, type LineTaxes } from "@/domain/invoices/line-taxes.ts";
import { LINE_FAULTS } from "@/domain/invoices/draft-words.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import { readTerms } from "@/domain/values/terms.ts";
import { linesOf } from "@/domain/customers/customer.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { readAccount } from "../ledger/accounts.ts";
import { gateOfInvoice } from "../ledger/charge-gate.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { lockJobOf } from "../ledger/locked-job.ts";
import { post } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { pipelined } from "../pipeline.ts";
import { checkRevenueAccounts } from "../products/products.ts";
import { readReceiptSettings, type ReceiptSettings } from "../receipts/receipt-settings.ts";
import { lockDraft } from "./drafts.ts";
import { keepInvoice, type KeptLine } from "./invoice-rows.ts";
import {
  readTaxesInForce,
  readTaxesOfLines,
  shownLineTaxes,
  shownTaxes,
  withAgencies,
} from "./invoice-taxes.ts";

export type IssuedInvoice = {
  invoiceId: string;
  number: string;
  eventId: number;
  totalCents: Cents;
  dueOn: Day;
  /** The month of the books that took it. */
  period: Day;
  /** The number of the invoice that was voided for it. */
  corrected: string | null;
};

type Issuing = Omit<IssuedDraft, "overrideId"> & { overrideId?: string | null | undefined };

/**
 * Refuses a draft that a colleague changed ("changed-meanwhile"), issued or discarded ("draft-closed"), that isn't ready
 * ("draft-unfinished", at its field), whose taxes aren't those that were seen ("tax-changed" with them), and what every
 * posting refuses, and what the business's policy refuses of limits and holds (gateOfInvoice). Whoever may not reverse an event doesn't issue what corrects an invoice.
 */
export async function issueDraft(
  books: Books,
  { draftId, version, seen, overrideId = null }: Issuing,
  { mayReverse }: { mayReverse: boolean },
): Promise<IssuedInvoice> {
  const kept = await lockDraft(books, draftId, version);
  const { draft, corrects } = kept;
  if (corrects && !mayReverse) throw new Refusal("not-allowed", { permission: "event:reverse" });
  const [taxes, choices, whose, settings] = await Promise.all([
    readTaxesInForce(books, draft),
    readTaxesOfLines(books, draft),
    draft.customerId === null ? null : readAccount(books, draft.customerId),
    readReceiptSettings(
      books,
      draft.lines.map((line) => line.productId),
      { accountId: null, on: draft.issuedOn ?? books.today },
    ),
  ]);
  if (seen) mustBeSeen({ taxes, choices }, seen);
  const { today } = books;
  const read = reckonDraft(draft, { taxes, choices, today, currency: whose?.currency ?? books.currency });
  if (!read.isReady) throw new Refusal("draft-unfinished", fieldOf(read));
  const issuedOn = present(draft.issuedOn, "a draft that is ready has a day");
  const dueOn = present(dueOf(draft), "a draft that is ready is due some day");
  if (issuedOn < settings.startOn) throw new Refusal("before-start", { field: "issuedOn" });
  if (corrects) await voidCorrected(books, corrects.eventId);
  const { accountId } = present(whose, "a draft that is ready says who is billed");
  const period = draft.period ?? undefined;
  const [account, place] = await Promise.all([
    lockActiveAccount(books, accountId),
    reserveEvent(books, { accountId, on: issuedOn, memo: draft.notesInternal, period }),
  ]);
  const { jobId } = draft;
  if (jobId !== null) await lockJobOf(books, { jobId, accountId, corrects: corrects?.invoiceId ?? null });
  const lines = keptLines(draft, read, settings);
  await checkRevenueAccounts(books, [{ chartCode: draft.chartCode || undefined }]);
  const invoiceId = account.freshId;
  const { subtotalCents, taxCents, retainageCents, totalCents } = read.total;
  const amounts = { subtotalCents, taxCents, retainageCents, totalCents };
  const gate = await gateOfInvoice(books, account, { invoicedCents: totalCents, overrideId, jobId });
  const retainage = lines.flatMap(({ retainageCents: held = ZERO }, at) =>
    held > 0 ? [{ invoiceId, invoiceLine: at + 1, amountCents: held }] : [],
  );
  const charged = withAgencies(read.total.taxes, { taxes, choices });
  const posting = postInvoice(place, {
    invoiceId,
    dueOn,
    jobId,
    subtotalCents,
    taxCents,
    taxes: charged,
    retainage,
    lines,
  });
  const number = await pipelined(
    post(books, [posting], gate),
    keepInvoice(books, {
      ...amounts,
      invoiceId,
      accountId,
      currency: account.currency,
      number: draft.number.trim() || undefined,
      issuedOn,
      dueOn,
      notesInternal: draft.notesInternal.trim(),
      eventNumber: place.number,
      lines,
      taxes: charged,
      billed: billedOf(draft, corrects?.invoiceId ?? null),
    }),
  );
  await books.tx.execute(sql`
    update books.invoice_drafts set state = 'issued', invoice_id = ${invoiceId}::uuid, version = version + 1,
      changed_by = ${books.userName}, changed_at = clock_timestamp()
    where id = ${draftId}::uuid`);
  await carryFiles(books, draftId, invoiceId);
  const answer = { invoiceId, number, eventId: place.number, totalCents, dueOn, period: place.period };
  return { ...answer, corrected: corrects?.number ?? null };
}

/** What was attached to the draft is the invoice's, by whom and when it was. */
const carryFiles = (books: Books, draftId: string, invoiceId: string) =>
  books.tx.execute(sql`
    insert into books.attachments (invoice_id, name, media_type, hash, attached_by, attached_at)
    select ${invoiceId}::uuid, name, media_type, hash, attached_by, attached_at from books.attachments
    where draft_id = ${draftId}::uuid and removed_at is null`);

type InForce = { taxes: readonly TaxInForce[]; choices: readonly LineTaxes<TaxInForce>[] };

/** Refuses "tax-changed" with what they are now where other taxes were seen. */
export function mustBeSeen({ taxes, choices }: InForce, seen: NonNullable<IssuedDraft["seen"]>): void {
  if (sameTaxes(taxes, seen.taxes) && sameLineTaxes(choices, seen.lineTaxes)) return;
  throw new Refusal("tax-changed", { taxes: shownTaxes(taxes), lineTaxes: shownLineTaxes(choices) });
}

/** The first thing that is wrong, as the form calls its box. */
export function fieldOf({ faults, lines }: ReadDraft): { field: string } {
  const [first] = faults;
  if (first) return { field: first.field };
  const at = lines.findIndex((line) => line.fault !== null);
  const fault = present(lines[at]?.fault, "a draft that isn't ready says why");
  return { field: `lines.${at}.${LINE_FAULTS[fault].box}` };
}

/** Voided today, with what paid it as open credit again. */
async function voidCorrected(books: Books, eventId: number): Promise<void> {
  const [standing] = await books.tx.execute(sql`
    select 1 from books.events e where e.number = ${eventId}
      and not exists (select from books.events r where r.reverses = e.number)`);
  if (!standing) throw new Refusal("corrected-before");
  await reverseEvent(books, { eventId, on: books.today, reason: "Corrected", customerNote: "" });
}

export function keptLines(draft: Draft, { lines }: ReadDraft, settings: ReceiptSettings): KeptLine[] {
  return draft.lines.map((line, at) => {
    const { entry, amounts } = present(lines[at], "every line was read");
    const { description, kind } = line;
    if (entry?.kind !== "item") return { kind, description, quantity: "1", unitPrice: "0", totalCents: ZERO };
    const { sku, chartCode } = settings.productOf(line.productId, at);
    const isOwn = line.productId === null && draft.chartCode !== "";
    return {
      ...amounts,
      kind,
      description: description.trim(),
      productId: line.productId,
      sku: line.productId === null ? line.sku.trim() : sku,
      quantity: entry.quantity,
      unit: line.unit.trim(),
      unitPrice: entry.unitPrice,
      taxable: entry.taxable,
      taxId: rateOf(line),
      chartCode: isOwn ? draft.chartCode : chartCode,
    };
  });
}

function billedOf(draft: Draft, corrects: string | null) {
  return {
    jobId: draft.jobId,
    locationId: draft.locationId,
    terms: readTerms(draft.terms) === null ? "" : draft.terms,
    poNumber: draft.poNumber.trim(),
    salesperson: draft.salesperson.trim(),
    notesToCustomer: draft.notesToCustomer.trim(),
    billingAddress: linesOf(draft.billingAddress),
    serviceAddress: linesOf(draft.serviceAddress),
    corrects,
  };
}
