// An invoice as it is printed, read in one snapshot: the business as it writes now, the invoice as it was issued.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { printedAddress } from "@/domain/customers/address.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { ADDRESS_COLUMNS, addressOfRow, type AddressRow } from "../ledger/address-row.ts";
import { cents, minus } from "@/domain/values/money.ts";
import { offerOn } from "@/domain/values/terms.ts";
import type { Books } from "../open.ts";
import { readBrand } from "../paper-settings.ts";
import { readInvoice } from "./invoice-page.ts";

/** As the directory names it. */
export type Business = { name: string; locale: string; country: string };

/** Refuses what isn't there with "not-found". */
export async function readInvoicePaper(
  books: Books,
  invoiceId: string,
  { name, locale, country }: Business,
): Promise<InvoicePaper> {
  const invoice = await readInvoice(books, invoiceId);
  const [now, retained] = await Promise.all([
    readParties(books, invoice.customerId),
    readRetained(books, invoice.eventId),
  ]);
  const { billingAddress, serviceAddress, number, issuedOn, dueOn, terms, job, currency, lines } = invoice;
  const { subtotalCents, taxes, taxCents, retainageCents, totalCents, openCents } = invoice;
  const standing = offerOn(invoice.offer, books.today);
  return {
    business: businessOf(now, { name, locale }),
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
    buyer: invoice.buyer,
    signature: invoice.signature,
    salesperson: invoice.salesperson,
    notes: invoice.notesToCustomer,
    currency,
    lines,
    subtotalCents,
    taxes,
    taxCents,
    retainageCents,
    retained,
    totalCents,
    openCents,
    early: standing && { payableCents: minus(openCents, standing.offeredCents), untilOn: standing.untilOn },
    isVoid: invoice.voidedBy !== null,
    corrects: invoice.corrects?.number ?? null,
    credits: null,
  };
}

/** What an event released, and what was held back then of the same invoices, as later ones don't change it. */
async function readRetained({ tx }: Books, eventId: number): Promise<InvoicePaper["retained"]> {
  const [row] = await tx.execute<{ released: number; held: number }>(sql`
    select coalesce(- sum(r.amount) filter (where r.event_number = ${eventId}), 0)::bigint as released,
      coalesce(sum(r.amount), 0)::bigint as held
    from books.retainage r where r.event_number <= ${eventId} and r.invoice_id in (
      select o.invoice_id from books.retainage o where o.event_number = ${eventId} and o.amount < 0)`);
  const { released, held } = present(row, "a sum has one row");
  return released > 0 ? { releasedCents: cents(released), heldCents: cents(held) } : null;
}

/** The business and one customer, as they stand on a paper of today. */
export async function readParties(books: Books, customerId: string): Promise<Parties> {
  const [row] = await books.tx.execute<Omit<Parties, "brand">>(sql`
    select s.address_lines as business_lines, s.phone, s.email, s.language, s.paper, ${ADDRESS_COLUMNS}
    from books.settings s, books.customers c where c.id = ${customerId}::uuid`);
  return {
    ...present(row, "a business has settings, and a paper its customer"),
    brand: await readBrand(books),
  };
}

export const businessOf = (
  { business_lines: addressLines, phone, email, language, paper, brand }: Parties,
  named: Pick<Business, "name" | "locale">,
): InvoicePaper["business"] => ({ ...named, addressLines, phone, email, language, paper, brand });

export type Parties = AddressRow & {
  business_lines: string[];
} & Pick<InvoicePaper["business"], "phone" | "email" | "language" | "paper" | "brand">;
