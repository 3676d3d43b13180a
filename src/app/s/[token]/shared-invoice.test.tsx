// An invoice behind its link: what was signed for a house charge stands beside it, with the sentence that was agreed to.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { SAMPLE_SIGNATURE } from "@/domain/testing/samples.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import { day } from "@/domain/values/day.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { SharedInvoice } from "./shared-invoice.tsx";

const sampleInvoice = (): InvoicePaper => ({
  business: {
    name: "Hillside Supply",
    addressLines: [],
    phone: null,
    email: null,
    locale: "en-US",
    language: "en",
    paper: "LETTER",
    brand: PLAIN_BRAND,
  },
  customer: { number: "C-0042", name: "Greenleaf Landscaping" },
  billingAddress: ["Greenleaf Landscaping"],
  serviceAddress: [],
  number: "INV-02190",
  issuedOn: day("2026-11-21"),
  dueOn: day("2026-12-21"),
  terms: "net-30",
  job: null,
  poNumber: "",
  buyer: "",
  signature: null,
  salesperson: "",
  notes: "",
  currency: "USD",
  lines: [],
  subtotalCents: cents(100_00),
  taxes: [
    { name: "Sales tax", agency: "Vermont", rate: "6", baseCents: cents(100_00), taxCents: cents(6_00) },
  ],
  taxCents: cents(6_00),
  retainageCents: ZERO,
  retained: null,
  totalCents: cents(106_00),
  openCents: cents(106_00),
  early: null,
  isVoid: false,
  corrects: null,
  credits: null,
});

const drawn = (invoice: InvoicePaper) => renderToStaticMarkup(<SharedInvoice invoice={invoice} />);

test("a signature is drawn, and named for who can’t see it", () => {
  const page = drawn({ ...sampleInvoice(), signature: SAMPLE_SIGNATURE });
  expect(page).toContain('role="img" aria-label="Signed by Ann Lee"');
  expect(page).toContain(`d="${SAMPLE_SIGNATURE.path}"`);
  expect(page).toMatch(/<h2[^>]*>Signed by Ann Lee<\/h2>/);
});

test("who gave no name signed for the customer; without a signature there is no word of it", () => {
  const invoice = sampleInvoice();
  const nameless = drawn({ ...invoice, signature: { ...SAMPLE_SIGNATURE, name: "" } });
  expect(nameless).toContain(`Signed by ${invoice.customer.name}`);
  expect(drawn(invoice)).not.toContain("Signed");
});

test("a rate is written as the business writes percent", () => {
  const invoice = sampleInvoice();
  expect(drawn(invoice)).toContain("Sales tax, Vermont 6% on");
  const german = { ...invoice, business: { ...invoice.business, locale: "de-DE" } };
  expect(drawn(german)).toContain("Sales tax, Vermont 6\u00a0% on");
});
