// How a business's own look and words stand on its papers, what finds a payment's account, and that what was issued before
// there were any is printed as it was.
import { getDocumentProxy, extractText } from "unpdf";
import { expect, test } from "vitest";
import { NO_MESSAGES } from "@/domain/statements/age-message.ts";
import type { PaperSettings } from "@/domain/statements/build-statement.ts";
import { paymentCode } from "@/domain/statements/payment-code.ts";
import { Statement } from "@/domain/statements/statement.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { drawnLogo } from "./drawn-logo.ts";
import { invoicePdf } from "./invoice-pdf.tsx";
import { barsOf } from "./payment-code.tsx";
import { receiptPdf } from "./receipt-pdf.tsx";
import { sampleInvoice } from "./sample-invoices.ts";
import { SAMPLE_RECEIPTS } from "./sample-receipts.ts";
import { SAMPLE_ACCOUNT, businessLike, customerLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><rect width="90" height="20"/></svg>';
const LOGO = await drawnLogo(new TextEncoder().encode(SVG));
const BRAND = {
  ...PLAIN_BRAND,
  logo: { hash: "0".repeat(64), width: LOGO.width, height: LOGO.height },
  accent: "#0b4f9e",
  remitTo: ["Lockbox 7741", "Syracuse, NY 13202"],
  terms: "Goods stay ours until they are paid.",
};
const PAPER: PaperSettings = {
  brand: BRAND,
  messages: { ...NO_MESSAGES, d31_60: "Please call us about this balance." },
  iban: null,
};

async function read(pdf: Uint8Array) {
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(paper, { mergePages: false });
  const { fnArray } = await (await paper.getPage(1)).getOperatorList();
  return {
    pages: text.map((page) => page.replace(/\s+/g, " ")),
    pictures: fnArray.filter((fn) => fn === 85).length,
  };
}

test("a statement says what is final due where it is paid early, in front of the business's message", async () => {
  const early = { offeredCents: cents(20_00), untilOn: day("2026-12-10") };
  const { pages } = await read(
    await statementPdf({ ...sampleStatement(SAMPLE_ACCOUNT, {}, PAPER), early }, LOGO.png),
  );
  expect(pages[0]).toContain(
    "Final due if paid by Dec 10, 2026: 1,530.90 USD Please call us about this balance.",
  );
});

test("a branded statement has its picture, its message, its terms, and where money is sent", async () => {
  const { pages, pictures } = await read(
    await statementPdf(sampleStatement(SAMPLE_ACCOUNT, {}, PAPER), LOGO.png),
  );
  const text = pages.join(" ");
  expect(pictures).toBe(1);
  for (const said of [
    "Please call us about this balance.",
    "Goods stay ours until they are paid.",
    "Lockbox 7741 Syracuse, NY 13202",
    "Payment reference RF28 C004 2",
    "RF28C0042 155090 USD",
  ])
    expect(text).toContain(said);
  expect(pages[0]).toContain("1280 Hillside Road");
  expect(text.indexOf("Please call us")).toBeLessThan(text.indexOf("Open items"));
});

test("an invoice and a receipt on a sheet have the picture; a roll has none", async () => {
  const invoice = sampleInvoice();
  const branded = { ...invoice, business: { ...invoice.business, brand: BRAND } };
  const paper = await read(await invoicePdf(branded, LOGO.png));
  expect(paper.pictures).toBe(1);
  expect(paper.pages.join(" ")).toContain("Lockbox 7741 · Syracuse, NY 13202");
  expect(paper.pages.join(" ")).toContain("Goods stay ours until they are paid.");
  const [make] = Object.values(SAMPLE_RECEIPTS);
  if (!make) throw new Error("there is a sample receipt");
  const print = { copy: "customer", locale: "en-US", zone: "America/New_York" } as const;
  const look = { brand: BRAND, logo: LOGO.png };
  expect((await read(await receiptPdf(make(), { ...print, paper: "letter" }, look))).pictures).toBe(1);
  expect((await read(await receiptPdf(make(), { ...print, paper: "80mm" }, look))).pictures).toBe(0);
});

test("without its picture at hand the business is named, as it always was", async () => {
  const { pages, pictures } = await read(await statementPdf(sampleStatement(SAMPLE_ACCOUNT, {}, PAPER)));
  expect(pictures).toBe(0);
  expect(pages[0]).toContain("Hillside Supply");
});

const OLD: Pick<Statement, "templateVersion"> = { templateVersion: 2 };

test("what was issued before is printed without any of it", async () => {
  const { brand, message, payment, ...rest } = sampleStatement(SAMPLE_ACCOUNT, {}, PAPER);
  expect([brand, message, payment].every(Boolean)).toBe(true);
  const old = Statement.parse(JSON.parse(JSON.stringify({ ...rest, ...OLD })));
  expect(Object.keys(old)).not.toContain("brand");
  const { pages, pictures } = await read(await statementPdf(old, LOGO.png));
  expect(pictures).toBe(0);
  expect(pages.join(" ")).toContain("Please quote customer C-0042 and statement ST-000318.");
  expect(pages.join(" ")).not.toMatch(/RF28|Lockbox|call us|stay ours/);
});

test("a customer whose number makes no reference gets no code", async () => {
  const statement = sampleStatement(SAMPLE_ACCOUNT, { customer: customerLike({ number: "Ж-12" }) });
  expect((await read(await statementPdf(statement))).pages.join(" ")).not.toContain("Payment reference");
});

test.each(["A4", "LETTER"] as const)(
  "on %s all of it is there on long papers, too, each row once",
  async (paper) => {
    const business = businessLike({
      paper,
      name: "Hillside Supply and Sons Building Materials, Garden and Quarry Company",
    });
    const statement = sampleStatement(
      longAccount(272),
      { business, currency: "EUR" },
      { ...PAPER, iban: "DE89370400440532013000" },
    );
    const { pages } = await read(await statementPdf(statement, LOGO.png));
    const text = pages.join(" ");
    for (const { eventId } of statement.lines) expect(text.split(` ${eventId} `)).toHaveLength(2);
    expect(pages.at(-1)).toContain("IBAN DE89 3704 0044 0532 0130 00");
    expect(pages.at(-1)).toContain("Goods stay ours until they are paid.");
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  },
);

/** What a reader of the code gets: the modules, put together again from what is painted. */
test("the code is painted as what it says, line by line", () => {
  const { size, bars } = barsOf("RF28C0042\nUSD 1550.90");
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const { x, y, width } of bars) for (let at = x; at < x + width; at++) (rows[y] ?? [])[at] = true;
  const finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
  const shown = (left: number, top: number) =>
    rows.slice(top, top + 7).map((row) =>
      row
        .slice(left, left + 7)
        .map((dark) => (dark ? "#" : "."))
        .join(""),
    );
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    expect(shown(left, top)).toEqual(finder);
});

test("what the code says refers to the customer", () => {
  const { payment, currency, business } = sampleStatement();
  const code = paymentCode({ business, currency, ...(payment && { payment }) }, cents(155_090));
  expect(code?.split("\n")[0]).toBe("RF28C0042");
});
