// An invoice on paper, read back as text: what it is for, tax by agency, what is held back, how it is paid, in each language.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { SAMPLE_SIGNATURE } from "@/domain/testing/samples.ts";
import { LANGUAGE_CODES } from "@/domain/language/language.ts";
import { invoiceWords } from "@/domain/language/invoice-words.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { saidTerms } from "@/domain/values/said-terms.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { invoicePdf } from "./invoice-pdf.tsx";
import { billed, sampleInvoice } from "./sample-invoices.ts";

async function printed(invoice: InvoicePaper) {
  const pdf = await getDocumentProxy(new Uint8Array(await invoicePdf(invoice)));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
}

test("it says whom it is for, what for, tax by agency, what is held back, and how to pay", async () => {
  const [page = "", ...others] = await printed(sampleInvoice());
  expect(others).toEqual([]);
  for (const shown of [
    "Number INV-02190",
    "Date Nov 21, 2026",
    "Due Dec 21, 2026",
    "Terms Net 30",
    "Customer C-0042",
    "12 Orchard Lane",
    "Service address",
    "1 Main Street",
    "Job J-7 Town green",
    "PO number PO-4471",
    "Salesperson Sam Ortiz",
    "Phase 1: terrace",
    "Granite wall, dry laid",
    "12.5 sq ft 148.00 92.50 175.75 1,757.50",
    "Delivery and crane · not taxed",
    "Subtotal 2,207.50",
    "Sales tax, Vermont 6% on 1,757.50 105.45",
    "Local option, Stowe 1% on 1,757.50 17.58",
    "Retainage held back −220.75",
    "Total 2,195.28",
    "Thank you for your business.",
    "Please keep the gate shut.",
    "How to pay",
    "Please quote customer C-0042 and invoice INV-02190.",
    "Page 1 of 1",
  ])
    expect(page).toContain(shown);
});

test("what has been paid since is taken off, and nothing is asked for when all of it is", async () => {
  const [part = ""] = await printed(sampleInvoice({ paid: cents(195_28) }));
  expect(part).toContain("Paid or credited −195.28");
  expect(part).toContain("Left to pay 2,000.00");
  const [whole = ""] = await printed(sampleInvoice({ openCents: cents(0) }));
  expect(whole).toContain("Nothing to pay: it is settled.");
  expect(whole).not.toContain("How to pay");
});

test("one that bills retainage says how much, and what is held back still", async () => {
  const entered = [billed("Retainage of invoice INV-1, job 7", "1", "320"), billed("Cleaning", "1", "40")];
  const retained = { releasedCents: cents(320_00), heldCents: cents(80_00) };
  const [page = ""] = await printed(sampleInvoice({ entered, held: "", retained }));
  expect(page).toMatch(/Retainage billed\s+320\.00/);
  expect(page).toMatch(/Still held back\s+80\.00/);
});

test("a void one says so, and one that was issued instead of it names it", async () => {
  const [page = ""] = await printed(
    sampleInvoice({ isVoid: true, openCents: cents(0), corrects: "INV-02180" }),
  );
  expect(page).toContain("This invoice is void. Nothing is to be paid on it.");
  expect(page).toContain("Issued instead of INV-02180");
  expect(page).not.toContain("Paid or credited");
});

test("a credit memo says what it credits of which invoice, and asks for nothing", async () => {
  const credit = { credits: "INV-02190", number: "CM-00007", openCents: cents(95_28) };
  const [page = ""] = await printed(sampleInvoice(credit));
  for (const shown of [
    "Credit memo",
    "Number CM-00007",
    "For invoice INV-02190",
    "What is credited",
    "Local option, Stowe 1% on 1,757.50 17.58",
    "No longer held back −220.75",
    "Total credit 2,195.28",
    "Applied or refunded −2,100.00",
    "Open credit 95.28",
    "It lowers what you owe.",
  ])
    expect(page).toContain(shown);
  expect(page).not.toMatch(/How to pay|Due|Please quote/);
  const [gone = ""] = await printed(sampleInvoice({ ...credit, isVoid: true }));
  expect(gone).toContain("This credit memo was reversed. It credits nothing.");
});

test("one sum of tax, and lines without quantities, as a receipt or an import makes them", async () => {
  const plain = sampleInvoice({ entered: [billed("Goods", "1", "100")], charged: [], held: "" });
  const [page = ""] = await printed({
    ...plain,
    taxCents: cents(8_00),
    totalCents: cents(108_00),
    openCents: cents(108_00),
  });
  expect(page).toContain("Tax 8.00");
  expect(page).not.toContain("Quantity");
  expect(page).not.toContain("Held back");
});

test("a thousand lines run over many pages, each with its head, and lose none", async () => {
  const entered = Array.from({ length: 1000 }, (_, n) => billed(`Stone no. ${n + 1}`, "2", "1.50"));
  const pages = await printed(sampleInvoice({ entered, held: "" }));
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.every((page) => page.includes("Description"))).toBe(true);
  for (const n of [1, 500, 1000]) expect(pages.some((page) => page.includes(`Stone no. ${n} `))).toBe(true);
  expect(pages.at(-1)).toContain("How to pay");
});

test("a long description and long notes are printed whole", async () => {
  const words = (many: number) => Array.from({ length: many }, (_, n) => `w${n}`).join(" ");
  const pages = await printed(sampleInvoice({ entered: [billed(words(60), "1", "5")], notes: words(300) }));
  const all = pages.join(" ");
  for (const word of ["w59", "w150", "w299"]) expect(all).toContain(word);
});

test.each(LANGUAGE_CODES)("in %s it speaks one language", async (language) => {
  const say = invoiceWords(language);
  const { business } = sampleInvoice();
  const locale = { en: "en-US", de: "de-DE", fr: "fr-FR", es: "es-MX" }[language];
  const [page = ""] = await printed(
    sampleInvoice({ business: { ...business, language, locale }, terms: "day-10" }),
  );
  for (const shown of [
    say.invoice,
    say.quantity,
    say.held,
    say.retainage,
    saidTerms("day-10", { language, locale }),
    say.service,
    say.notes,
  ])
    expect(page).toContain(shown);
});

test("what settles it early stands beneath what is left to pay", async () => {
  const early = { payableCents: cents(980_00), untilOn: day("2026-12-01") };
  const told = (await printed(sampleInvoice({ early }))).join(" ");
  expect(told).toMatch(/If paid by [^0-9]*Dec[^0-9]* 1, 2026 980\.00/);
});

test("of a house charge it says who asked for it, beside the purchase order", async () => {
  const [page = ""] = await printed({ ...sampleInvoice(), salesperson: "", buyer: "Ann Lee" });
  expect(page).toContain("PO number PO-4471");
  expect(page).toContain("Ordered by Ann Lee");
  expect((await printed(sampleInvoice()))[0]).not.toContain("Ordered by");
});

test("what the customer signed for a charge stands on it, as it was drawn, with their name", async () => {
  const signature = SAMPLE_SIGNATURE;
  const invoice = sampleInvoice();
  const signed = { ...invoice, signature };
  expect((await printed(signed)).join(" ")).toContain("Signed by Ann Lee");
  expect((await printed({ ...invoice, signature: { ...signature, name: "" } })).join(" ")).toContain(
    `Signed by ${invoice.customer.name}`,
  );
  expect((await printed(invoice)).join(" ")).not.toContain("Signed");
  const painted = async (each: InvoicePaper) => {
    const pdf = await getDocumentProxy(new Uint8Array(await invoicePdf(each)));
    const last = await pdf.getPage(pdf.numPages);
    return (await last.getOperatorList()).fnArray.length;
  };
  const dots = { ...signature, path: "M100 100L900 300M200 100L300 300M400 100L500 300" };
  expect(await painted({ ...invoice, signature: dots })).toBeGreaterThan(await painted(signed));
});
