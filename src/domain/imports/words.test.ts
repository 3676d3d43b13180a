// Words of files: known ones in several languages, unknown ones never taken for a no, and names that only begin like a total.
import { expect, test } from "vitest";
import { namesTotal, sideNamed, statusNamed, termsNamed, typeNamed, yesNamed } from "./words.ts";

test.each([
  ["Total for Alder Homes", true],
  ["TOTAL", true],
  ["Totals", true],
  ["Grand total:", true],
  ["Summe", true],
  ["Zwischensumme Müller", true],
  ["Total général", true],
  ["Summerfield Ltd", false],
  ["Totally Tubular LLC", false],
  ["Gesamtschule Nord", false],
  ["Sumatra Coffee", false],
])("%s is a total: %s", (text, is) => {
  expect(namesTotal(text)).toBe(is);
});

test.each([
  ["Net 30", "net-30"],
  ["net45", "net-45"],
  ["30 days", "net-30"],
  ["30 Tage netto", "net-30"],
  ["2/10 net 30", "net-30-2-10"],
  ["1.50% 10, Net 30", "net-30-1.5-10"],
  ["2/40 net 30", "net-30"],
  ["Due on receipt", "net-0"],
  ["sofort", "net-0"],
  ["End of month", "eom"],
  ["15", "net-15"],
  ["soonish", null],
  ["Net 900", null],
  ["10% off", null],
])("terms of %s are %s", (text, terms) => {
  expect(termsNamed(text)).toBe(terms);
});

test("a word that isn't known is unknown", () => {
  expect([yesNamed("Y"), yesNamed("Ja"), yesNamed("x"), yesNamed("✓"), yesNamed("maybe")]).toEqual([
    true,
    true,
    true,
    true,
    null,
  ]);
  expect([yesNamed("No"), yesNamed("nein"), yesNamed("-")]).toEqual([false, false, false]);
  expect([
    typeNamed("Credit Memo"),
    typeNamed("Gutschrift"),
    typeNamed("RV"),
    typeNamed("Estimate"),
    typeNamed("Wibble"),
  ]).toEqual(["credit", "credit", "invoice", "other", null]);
  expect([
    statusNamed("Partially Paid"),
    statusNamed("bezahlt"),
    statusNamed("VOID"),
    statusNamed("hm"),
  ]).toEqual(["open", "paid", "void", null]);
  expect([sideNamed("S"), sideNamed("Haben"), sideNamed("+"), sideNamed("?")]).toEqual([
    "debit",
    "credit",
    "debit",
    null,
  ]);
});
