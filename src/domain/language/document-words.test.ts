// The dictionaries: nothing was left in English by mistake, and what goes into a sentence comes out of it.
import { describe, expect, test } from "vitest";
import { BUCKET_LABELS } from "../ledger/aging.ts";
import { documentWords } from "./document-words.ts";
import { LANGUAGE_CODES, type Language } from "./language.ts";
import { applyWords } from "./apply-words.ts";
import { receiptWords } from "./receipt-words.ts";
import { sharedAccountWords } from "./shared-account-words.ts";
import { signWords } from "./sign-words.ts";

/** What a language writes as English does. */
const ALIKE: Record<Exclude<Language, "en">, readonly string[]> = {
  de: ["page.inCurrency", "buckets.d1_30", "buckets.d31_60", "buckets.d61_90"],
  fr: [
    "buckets.d1_30",
    "buckets.d31_60",
    "buckets.d61_90",
    "paper.total",
    "paper.activityColumns.date",
    "page.date",
    "page.total",
    "receipt.total",
  ],
  es: [
    "buckets.d1_30",
    "buckets.d31_60",
    "buckets.d61_90",
    "paper.total",
    "page.total",
    "receipt.subtotal",
    "receipt.total",
  ],
};
const OTHERS = LANGUAGE_CODES.filter((code) => code !== "en");

/** What stands for an amount, a name or a day; a number where one is counted. */
const GIVEN = ["«1»", "«2»", "«3»", "«4»"];
const COUNTING = /^(paper\.pageOf|page\.(eventOf|rows|totalOf|late)|account\.earlier)$/;

/** Each text by its name, sentences said with something in them. */
function textsOf(words: object, at = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const name = at + key;
    if (typeof value === "string") all.set(name, value);
    else if (typeof value === "function") all.set(name, said(name, value as (...given: unknown[]) => string));
    else for (const each of textsOf(value as object, `${name}.`)) all.set(...each);
  }
  return all;
}

function said(name: string, sentence: (...given: unknown[]) => string): string {
  if (name === "mail.questions") return sentence(GIVEN.slice(0, 2));
  return sentence(...(COUNTING.test(name) ? [30, 31, 32] : GIVEN).slice(0, sentence.length));
}

const wordsOf = (language: Language) =>
  textsOf({
    ...documentWords(language),
    receipt: receiptWords(language),
    account: sharedAccountWords(language),
    apply: applyWords(language),
    sign: signWords(language),
  });

describe.each(OTHERS)("%s", (language) => {
  const [english, theirs] = [wordsOf("en"), wordsOf(language)];

  test("says what English says, and says it otherwise", () => {
    expect([...theirs.keys()]).toEqual([...english.keys()]);
    const same = [...theirs].filter(([name, text]) => english.get(name) === text).map(([name]) => name);
    expect(same.sort()).toEqual([...ALIKE[language]].sort());
  });

  test("leaves nothing out of a sentence", () => {
    const parts = (text = "") => text.match(/«\d»|3[012]/g)?.sort() ?? [];
    for (const [name, text] of theirs) expect(parts(text), name).toEqual(parts(english.get(name)));
  });

  test("begins and ends as English does: small within a sentence, whole at its end", () => {
    for (const [name, text] of theirs) {
      expect(text.trim() !== "" && !/ {2}/.test(text), name).toBe(true);
      if (/[.?]$/.test(english.get(name) ?? "")) expect(text, name).toMatch(/[.?]$/);
    }
  });
});

test("one is one, and several are several", () => {
  const late = (language: Language) => [1, 2].map((days) => documentWords(language).page.late(days));
  expect(LANGUAGE_CODES.map(late)).toEqual([
    ["1 day late", "2 days late"],
    ["1 Tag überfällig", "2 Tage überfällig"],
    ["1 jour de retard", "2 jours de retard"],
    ["1 día de atraso", "2 días de atraso"],
  ]);
  const all = (language: Language) => [1, 1200].map((count) => documentWords(language).page.totalOf(count));
  expect(all("en")).toEqual(["Total of all 1 invoice", "Total of all 1,200 invoices"]);
  expect(all("de")).toEqual(["Summe von 1 Rechnung", "Summe von 1.200 Rechnungen"]);
});

test("English is what the business's own screens say, too", () => {
  expect(documentWords("en").buckets).toEqual(BUCKET_LABELS);
});
