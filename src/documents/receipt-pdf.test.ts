// The receipt on paper, read back as text: a roll is one page as long as its text, a sheet never tears a line in two.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { SAMPLE_SIGNATURE } from "@/domain/testing/samples.ts";
import { present } from "@/domain/assert.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import { receiptPdf, type ReceiptPrint } from "./receipt-pdf.tsx";
import { SAMPLE_RECEIPTS, sampleReceipt } from "./sample-receipts.ts";

const PLACE = { locale: "en-US", zone: "America/New_York" };
type Print = Pick<ReceiptPrint, "paper" | "copy"> & { locale?: string };

async function printed(receipt: ReceiptPage, print: Print) {
  const pdf = await getDocumentProxy(new Uint8Array(await receiptPdf(receipt, { ...PLACE, ...print })));
  const { text } = await extractText(pdf, { mergePages: false });
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  return { pages: text.map((page) => page.replace(/\s+/g, " ")), width, height };
}

test("the customer's copy of a house charge says what was charged and what is owed now, and asks for no signature", async () => {
  const { pages, width } = await printed(SAMPLE_RECEIPTS.charge(), { paper: "80mm", copy: "customer" });
  expect(pages).toHaveLength(1);
  expect(Math.round(width)).toBe(227);
  for (const shown of [
    "Hillside Supply",
    "Receipt R-00318",
    "Greenleaf Landscaping C-0042",
    "Customer copy",
    "2.5 yd × 38.00 · MU-220",
    "4 × 21.75 · less 8.70 · IR-1007",
    "1 × 45.00 · not taxed",
    "Sales tax 8% 13.86",
    "Payment on account 300.00",
    "To pay USD 532.16",
    "Charged to account 232.16",
    "Check 4471 300.00",
    "Invoice INV-02190, due Dec 21, 2026",
    "Ordered by Ann Lee",
    "Purchase order PO-4471",
    "Account balance before 1,550.90",
    "Account balance now 1,483.06",
  ])
    expect(pages[0]).toContain(shown);
  expect(pages[0]).not.toContain("Signed");
});

test("the merchant's copy has a line to sign on, and says nothing of the balance", async () => {
  const { pages } = await printed(SAMPLE_RECEIPTS.charge(), { paper: "80mm", copy: "merchant" });
  expect(pages[0]).toContain("agree to pay USD 232.16 under the terms of the account");
  expect(pages[0]).toContain("Signed for Greenleaf Landscaping");
  expect(pages[0]).not.toContain("Account balance");
});

test("what was signed on a screen stands on both copies, above the name of who signed", async () => {
  const signature = SAMPLE_SIGNATURE;
  const receipt = { ...SAMPLE_RECEIPTS.charge(), signature };
  for (const copy of ["customer", "merchant"] as const) {
    const { pages } = await printed(receipt, { paper: "80mm", copy });
    expect(pages[0]).toContain("Signed for Greenleaf Landscaping Ann Lee");
  }
  const strokes = async (each: ReceiptPage) => {
    const pdf = await getDocumentProxy(
      new Uint8Array(await receiptPdf(each, { ...PLACE, paper: "80mm", copy: "merchant" })),
    );
    return (await (await pdf.getPage(1)).getOperatorList()).fnArray.length;
  };
  expect(await strokes(receipt)).not.toBe(await strokes(SAMPLE_RECEIPTS.charge()));
});

test("two copies are one file: the merchant’s to be signed, then the customer’s", async () => {
  const { pages } = await printed(SAMPLE_RECEIPTS.charge(), { paper: "80mm", copy: "both" });
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain("Merchant copy");
  expect(pages[0]).toContain("Signed for Greenleaf Landscaping");
  expect(pages[1]).toContain("Customer copy");
  expect(pages[1]).not.toContain("Signed");
});

test("cash gives change, and untaxed business prints no tax", async () => {
  const { pages } = await printed(SAMPLE_RECEIPTS.cash(), { paper: "80mm", copy: "customer" });
  expect(pages[0]).toContain("Cash 40.00 Change 11.05");
  expect(pages[0]).not.toContain("tax");
});

test("what is entered later says the day of the sale, and what is entered at once the time, too", async () => {
  const print = { paper: "80mm", copy: "customer" } as const;
  expect((await printed(sampleReceipt({}), print)).pages[0]).toContain("Nov 21, 2026, 5:33 PM");
  const later = await printed(sampleReceipt({ issuedOn: day("2026-11-03") }), print);
  expect(later.pages[0]).toContain("Nov 3, 2026 ");
  expect(later.pages[0]).not.toContain("Nov 21, 2026");
});

test("a return names the receipt it brings back", async () => {
  const { pages } = await printed(SAMPLE_RECEIPTS.return(), { paper: "80mm", copy: "customer" });
  expect(pages[0]).toContain("Brought back from receipt R-00318");
  expect(pages[0]).toContain("Credit to the account 21.14");
});

test.each([
  [
    "de-DE",
    SAMPLE_RECEIPTS.german,
    [
      "Beleg R-00318",
      "2,5 yd × 38,00",
      "abzüglich 8,70",
      "ohne Steuer",
      "Scheck 4471",
      "Kontostand jetzt 1.483,06",
    ],
    ["Händlerbeleg", "zahle USD 232,16 zu den Bedingungen", "Unterschrift für Greenleaf Landscaping"],
  ],
  [
    "fr-FR",
    SAMPLE_RECEIPTS.french,
    ["Reçu R-00318", "2,5 yd × 38,00", "moins 8,70", "non taxé", "Chèque 4471", "Solde du compte 1 483,06"],
    ["Copie du commerçant", "m’engage à payer USD 232,16", "Signé pour Greenleaf Landscaping"],
  ],
  [
    "es-MX",
    SAMPLE_RECEIPTS.spanish,
    [
      "Recibo R-00318",
      "2.5 yd × 38.00",
      "menos 8.70",
      "sin impuesto",
      "Cheque 4471",
      "Saldo actual de la cuenta 1,483.06",
    ],
    ["Copia del comercio", "me obligo a pagar USD 232.16", "Firma por Greenleaf Landscaping"],
  ],
] as const)(
  "in %s it is in the business's language, each number as it writes them",
  async (locale, make, customer, merchant) => {
    const copies = [
      ["customer", customer],
      ["merchant", merchant],
    ] as const;
    for (const [copy, shown] of copies) {
      const { pages } = await printed(make(), { paper: "80mm", copy, locale });
      for (const each of shown) expect(pages[0]).toContain(each);
      expect(pages[0]).not.toMatch(/Receipt|copy|Invoice|Total due|Thank|not taxed|Served/);
    }
  },
);

test("its days are in the paper's language, where the business writes its figures as another does", async () => {
  const print = { paper: "80mm", copy: "customer", locale: "en-US" } as const;
  const { pages } = await printed(SAMPLE_RECEIPTS.german(), print);
  for (const shown of ["21.11.2026, 17:33", "fällig am 21. Dez. 2026", "Kontostand jetzt 1,483.06"])
    expect(pages[0]).toContain(shown);
});

test("each rate has a line of its own", async () => {
  const taxes = [
    { name: "State tax", agency: "Vermont", rate: "6", taxCents: cents(10_40) },
    { name: "City tax", agency: "Barre", rate: "1.125", taxCents: cents(1_95) },
  ];
  const print = { paper: "80mm", copy: "customer" } as const;
  const [page] = (await printed(sampleReceipt({ taxes }), print)).pages;
  expect(page).toContain("State tax 6% 10.40");
  expect(page).toContain("City tax 1.125% 1.95");
});

test("a rate of tax is written with the business's own decimal sign", async () => {
  const print = { paper: "80mm", copy: "customer", locale: "de-DE" } as const;
  expect((await printed(sampleReceipt({ taxRate: "8.25" }), print)).pages[0]).toContain("Sales tax 8,25 %");
});

test("a roll is as long as it needs to be, and a sheet goes on overleaf, with every line once", async () => {
  const short = await printed(SAMPLE_RECEIPTS.cash(), { paper: "80mm", copy: "customer" });
  const long = await printed(SAMPLE_RECEIPTS.long(), { paper: "80mm", copy: "customer" });
  expect(long.pages).toHaveLength(1);
  expect(long.height).toBeGreaterThan(4 * short.height);
  const { pages } = await printed(SAMPLE_RECEIPTS.long(), { paper: "letter", copy: "customer" });
  expect(pages.length).toBeGreaterThan(2);
  for (let n = 1; n <= 60; n++) expect(pages.join(" ").split(`1 × ${n}.25`)).toHaveLength(2);
});

test("a roll longer than a PDF's page may be goes on on another", async () => {
  const [first] = sampleReceipt({}).lines;
  const description = "Delivery to the site on the hill, by the old quarry road ".repeat(3);
  const lines = Array.from({ length: 300 }, (_, at) => ({
    ...present(first, "a line"),
    line: at + 1,
    description,
  }));
  const { pages, height } = await printed(sampleReceipt({ lines }), { paper: "80mm", copy: "customer" });
  expect(pages.length).toBeGreaterThan(1);
  expect(height).toBeLessThanOrEqual(14_400);
});

test("whatever a customer or a product is called, it is drawn", async () => {
  const name = "Łódź 東京 ".repeat(20);
  const odd = sampleReceipt({
    customer: { customerId: "c", number: "C-1", name, addressLines: [] },
    note: name.repeat(9),
  });
  expect((await printed(odd, { paper: "a4", copy: "merchant" })).pages.join(" ")).toContain("Łódź");
});
