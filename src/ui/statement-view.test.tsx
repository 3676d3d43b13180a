// What a statement on the screen asks for: the same as its paper and its mail.
import type { Route } from "next";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Statement } from "@/domain/statements/statement.ts";
import { screenOf, type StatementPagesQuery } from "@/domain/statements/statement-pages.ts";
import { StatementView } from "./statement-view.tsx";

const NOBODY = { name: "Greenleaf", addressLines: [], email: null, phone: null };
const NONE = { current: 0, d1_30: 0, d31_60: 0, d61_90: 0, d91: 0, retainedCents: 0 };

const toPage = ({ items, lines }: StatementPagesQuery, anchor: string) =>
  `/s/x?items=${items ?? 1}&lines=${lines ?? 1}#${anchor}` as Route;

/** One invoice of 100.00 (or so many), due on 4 October, and so much credit, on 21 November. */
type Pages = { items: number; lines: number };
const view = (creditCents: number, count = 1, pages: Pages = { items: 1, lines: 1 }, writing = {}) => {
  const owedCents = count * 100_00;
  const netCents = owedCents - creditCents;
  const statement = Statement.parse({
    templateVersion: 1,
    business: { ...NOBODY, slug: "hillside", locale: "en-US", paper: "LETTER", ...writing },
    customer: { ...NOBODY, number: "C-1", terms: "Net 30" },
    currency: "USD",
    number: "S-1",
    fromOn: "2026-11-01",
    asOf: "2026-11-21",
    openingCents: netCents,
    lines: [],
    closingCents: netCents,
    openItems: Array.from({ length: count }, (_, n) => ({
      number: `A-${n + 1}`,
      issuedOn: "2026-09-04",
      dueOn: "2026-10-04",
      daysPastDue: 48,
      amountCents: 100_00,
      paidCents: 0,
      openCents: 100_00,
    })),
    aging: { ...NONE, d31_60: owedCents, totalCents: owedCents, unappliedCents: creditCents, netCents },
  });
  return renderToStaticMarkup(<StatementView statement={screenOf(statement, pages)} toPage={toPage} />);
};

test("what is owed is due since its day", () => {
  expect(view(40_00)).toContain("due since Oct 4, 2026");
});

test("what credit covers isn't due", () => {
  expect(view(100_00)).toContain("Nothing to pay");
  expect(view(100_00)).not.toContain("due since");
  expect(view(120_00)).not.toContain("due since");
});

test("a long one is drawn a page at a time, with the totals of all", () => {
  const first = view(0, 250);
  expect(first.match(/>A-\d+</g)).toHaveLength(50);
  expect(first).toContain("1 to 50 of 250");
  expect(first).toContain("Total of all 250 invoices");
  expect(first).toContain("25,000.00");
  expect(first).toContain("/s/x?items=2&amp;lines=1#items");
  const last = view(0, 250, { items: 5, lines: 1 });
  expect(last.match(/>A-\d+</g)).toHaveLength(50);
  expect(last).toContain("/s/x?items=4&amp;lines=1#items");
  expect(last).not.toContain("items=6");
});

const ENGLISH =
  /Statement|Amount due|Invoice|Balance(?! âgée)|Customer|Terms|Aging|past due|late\b|zero|credit\b(?!o)|Pages of|Total of all/;

test.each([
  [
    "de",
    "de-DE",
    ["Kontoauszug", "fällig seit dem 4. Okt. 2026", "48 Tage überfällig", "Summe von 250 Rechnungen"],
  ],
  [
    "fr",
    "fr-FR",
    ["Relevé de compte", "échu depuis le 4 oct. 2026", "48 jours de retard", "Total de 250 factures"],
  ],
  [
    "es",
    "es-MX",
    ["Estado de cuenta", "vencido desde el 4 oct 2026", "48 días de atraso", "Total de 250 facturas"],
  ],
])("in %s it is so throughout, and says in which language it is", (language, locale, shown) => {
  const page = view(0, 250, undefined, { language, locale });
  for (const each of shown) expect(page).toMatch(new RegExp(each));
  expect(page).toContain(`<article lang="${locale}"`);
  const words = page.replaceAll(/<[^>]*(?:aria-label|data-label)="([^"]*)"[^>]*>|<[^>]*>/g, " $1 ");
  expect(words).not.toMatch(ENGLISH);
  expect(view(120_00, 1, undefined, { language, locale })).not.toMatch(/In your favour|>credit</);
});

test("its days are in its own language, and its amounts as the business writes them", () => {
  const german = view(0, 1, undefined, { language: "de", locale: "en-US" });
  expect(german).toContain("fällig seit dem 4. Okt. 2026");
  expect(german).toContain("$100.00");
  expect(german).not.toMatch(/Oct|Nov \d|Sep \d/);
});
