// A credit memo of an invoice as it is printed: the business and the customer's address as they are now, the rest as it was issued.
import { printedAddress } from "@/domain/customers/address.ts";
import type { InvoicePaper, PaperLine } from "@/domain/invoices/invoice-paper.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ZERO, decimalString } from "@/domain/values/money.ts";
import { typedNumber, type Notation } from "@/domain/values/written-number.ts";
import { addressOfRow } from "../ledger/address-row.ts";
import type { Books } from "../open.ts";
import { readCreditMemo, type CreditMemoLine } from "./credit-memo-page.ts";
import { readInvoice } from "./invoice-page.ts";
import { businessOf, readParties, type Business } from "./read-invoice-paper.ts";

/** Refuses what isn't there, and what credits no invoice line by line, with "not-found". */
export async function readCreditMemoPaper(
  books: Books,
  creditMemoId: string,
  { name, locale, country }: Business,
): Promise<InvoicePaper> {
  const memo = await readCreditMemo(books, creditMemoId);
  if (memo.invoice === null) throw new Refusal("not-found");
  const [invoice, now] = [
    await readInvoice(books, memo.invoice.invoiceId),
    await readParties(books, memo.customerId),
  ];
  const {
    number,
    issuedOn,
    currency,
    subtotalCents,
    taxes,
    taxCents,
    retainageCents,
    totalCents,
    openCents,
  } = memo;
  return {
    business: businessOf(now, { name, locale }),
    customer: { number: memo.customerNumber, name: memo.customerName },
    billingAddress:
      invoice.billingAddress.length > 0
        ? invoice.billingAddress
        : [memo.customerName, ...printedAddress(addressOfRow(now), country)],
    serviceAddress: invoice.serviceAddress,
    number,
    issuedOn,
    dueOn: issuedOn,
    terms: "",
    job: invoice.job,
    poNumber: invoice.poNumber,
    buyer: "",
    signature: null,
    salesperson: "",
    notes: memo.notesToCustomer,
    currency,
    lines: memo.lines.map((line) => paperLine(line, { currency, locale })),
    subtotalCents,
    taxes,
    taxCents,
    retained: null,
    retainageCents,
    totalCents,
    openCents,
    early: null,
    isVoid: memo.reversedBy !== null,
    corrects: null,
    credits: memo.invoice.number,
  };
}

/** Of a quantity, what one comes to isn't told: it needn't come out even. */
const paperLine = ({ quantity, ...line }: CreditMemoLine, { currency, locale }: Notation): PaperLine => ({
  kind: "item",
  description:
    quantity === null
      ? line.description
      : `${line.description}: ${[typedNumber(quantity, locale), line.unit].filter(Boolean).join(" ")}`,
  quantity: "1",
  unit: "",
  unitPrice: decimalString(line.totalCents, currency),
  discountCents: ZERO,
  totalCents: line.totalCents,
  taxable: line.taxable,
  retainageCents: line.retainageCents,
});
