// A parent's statement on paper: what each account owes, what all do, and each account's rows under its own name.
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, test } from "vitest";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import { NO_MESSAGES } from "@/domain/statements/age-message.ts";
import type { StatementFacts } from "@/domain/statements/build-statement.ts";
import { buildFamilyStatement } from "@/domain/statements/family-statement.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import { ZERO, formatAmount, sum } from "@/domain/values/money.ts";
import { loadFonts } from "./fonts.ts";
import { businessLike, customerLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";
import { statementTables } from "./statement-tables.ts";
import { ourOwn } from "./typesetter.ts";
import { wordsFor } from "./words.ts";

beforeAll(loadFonts);

/** What a sample statement was drawn up from, for another customer. */
function factsOf(number: string, name: string, invoices: number): StatementFacts {
  const sample = sampleStatement(longAccount(invoices), { kind: "activity" });
  return {
    business: businessLike({}),
    customer: customerLike({ number, name }),
    currency: "USD",
    paper: { brand: PLAIN_BRAND, messages: NO_MESSAGES, iban: null },
    fromOn: sample.fromOn,
    asOf: sample.asOf,
    openingCents: sample.openingCents,
    closingCents: sample.closingCents,
    retainedCents: ZERO,
    activity: sample.lines,
    openItems: sample.openItems,
    openCredits: [],
  };
}

const FAMILY = [
  factsOf("C-1", "Greenleaf Head Office", 3),
  factsOf("C-2", "شركة النور", 60),
  factsOf(
    "C-3",
    "Greenleaf Barre Yard with a name that is longer than there is room for beside its number",
    2,
  ),
] as const;

test.each(STATEMENT_KINDS)("as %s", async (kind) => {
  const statement = buildFamilyStatement(kind, [...FAMILY]);
  const paper = await getDocumentProxy(new Uint8Array(await statementPdf(statement)));
  const { text } = await extractText(paper, { mergePages: false });
  const said = text.join(" ").replace(/\s+/g, " ");
  const amount = (cents: typeof statement.closingCents) => formatAmount(cents, "USD", "en-US");
  expect(text[0]).toContain("Accounts");
  for (const { number, closingCents } of statement.accounts ?? []) {
    expect(said).toContain(number);
    expect(said).toContain(amount(closingCents));
  }
  expect(said).toContain(amount(statement.closingCents));
  expect(sum((statement.accounts ?? []).map((each) => each.closingCents))).toBe(statement.closingCents);
  const items = statement.openItems.map((item) => item.number);
  if (kind === "open-item") for (const number of items) expect(said).toContain(number);
  if (kind !== "open-item") expect(said.match(/Opening balance/g)?.length).toBeGreaterThanOrEqual(3);
  expect(said).toContain("Payment reference RF");
});

test.each(STATEMENT_KINDS)("as %s, the columns of all accounts stand below each other", (kind) => {
  const statement = buildFamilyStatement(kind, [...FAMILY]);
  const words = { ...wordsFor(statement.business, "USD"), type: ourOwn };
  const tables = statementTables(statement, words, 504).slice(1);
  const places = new Map<string, Set<string>>();
  for (const { title, columns } of tables) {
    const [what = ""] = title.split(" · ");
    const widths = columns.map(({ width }) => width).join(" ");
    places.set(what, (places.get(what) ?? new Set()).add(widths));
  }
  expect(tables.length).toBeGreaterThan(2);
  for (const [what, widths] of places) expect([what, widths.size]).toEqual([what, 1]);
});
