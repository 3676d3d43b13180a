// Statements of every kind and length, for customers of every script: each figure of the value is on the paper, and each row once.
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import { TABLES_OF } from "@/domain/statements/statement-pages.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { customerLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";

/** The words of a paper, and how often each is there. */
async function wordsOf(statement: Statement): Promise<{ pages: string[]; times: Map<string, number> }> {
  const paper = await getDocumentProxy(new Uint8Array(await statementPdf(statement)));
  const { text } = await extractText(paper, { mergePages: false });
  const times = new Map<string, number>();
  for (const word of text.join(" ").split(/\s+/)) times.set(word, (times.get(word) ?? 0) + 1);
  return { pages: text, times };
}

const written = (of: Cents, { currency }: Statement) => formatAmount(of, currency, "en-US");

/** Each amount that its tables have, with how often it has to be there at least. */
function figuresOf(statement: Statement): Map<string, number> {
  const has = TABLES_OF[statement.kind];
  const amounts = [
    ...(has.items ? statement.openItems.flatMap((item) => [item.amountCents, item.openCents]) : []),
    ...(has.activity
      ? statement.lines.flatMap((line) => [line.chargeCents, line.creditCents, line.balanceCents])
      : []),
    statement.aging.totalCents,
    statement.closingCents,
  ].filter((amount) => amount > 0);
  const due = new Map<string, number>();
  for (const amount of amounts) {
    const text = written(amount, statement);
    due.set(text, (due.get(text) ?? 0) + 1);
  }
  return due;
}

async function expectWhole(statement: Statement): Promise<string[]> {
  const { pages, times } = await wordsOf(statement);
  const missing = [...figuresOf(statement)].filter(([word, due]) => (times.get(word) ?? 0) < due);
  expect(missing).toEqual([]);
  const has = TABLES_OF[statement.kind];
  if (has.items) for (const { number } of statement.openItems) expect(times.get(number)).toBeGreaterThan(0);
  // A postcode may look like the number of an event.
  const postcodes = [statement.business, statement.customer].flatMap((party) =>
    party.addressLines.flatMap((line) => line.split(" ")),
  );
  if (has.activity)
    for (const event of statement.lines.map(({ eventId }) => String(eventId)))
      if (!postcodes.includes(event)) expect(times.get(event) ?? 0).toBe(1);
  expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  return pages;
}

const ALL_TIME = { fromOn: day("2010-01-01") };

describe.each(STATEMENT_KINDS)("%s", (kind) => {
  test.each([0, 1, 271, 5000])(
    "with %i invoices",
    async (count) => {
      const statement = sampleStatement(longAccount(count), { ...ALL_TIME, kind });
      const pages = await expectWhole(statement);
      expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(count / 75));
    },
    60_000,
  );

  test.each([
    ["Cyrillic", "Сады и парки Москвы"],
    ["Greek", "Ελληνικοί Κήποι"],
    ["Arabic", "شركة النور للتجارة"],
    ["Hebrew", "גינות הגליל"],
    ["Chinese", "东方园林有限公司"],
    ["Thai", "บริษัทสวนไทย"],
    ["emoji", "Garden 🌷 Co"],
  ])("for a customer whose name is in %s", async (_script, name) => {
    const statement = sampleStatement(undefined, { kind, customer: customerLike({ name }) });
    const pages = await expectWhole(statement);
    const said = pages.join(" ");
    expect(said).not.toContain("\uFFFD");
    // Readers of a file put words from right to left into their order themselves; each is there whole.
    for (const word of name.split(" ")) expect(said).toContain(word);
  });
});
