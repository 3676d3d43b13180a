// An invoice as it is printed: as it was issued, with what has been paid on it since.
import type { Language } from "../language/language.ts";
import type { Brand } from "../values/brand.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { ChargedTax } from "../values/tax.ts";
import type { Signature } from "../receipts/signature.ts";
import type { LineKind } from "./invoice-total.ts";

export type PaperLine = {
  kind: LineKind;
  description: string;
  /** Exact decimals, as they were written. */
  quantity: string;
  unit: string;
  unitPrice: string;
  discountCents: Cents;
  /** Of a subtotal, what the lines since the last one come to. */
  totalCents: Cents;
  taxable: boolean;
  retainageCents: Cents;
};

export type InvoicePaper = {
  business: {
    name: string;
    addressLines: readonly string[];
    phone: string | null;
    email: string | null;
    locale: string;
    language: Language;
    paper: "A4" | "LETTER";
    /** As it looks now. */
    brand: Brand;
  };
  customer: { number: string; name: string };
  /** As they stand on an envelope; the first line is the name. */
  billingAddress: readonly string[];
  serviceAddress: readonly string[];
  number: string;
  issuedOn: Day;
  dueOn: Day;
  /** The code of its terms; empty where only its due date is known. */
  terms: string;
  job: { number: string; name: string } | null;
  poNumber: string;
  /** Of a house charge: who asked for it, "" where nobody said; and what the customer signed. */
  buyer: string;
  signature: Signature | null;
  salesperson: string;
  notes: string;
  currency: string;
  lines: readonly PaperLine[];
  subtotalCents: Cents;
  /** None where the tax is known in one sum only. */
  taxes: readonly ChargedTax[];
  taxCents: Cents;
  retainageCents: Cents;
  /** Of one that bills retainage: how much, and what of the same invoices was held back still when it was issued. */
  retained: { releasedCents: Cents; heldCents: Cents } | null;
  totalCents: Cents;
  openCents: Cents;
  /** What settles it until a day, less what its terms let one keep; null where it is too late for that, or nothing may be kept. */
  early: { payableCents: Cents; untilOn: Day } | null;
  isVoid: boolean;
  /** The number of the invoice that it was issued instead of. */
  corrects: string | null;
  /** Of a credit memo, the number of the invoice that it credits: what is open of it then is credit, and nothing is paid. */
  credits: string | null;
};
