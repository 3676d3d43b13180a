// Papers in other scripts: every letter is there and can be read back, in the right order, joined as it is written; what no
// face has is marked; and a paper that needs no other face loads none.
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { present } from "@/domain/assert.ts";
import { isolated } from "./bidi.ts";
import { hasGlyph, loadFonts } from "./fonts.ts";
import { receiptPdf } from "./receipt-pdf.tsx";
import { SAMPLE_RECEIPTS } from "./sample-receipts.ts";
import { SAMPLE_ACCOUNT, businessLike, customerLike, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";
import { fitted, printable } from "./text.ts";
import { ourOwn, typesetterFor } from "./typesetter.ts";

beforeAll(loadFonts);

const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

/** Words in the order of the alphabet: readers of a PDF put the words of right-to-left lines in orders of their own. */
const SCRIPTS = {
  Arabic: { locale: "ar-SA", words: ["شركة", "النور", "المحدودة", "مُحَمَّد", "٢٤"] },
  Persian: { locale: "fa-IR", words: ["پخش", "گاز", "ژاله"] },
  Hebrew: { locale: "he-IL", words: ["חברת", "השלום", "בע״מ"] },
  Thai: { locale: "th-TH", words: ["บริษัท", "ก๊าซธรรมชาติ", "ผู้ใหญ่"] },
  Hindi: { locale: "hi-IN", words: ["गणेश", "ट्रेडिंग", "दिल्ली", "हिन्दी", "१२"] },
  "simplified Chinese": { locale: "zh-CN", words: ["北京朝阳建材有限公司", "直骨、发票"] },
  "traditional Chinese": { locale: "zh-TW", words: ["臺北建材股份有限公司", "貨款，直骨"] },
  Japanese: { locale: "ja-JP", words: ["株式会社東京商店", "ガギグ・骨直", "請求書〒"] },
  Korean: { locale: "ko-KR", words: ["주식회사", "한국상사", "完"] },
  emoji: { locale: "en-US", words: ["Bloom🌷", "☕", "👍", "❤", "🇩🇪"] },
};

describe.each(Object.entries(SCRIPTS))("%s", (_script, { locale, words }) => {
  const name = words.join(" ");

  test("on a statement: head, table and stub", async () => {
    const [first, ...others] = SAMPLE_ACCOUNT.invoices;
    const invoices = [
      { ...present(first, "an invoice"), issuedOn: others[0]?.issuedOn, number: name },
      ...others,
    ];
    const account = { ...SAMPLE_ACCOUNT, invoices: invoices as typeof SAMPLE_ACCOUNT.invoices };
    const people = { customer: customerLike({ name }), business: businessLike({ name, locale }) };
    const text = await textOf(await statementPdf(sampleStatement(account, people)));
    for (const word of words) expect(text.split(word).length, word).toBeGreaterThan(4);
    expect(text).not.toContain("\uFFFD");
    expect(text).toContain("1,550.90");
  });

  test("on a receipt", async () => {
    const charge = SAMPLE_RECEIPTS.charge();
    const lines = charge.lines.map((line) => ({ ...line, description: name }));
    const customer = { ...present(charge.customer, "a customer"), name };
    const print = { paper: "80mm", copy: "merchant", locale, zone: "UTC" } as const;
    const text = await textOf(await receiptPdf({ ...charge, lines, customer, note: name }, print));
    for (const word of words) expect(text.split(word).length, word).toBeGreaterThan(lines.length + 1);
    expect(text).not.toContain("\uFFFD");
  });
});

const runsOf = async (text: string) =>
  (await typesetterFor(text, "en-US")).runs(text, 400).map((run) => run.text);

describe("from left to right on the paper", () => {
  test.each([
    ["a line that begins in Hebrew", "שלום 12 Ltd", ["Ltd", " ", "12", " ", "שלום"]],
    ["a line that begins in English", "Ltd שלום (12)", ["Ltd ", "(", "12", ") ", "שלום"]],
    ["brackets turn round", "(שלום) אב", ["אב", " (", "שלום", ")"]],
    ["a name inside a line of ours keeps to itself", `For ${isolated("שלום")}, 17`, ["For ", "שלום", ", 17"]],
  ])("%s", async (_what, text, shown) => {
    expect((await runsOf(text)).map((run) => run.trim())).toEqual(shown.map((run) => run.trim()));
  });

  test("letters are joined: a word isn't as wide as its letters apart", async () => {
    const type = await typesetterFor("بيت", "ar-SA");
    const apart = [..."بيت"].reduce((sum, letter) => sum + type.width(letter, 10), 0);
    expect(type.width("بيت", 10)).toBeLessThan(0.9 * apart);
  });
});

test("Chinese characters are those of the business's language, or of what stands on the paper", async () => {
  const fontsOf = async (text: string, locale: string) =>
    (await typesetterFor(text, locale))
      .runs("直", 400)
      .map(({ face }) => (face as { postscriptName: string }).postscriptName);
  expect((await fontsOf("直", "ja-JP"))[0]).toMatch(/^noto-sans-jp-/);
  expect((await fontsOf("直", "zh-TW"))[0]).toMatch(/^noto-sans-tc-/);
  expect((await fontsOf("直", "en-US"))[0]).toMatch(/^noto-sans-sc-/);
  expect((await fontsOf("直 の", "en-US"))[0]).toMatch(/^noto-sans-jp-/);
});

test("a paper in Latin, Greek and Cyrillic loads no other face", async () => {
  expect(await typesetterFor(sampleStatement(), "en-US")).toBe(ourOwn);
  expect(await typesetterFor("Łódź Ωμέγα Жук — “№ 5” … €", "pl-PL")).toBe(ourOwn);
});

test("a letter that no face has is marked, also among letters that are there", async () => {
  const text = "Հայ 中\u{3134A}文 กิ";
  expect(printable(text, await typesetterFor(text, "zh-CN"))).toBe("\uFFFD\uFFFD\uFFFD 中\uFFFD文 กิ");
});

test("no letter, digit or sign vanishes without a mark", () => {
  const vanished: string[] = [];
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (!/[\p{L}\p{N}\p{S}\p{P}\p{Mc}]|(?!\p{Script=Inherited})\p{Mn}/u.test(character)) continue;
    if (!/\p{Emoji_Modifier}|\p{Variation_Selector}/u.test(character) && printable(character, ourOwn) === "")
      vanished.push(character);
  }
  expect(vanished).toEqual([]);
});

describe("lines break", () => {
  test("between Chinese characters, without a space", async () => {
    const text = "北京朝阳建材 有限公司东门";
    const lines = fitted(text, { width: 95, points: 10, lines: 2 }, await typesetterFor(text, "zh-CN"));
    expect(lines).toHaveLength(2);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });

  test("between Thai words, and never inside a letter with its marks", async () => {
    const text = "ถนนสุขุมวิทแขวงคลองเตยกรุงเทพมหานคร";
    const type = await typesetterFor(`${text} กิ่`, "th-TH");
    expect(fitted(text, { width: 90, points: 10, lines: 9 }, type)[0]).toMatch(/^ถนน(สุขุมวิท(แขวง)?)?$/);
    for (let width = 8; width < 60; width += 1)
      for (const line of fitted("กิ่กิ่กิ่กิ่", { width, points: 10, lines: 4 }, type))
        expect(line.replace("…", "").replaceAll("กิ่", "")).toBe("");
  });
});

test("joiners stay where letters join, and nowhere else", async () => {
  const type = await typesetterFor("می‌خواهم", "fa-IR");
  expect(printable("می\u200Cخواهم a\u200Cb", type)).toBe("می\u200Cخواهم ab");
  expect(hasGlyph("م")).toBe(false);
  expect(type.width("می\u200Cخواهم", 10)).not.toBe(type.width("میخواهم", 10));
});
