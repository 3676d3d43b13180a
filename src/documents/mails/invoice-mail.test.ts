// What the mail of an invoice or a credit memo says first, in each language, and nothing that could start a header or a tag.
import { expect, test } from "vitest";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import type { Language } from "@/domain/language/language.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { sampleInvoice } from "../sample-invoices.ts";
import { businessLike } from "../samples.ts";
import { invoiceMail } from "./invoice-mail.tsx";

const url = "https://books.example/s/abc";
const mailOf = (given: Partial<InvoicePaper>, message = "") =>
  invoiceMail({ invoice: sampleInvoice(given), url, message });
const CREDIT = { credits: "INV-02190", number: "CM-00007", totalCents: cents(50_00), openCents: ZERO };

test.each<[Partial<InvoicePaper>, string, string]>([
  [
    {},
    "Invoice INV-02190 from Hillside Supply: $2,195.28, due Dec 21, 2026",
    "To pay: $2,195.28, due Dec 21, 2026.",
  ],
  [
    { openCents: ZERO },
    "Invoice INV-02190 from Hillside Supply: nothing to pay",
    "Nothing to pay: this invoice is settled.",
  ],
  [
    { isVoid: true },
    "Invoice INV-02190 from Hillside Supply: nothing to pay",
    "This invoice is void. Nothing is to be paid on it.",
  ],
  [
    CREDIT,
    "Credit memo CM-00007 from Hillside Supply: $50.00",
    "We credit you $50.00 for invoice INV-02190.",
  ],
  [
    { ...CREDIT, isVoid: true },
    "Credit memo CM-00007 from Hillside Supply: Reversed",
    "This credit memo was reversed. It credits nothing.",
  ],
])("%o", async (given, subject, first) => {
  const mail = await mailOf(given);
  expect(mail.subject).toBe(subject);
  expect(mail.text.split("\n")[0]).toBe(first);
  expect(mail.text).toContain(url);
});

test.each<[Language, string]>([
  ["de", "Rechnung INV-02190 von Hillside Supply"],
  ["fr", "Facture INV-02190 de Hillside Supply"],
  ["es", "Factura INV-02190 de Hillside Supply"],
])("in %s", async (language, subject) => {
  const { slug: _slug, ...business } = businessLike({ language });
  const mail = await mailOf({ business: { ...business, brand: PLAIN_BRAND } });
  expect(mail.subject.startsWith(subject)).toBe(true);
  expect(mail.text).not.toMatch(/attached|View|To pay/);
});

test.each<[Language, string, string]>([
  ["en", "Pay invoice", "View invoice"],
  ["de", "Rechnung bezahlen", "Rechnung ansehen"],
  ["fr", "Payer la facture", "Voir : facture"],
  ["es", "Pagar la factura", "Ver factura"],
])(
  "its button leads to paying where it can be paid online and something is owed (%s)",
  async (language, pay, view) => {
    const { slug: _slug, ...ours } = businessLike({ language });
    const business = { ...ours, brand: PLAIN_BRAND };
    const buttonOf = async (given: Partial<InvoicePaper>, paysOnline: boolean) => {
      const invoice = sampleInvoice({ business, ...given });
      const { text, html } = await invoiceMail({ invoice, url, message: "", paysOnline });
      const words = [pay, view].filter((each) => text.replaceAll("\u00A0", " ").includes(each));
      expect(words.every((each) => html.replaceAll("\u00A0", " ").includes(each))).toBe(true);
      return words;
    };
    expect(await buttonOf({}, true)).toEqual([pay]);
    expect(await buttonOf({}, false)).toEqual([view]);
    expect(await buttonOf({ openCents: ZERO }, true)).toEqual([view]);
    expect(await buttonOf({ isVoid: true }, true)).toEqual([view]);
    expect(await buttonOf(CREDIT, true)).not.toContain(pay);
  },
);

test("what somebody wrote stands line by line, as text", async () => {
  const mail = await mailOf({}, "Dear Ann,\n\nplease note <b>the gate</b>.\r\nBcc: x@y.example");
  expect(mail.text).toContain("Dear Ann,\n\nplease note <b>the gate</b>.\n\nBcc: x@y.example");
  expect(mail.html).not.toContain("<b>");
  expect(mail.subject).not.toContain("Bcc");
});
