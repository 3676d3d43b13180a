// An invoice as it is printed, read in one snapshot: the business as it writes now, the invoice as it was issued.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { printedAddress } from "@/domain/customers/address.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "../ledger/address-row.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { readInvoice } from "./invoice-page.ts";

/** As the directory names it. */
type Business = { name: string; locale: string; country: string };

/** Refuses what isn't there with "not-found". */
export async function readInvoicePaper(
  books: Books,
  invoiceId: string,
  { name, locale, country }: Business,
): Promise<InvoicePaper> {
  const invoice = await readInvoice(books, invoiceId);
  const [row] = await books.tx.execute<Row>(sql`
    select s.address_lines as business_lines, s.phone, s.email, s.language, s.paper, ${ADDRESS_COLUMNS}, r.released, r.held
    from books.settings s, books.customers c, (${retainedBy(invoice.eventId)}) r where c.id = ${invoice.customerId}::uuid`);
  const now = present(row, "a business has settings, and an invoice its customer");
  const { billingAddress, serviceAddress, number, issuedOn, dueOn, terms, job, currency, lines } = invoice;
  const { subtotalCents, taxes, taxCents, retainageCents, totalCents, openCents } = invoice;
  return {
    business: {
      name,
      locale,
      addressLines: now.business_lines,
      phone: now.phone,
      email: now.email,
      language: now.language,
      paper: now.paper,
    },
    customer: { number: invoice.customerNumber, name: invoice.customerName },
    // What a receipt or an import made has none of its own.
    billingAddress:
      billingAddress.length > 0
        ? billingAddress
        : [invoice.customerName, ...printedAddress(addressOfRow(now), country)],
    serviceAddress,
    number,
    issuedOn,
    dueOn,
    terms,
    job,
    poNumber: invoice.poNumber,
    salesperson: invoice.salesperson,
    notes: invoice.notesToCustomer,
    currency,
    lines,
    subtotalCents,
    taxes,
    taxCents,
    retainageCents,
    retained: now.released > 0 ? { releasedCents: cents(now.released), heldCents: cents(now.held) } : null,
    totalCents,
    openCents,
    isVoid: invoice.voidedBy !== null,
    corrects: invoice.corrects?.number ?? null,
  };
}

/** What an event released, and what was held back then of the same invoices, as later ones don't change it. */
const retainedBy = (eventId: number): SQL => sql`
  select coalesce(- sum(r.amount) filter (where r.event_number = ${eventId}), 0)::bigint as released,
    coalesce(sum(r.amount), 0)::bigint as held
  from books.retainage r where r.event_number <= ${eventId} and r.invoice_id in (
    select o.invoice_id from books.retainage o where o.event_number = ${eventId} and o.amount < 0)`;

type Row = AddressRow & {
  business_lines: string[];
  released: number;
  held: number;
} & Pick<InvoicePaper["business"], "phone" | "email" | "language" | "paper">;
