// The statement in each language that a business can choose: on paper, in the mail, and with room for every word.
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { documentWords } from "@/domain/language/document-words.ts";
import { LANGUAGE_CODES, type Language } from "@/domain/language/language.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { day } from "@/domain/values/day.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { loadFonts, widthOf } from "./fonts.ts";
import { statementMail } from "./mails/statement-mail.tsx";
import { SAMPLE_ACCOUNT, businessLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";
import { size } from "./theme.ts";

const LOCALE = { en: "en-US", de: "de-DE", fr: "fr-FR", es: "es-MX" } as const;
const business = (language: Language) =>
  businessLike({ language, locale: LOCALE[language], paper: language === "es" ? "LETTER" : "A4" });
const statementIn = (language: Language) =>
  sampleStatement(SAMPLE_ACCOUNT, { currency: "EUR", business: business(language) });

async function textOf(statement: Statement): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await statementPdf(statement)));
  const { text } = await extractText(pdf, { mergePages: true });
  return text.replace(/\s+/g, " ");
}

const SHOWN = {
  de: [
    "Kontoauszug ST-000318",
    "Stand 21. Nov. 2026",
    "Zahlungsziel 30 Tage netto",
    "Teilweise überfällig seit dem 4. Okt. 2026",
    "1.850,90 offen, abzüglich 300,00 Guthaben",
    "Tage überfällig, Stand 21. Nov. 2026",
    "Nicht fällig 620,40 1–30 730,50",
    "ab 91 —",
    "Beleg Datum Fällig Tage überfällig Betrag Bezahlt Offen",
    "Datum Vorgang Beschreibung Belastung Gutschrift Saldo",
    "Rechnung INV-02011",
    "Bitte Kundennummer C-0042 angeben.",
    "Seite 1 von 1",
  ],
  fr: [
    "Relevé de compte ST-000318",
    "Conditions 30 jours nets",
    "En partie en retard depuis le 4 oct. 2026",
    "Non échu 620,40 1–30 730,50",
    "91 et plus —",
    "Pièce Date Échéance Jours de retard Montant Réglé Reste dû",
    "Facture INV-02011",
    "Paiement · Check 4471",
    "du 1 oct. 2026 au 21 nov. 2026",
    "Page 1 sur 1",
  ],
  es: [
    "Estado de cuenta ST-000318",
    "Condiciones Neto 30 días",
    "Vencido en parte desde el 4 oct 2026",
    "Por vencer 620.40 1–30 730.50",
    "91 o más —",
    "Documento Fecha Vencimiento Días de atraso Importe Pagado Pendiente",
    "Factura INV-02011",
    "Pago · Check 4471",
    "Movimientos de la cuenta (continuación)",
    "Página 2 de 2",
  ],
} as const;

/** Words of ours that no other language has, in this case. */
const ENGLISH =
  /Statement|Amount due|Invoice|Balance(?! âgée)|Opening|Closing|Customer|Terms|Currency|Aging|past due|Page \d of|Questions|Make payment|enclosed|Retainage|Net 30|Total open/;

beforeAll(loadFonts);

describe.each(["de", "fr", "es"] as const)("%s", (language) => {
  test("the paper speaks it throughout, and says so in its file", async () => {
    const text = await textOf(statementIn(language));
    for (const shown of SHOWN[language]) expect(text).toContain(shown);
    expect(text).not.toMatch(ENGLISH);
    expect(text).not.toContain("\uFFFD");
    const pdf = await getDocumentProxy(new Uint8Array(await statementPdf(statementIn(language))));
    const { info } = await getMeta(pdf);
    expect(info).toMatchObject({ Language: LOCALE[language] });
    expect(String(info["Title"])).not.toMatch(ENGLISH);
  });

  test("so do its later pages, a preview, an account in credit, and one with nothing on it", async () => {
    const given = { currency: "EUR", business: business(language) };
    const nothing = { invoices: [], unapplied: [], retainedCents: ZERO };
    const deposit = { onDay: day("2026-11-12"), amountCents: cents(12_000), reference: null };
    const { events } = documentWords(language);
    const credit = { ...nothing, unapplied: [{ ...deposit, description: events.Payment }] };
    for (const statement of [
      sampleStatement(longAccount(120), { ...given, fromOn: day("2020-01-01") }),
      sampleStatement(SAMPLE_ACCOUNT, { ...given, number: null }),
      sampleStatement(credit, given),
      sampleStatement(nothing, given),
    ])
      expect(await textOf(statement)).not.toMatch(ENGLISH);
  });

  test("the mail speaks it, from its subject to its foot", async () => {
    const url = "https://books.example/s/abc";
    const mail = await statementMail({ statement: statementIn(language), url, pdfAttached: true });
    const { statement, mail: say } = documentWords(language);
    expect(mail.subject).toContain(`${statement} `);
    expect(mail.html).toContain(`<html dir="ltr" lang="${language}">`);
    for (const shown of [say.view, say.attached, say.late, say.call("(607) 555-0142")])
      expect(mail.text).toContain(shown);
    for (const told of [mail.subject, mail.text, mail.html]) expect(told).not.toMatch(ENGLISH);
  });
});

test("a mail in German, whole", async () => {
  const url = "https://books.example/s/abc";
  const { subject, text } = await statementMail({ statement: statementIn("de"), url, pdfAttached: false });
  expect(subject.replaceAll("\u00A0", " ")).toBe(
    "Kontoauszug von Hillside Supply: 1.550,90 € teilweise überfällig seit dem 4. Okt. 2026",
  );
  expect(text).toContain("Fragen? Dann antworten Sie auf diese Mail oder rufen Sie (607) 555-0142 an.");
});

test("a business that writes as in the US has German papers with German days and its own figures", async () => {
  const ours = businessLike({ language: "de", locale: "en-US", paper: "LETTER" });
  const statement = sampleStatement(SAMPLE_ACCOUNT, { currency: "EUR", business: ours });
  const text = await textOf(statement);
  for (const shown of [
    "Stand 21. Nov. 2026",
    "Teilweise überfällig seit dem 4. Okt. 2026",
    "1,850.90 offen, abzüglich 300.00 Guthaben",
  ])
    expect(text).toContain(shown);
  const url = "https://books.example/s/abc";
  const mail = await statementMail({ statement, url, pdfAttached: false });
  expect(mail.subject).toBe(
    "Kontoauszug von Hillside Supply: €1,550.90 teilweise überfällig seit dem 4. Okt. 2026",
  );
  for (const told of [text, mail.text, mail.html]) expect(told).not.toMatch(/\b(?:Oct|Nov|Sep) \d/);
});

/** Places whose width the layout fixes, by hand as it is there (statement-head, remittance-stub, aging-strip). */
describe.each(LANGUAGE_CODES)("%s has room", (language) => {
  const { paper, due, nothingToPay, statement, buckets } = documentWords(language);
  const date = { en: "Sep 30, 2026", de: "30. Sept. 2026", fr: "30 sept. 2026", es: "30 sept 2026" }[
    language
  ];
  const amount = "1.234.567,89";

  test("beside the amount due, on one line each", () => {
    const panel = 226 - 16 - 3;
    const lines = [due.partly(date), due.all(date), due.no(date), paper.inCredit, nothingToPay];
    for (const line of lines) expect(widthOf(line, size.body, 500), line).toBeLessThan(panel);
    for (const line of [paper.openLess(amount, amount), paper.pastDue(amount)])
      expect(widthOf(line, size.small), line).toBeLessThan(panel);
    expect(widthOf(statement, size.title, 600)).toBeLessThan(226);
  });

  test("in the strip of aging, under eight heads and in one line above them", () => {
    const width = 595.28 - 2 * 54;
    const swatch = Object.values(buckets).map((each) => widthOf(each, size.small) + 10);
    const sums = [paper.total, paper.unapplied, paper.net].map((each) => widthOf(each, size.small));
    expect([...swatch, ...sums].reduce((sum, each) => sum + each + 8, 0)).toBeLessThan(width);
    const above =
      widthOf(paper.aging, size.heading, 600) +
      widthOf(paper.agingOn(date), size.text) +
      widthOf(paper.retainage(amount), size.text);
    expect(above + 20).toBeLessThan(width);
  });

  test("on the slip, between a fact's name and its value", () => {
    for (const name of Object.values(paper.since))
      expect(widthOf(name, size.text) + widthOf(date, size.text)).toBeLessThan(224 - 10);
    expect(widthOf(paper.enclosed, size.text)).toBeLessThan(224 - 130);
    const quoted = paper.quoteBoth("C-00042", "ST-000318");
    expect(widthOf(quoted, size.text), quoted).toBeLessThan(250);
  });
});
