// The statement on paper, read back as text: every figure of the value is there, once, on whole pages.
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { SAMPLE_ACCOUNT, businessLike, customerLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";

const NOTHING = { invoices: [], unapplied: [], retainedCents: ZERO };
const ALL_TIME = { fromOn: day("2010-01-01") };

async function pagesOf(statement: Statement): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await statementPdf(statement)));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
}

const textOf = async (statement: Statement) => (await pagesOf(statement)).join(" ");

test("the first page opens with who asks, how much, and by when", async () => {
  const text = await textOf(sampleStatement());
  for (const shown of [
    "Hillside Supply",
    "ST-000318",
    "Nov 21, 2026",
    "Amount due",
    "1,550.90",
    "Partly overdue since Oct 4, 2026",
  ])
    expect(text).toContain(shown);
  expect(text.indexOf("1,550.90")).toBeLessThan(text.indexOf("Open items"));
});

test("the aging strip, the open items and the activity carry the value's figures", async () => {
  const text = await textOf(sampleStatement());
  expect(text).toContain("INV-02011 Oct 6, 2026 Nov 5, 2026 16 880.50 150.00 730.50");
  expect(text).toContain("Oct 1, 2026 Opening balance 1,784.75");
  expect(text).toContain("Nov 3, 2026 10426 Payment · Card ending 4242 · for INV-02011 — 150.00 1,927.89");
  expect(text).toContain("Nov 21, 2026 Closing balance 1,577.89 1,811.74 1,550.90");
  for (const shown of [
    "620.40",
    "730.50",
    "500.00",
    "1,850.90",
    "−300.00",
    "Retainage held, not due yet: 4,200.00",
  ])
    expect(text).toContain(shown);
});

test("a preview says that it isn't issued, and has no number to quote", async () => {
  const text = await textOf(sampleStatement(SAMPLE_ACCOUNT, { number: null }));
  expect(text).toContain("Preview — not issued");
  expect(text).toContain("Please quote customer C-0042.");
});

test("an account in credit is called that, and asks for nothing", async () => {
  const deposit = {
    onDay: day("2026-11-12"),
    amountCents: cents(12_000),
    reference: null,
    description: "Payment",
  };
  const text = await textOf(sampleStatement({ ...NOTHING, unapplied: [deposit] }));
  expect(text).toContain("credit 120.00");
  expect(text).toContain("Nothing to pay: the account is in credit");
  expect(text).not.toContain("Amount enclosed");
});

test("nothing open and nothing done is still a statement", async () => {
  const pages = await pagesOf(sampleStatement(NOTHING));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain("Nothing was open on Nov 21, 2026.");
  expect(pages[0]).toContain("no activity");
  expect(pages[0]).toContain("Page 1 of 1");
});

describe.each([1, 24, 25, 26, 27, 271, 272])("with %i lines", (count) => {
  const account = longAccount(count);
  const unpaid = { ...account, invoices: account.invoices.map((invoice) => ({ ...invoice, paid: [] })) };

  test.each(["A4", "LETTER"] as const)(
    "on %s, every row is printed once and every page is numbered",
    async (paper) => {
      const statement = sampleStatement(unpaid, { ...ALL_TIME, business: businessLike({ paper }) });
      expect(statement.lines).toHaveLength(count);
      const pages = await pagesOf(statement);
      const text = pages.join(" ");
      for (const { eventId, description } of statement.lines) {
        expect(text.split(` ${eventId} ${description} `)).toHaveLength(2);
      }
      for (const [index, page] of pages.entries())
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(pages.at(-1)).toContain("Amount enclosed");
      expect(text.split("Amount enclosed")).toHaveLength(2);
    },
  );
});

test("heads repeat on every page of a long statement", async () => {
  const pages = await pagesOf(sampleStatement(longAccount(272), ALL_TIME));
  for (const page of pages.slice(1)) {
    expect(page).toContain("Statement for Greenleaf Landscaping, C-0042");
    expect(page).toMatch(/Document Dated Due|Date Event Description/);
  }
});

test("five thousand invoices are drawn in pieces, and all of them are there", async () => {
  const pdf = await statementPdf(sampleStatement(longAccount(5_000), ALL_TIME));
  expect(pdf.length).toBeLessThan(3_000_000);
  expect((await getDocumentProxy(new Uint8Array(pdf))).numPages).toBeGreaterThan(150);
  // Drawn as one flow they would take minutes (faults.md D17): the time-out is for that, and for nothing finer.
}, 120_000);

test("the same value gives the same bytes, also when two are made at once", async () => {
  const [alone, [first, second]] = [
    await statementPdf(sampleStatement()),
    await Promise.all([statementPdf(sampleStatement()), statementPdf(sampleStatement(longAccount(40)))]),
  ];
  expect(first.equals(alone)).toBe(true);
  expect(second.equals(alone)).toBe(false);
});

test("the file names itself, its author and its day", async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await statementPdf(sampleStatement())));
  const { info } = await getMeta(pdf);
  expect(info).toMatchObject({
    Title: "Statement ST-000318 for Greenleaf Landscaping",
    Author: "Hillside Supply",
    Language: "en-US",
    CreationDate: "D:20261121000000Z",
  });
});

test("a statement that doesn't foot is never printed", async () => {
  await expect(statementPdf({ ...sampleStatement(), closingCents: cents(1) })).rejects.toThrow(
    "closing balance",
  );
});

describe("money and days are written as the business writes them", () => {
  test.each([
    ["JPY", "ja-JP", "155,090"],
    ["KWD", "ar-KW", "155.090"],
    ["EUR", "de-DE", "1.550,90"],
    ["PLN", "pl-PL", "1 550,90"],
    ["USD", "ar-EG", "1,550.90"],
    ["USD", "th-TH", "1,550.90"],
  ])("%s in %s", async (currency, locale, due) => {
    const text = await textOf(
      sampleStatement(SAMPLE_ACCOUNT, { currency, business: businessLike({ locale }) }),
    );
    expect(text).toContain(due);
    expect(text).toContain("2026");
    expect(text).not.toContain("\uFFFD");
  });

  test("the largest amounts find room", async () => {
    const invoices = SAMPLE_ACCOUNT.invoices.map((one) => ({
      ...one,
      amountCents: cents(9_999_999_999_999),
      paid: [],
    }));
    const text = await textOf(sampleStatement({ ...NOTHING, invoices }));
    expect(text).toContain("99,999,999,999.99");
    expect(text).toContain("599,999,999,999.94");
  });
});

describe("what people type", () => {
  test("Polish, German, Greek, Cyrillic and Vietnamese are text, not pictures of text", async () => {
    const name = "Łódź Żółw Ægir Ωμέγα Жук Đặng ß€ №";
    const text = await textOf(sampleStatement(SAMPLE_ACCOUNT, { customer: customerLike({ name }) }));
    expect(text).toContain(name);
  });

  test("in a table, too", async () => {
    const [first] = SAMPLE_ACCOUNT.invoices;
    const invoices = first
      ? [{ ...first, issuedOn: day("2026-11-01"), number: "Łódź/Ωμέγα/Жук-1", paid: [] }]
      : [];
    expect(await textOf(sampleStatement({ ...NOTHING, invoices }))).toContain("Invoice Łódź/Ωμέγα/Жук-1");
  });

  test("scripts that no face has leave a mark and harm nothing", async () => {
    const name = "Հայ ქართ ᠮᠣᠩ Ltd";
    const text = await textOf(sampleStatement(SAMPLE_ACCOUNT, { customer: customerLike({ name }) }));
    expect(text).toContain("Ltd");
    expect(text).toContain("\uFFFD");
    expect(text).toContain("1,550.90");
  });

  test("control characters, direction marks, PDF operators and endless words stay text", async () => {
    const name = `A\u0000\u0007\u202E\uD800B) Tj ET (\\${"W".repeat(20_000)}`;
    const long = customerLike({
      name,
      number: "9".repeat(500),
      addressLines: Array.from({ length: 40 }, () => "x".repeat(500)),
    });
    const business = businessLike({
      name: "word ".repeat(100_000),
      addressLines: ["a", "b", "c", "d", "e", "f", "g"],
    });
    const pages = await pagesOf(sampleStatement(SAMPLE_ACCOUNT, { customer: long, business }));
    expect(pages.join(" ")).toContain("AB) Tj ET (\\WWW");
    expect(pages.length).toBeLessThan(3);
  });
});
