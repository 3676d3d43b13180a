// Posts what a file does, so many at a time, with the documents it keeps: invoices and credit memos under the other
// program's own numbers, payments with its reference.
import { sql } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import { postCreditMemo } from "@/domain/invoices/credit-memo.ts";
import { postInvoice, postOpeningCredit, postOpeningItem } from "@/domain/invoices/invoice.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import { minorDigits, ZERO } from "@/domain/values/money.ts";
import type { Entry } from "@/domain/imports/entries.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import type { Happening } from "./happenings.ts";

type Posted = { happening: Happening; posting: Posting; documentId: string };

export type Bringing = {
  importId: string;
  isOpening: boolean;
  /** The item of each invoice that was posted, for what settles it. */
  items: Map<Entry, number>;
};

/** Answers the event numbers. */
export async function postHappenings(
  books: Books,
  happenings: readonly Happening[],
  bringing: Bringing,
): Promise<number[]> {
  const [places, ids] = await Promise.all([
    reserveEvents(
      books,
      happenings.map(({ accountId, on, entry }) => ({ accountId, on, memo: entry.memo })),
    ),
    newIds(books, happenings.length),
  ]);
  const posted = happenings.map((happening, at): Posted => {
    const place = present(places[at], "as many places as happenings");
    const documentId = present(ids[at], "as many ids as documents");
    if (happening.what === "invoice") bringing.items.set(happening.entry, place.number);
    const posting = bringing.isOpening
      ? openingOf(happening, documentId, { place, bringing })
      : historyOf(happening, documentId, { place, bringing });
    return { happening, posting, documentId };
  });
  await post(
    books,
    posted.map(({ posting }) => posting),
  );
  await keepDocuments(books, posted, bringing);
  return posted.map(({ posting }) => posting.number);
}

type At = { place: EventHeader; bringing: Bringing };

const appliedTo = ({ entry, cents }: Happening, { items }: Bringing) => [
  { itemId: present(items.get(entry), "an invoice comes before its payment"), amountCents: cents },
];

function openingOf(happening: Happening, documentId: string, { place, bringing }: At): Posting {
  const { what, entry, dueOn, cents: amountCents } = happening;
  if (what === "invoice")
    return postOpeningItem(place, { documentId, issuedOn: entry.on, dueOn, amountCents });
  const applied = what === "paid" ? appliedTo(happening, bringing) : [];
  return postOpeningCredit(place, {
    documentId: isKept(happening, true) ? documentId : null,
    issuedOn: what === "paid" ? place.effectiveOn : entry.on,
    amountCents,
    applied,
  });
}

function historyOf(happening: Happening, documentId: string, { place, bringing }: At): Posting {
  const { what, dueOn, cents: amountCents, entry } = happening;
  if (what === "invoice")
    return postInvoice(place, { invoiceId: documentId, dueOn, subtotalCents: amountCents, taxCents: ZERO });
  if (what === "credit")
    return postCreditMemo(place, {
      creditMemoId: documentId,
      subtotalCents: amountCents,
      taxCents: ZERO,
      applied: [],
    });
  const applied = what === "paid" ? appliedTo(happening, bringing) : [];
  const label = what === "payment" && entry.number !== "" ? `Payment ${entry.number}` : "Payment";
  return postPayment(place, { paymentId: documentId, amountCents, label, applied });
}

/** Of what was before the books only invoices and credit memos have a paper; a payment of then was other books' cash. */
const isKept = ({ what, entry }: Happening, isOpening: boolean): boolean =>
  what === "invoice" || (what === "credit" ? entry.number !== "" || !isOpening : !isOpening);

async function keepDocuments(
  { tx, currency }: Books,
  posted: readonly Posted[],
  { importId, isOpening }: Bringing,
): Promise<void> {
  const kept = posted.filter(({ happening }) => isKept(happening, isOpening));
  const rows = kept.map(({ happening, posting, documentId }) => ({
    kind: happening.what === "paid" ? "payment" : happening.what,
    id: documentId,
    account_id: happening.accountId,
    event_number: posting.number,
    number: happening.entry.number || `#${posting.number}`,
    reference: happening.what === "payment" ? happening.entry.number : "",
    issued_on: happening.entry.on,
    due_on: happening.dueOn,
    received_on: happening.on,
    amount: happening.cents,
    disputed: happening.entry.disputed,
  }));
  const [made] = await tx.execute<{ count: number }>(sql`
    with doc as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as d (kind text, id uuid, account_id uuid,
        event_number bigint, number text, reference text, issued_on date, due_on date, received_on date, amount bigint, disputed boolean)),
    invoice as (
      insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total, disputed, event_number, import_id)
      select id, account_id, ${currency}, 'import', number, issued_on, due_on, amount, amount, disputed, event_number, ${importId}::uuid
      from doc where kind = 'invoice' returning id, subtotal),
    line as (
      insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
      select i.id, 1, 'Imported invoice', i.subtotal / 10::numeric ^ ${minorDigits(currency)}::int, i.subtotal, c.code
      from invoice i, books.chart c where c.role = 'revenue' returning 1),
    memo as (
      insert into books.credit_memos (id, account_id, currency, number, issued_on, subtotal, total, reason, event_number, import_id)
      select id, account_id, ${currency}, number, issued_on, amount, amount, 'Imported', event_number, ${importId}::uuid
      from doc where kind = 'credit' returning 1),
    payment as (
      insert into books.payments (id, account_id, currency, method, reference, received_on, amount, event_number)
      select id, account_id, ${currency}, 'import', reference, received_on, amount, event_number
      from doc where kind = 'payment' returning 1)
    select (select count(*) from line)::int + (select count(*) from memo)::int + (select count(*) from payment)::int as count`);
  assert(made?.count === kept.length, "every document was kept");
}
