// Every document in the variants worth looking at, from sample values: what `npm run preview` writes to a folder.
import type { Language } from "@/domain/language/language.ts";
import { day } from "@/domain/values/day.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { newPasswordMail, passwordChangedMail, signInMail, signUpMail } from "./mails/link-mails.tsx";
import { invoiceMail } from "./mails/invoice-mail.tsx";
import { statementMail } from "./mails/statement-mail.tsx";
import { depositPdf } from "./deposit-pdf.tsx";
import { invoicePdf } from "./invoice-pdf.tsx";
import { receiptPdf } from "./receipt-pdf.tsx";
import { billed, sampleInvoice } from "./sample-invoices.ts";
import { longDeposit, sampleDeposit } from "./sample-deposits.ts";
import { SAMPLE_RECEIPTS } from "./sample-receipts.ts";
import { SAMPLE_ACCOUNT, businessLike, customerLike, longAccount, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";

/** File names and contents. */
export type Preview = () => Promise<[name: string, content: Buffer | string][]>;

const NOTHING = { invoices: [], unapplied: [], retainedCents: ZERO };
const DEPOSIT = {
  onDay: day("2026-11-12"),
  amountCents: cents(12_000),
  reference: null,
  description: "Payment on account",
};
const ALL_TIME = { fromOn: day("2020-01-01") };

const STATEMENTS: Record<string, () => Statement> = {
  letter: () => sampleStatement(),
  a4: () => sampleStatement(SAMPLE_ACCOUNT, { business: businessLike({ paper: "A4", locale: "en-GB" }) }),
  preview: () => sampleStatement(SAMPLE_ACCOUNT, { number: null }),
  empty: () => sampleStatement(NOTHING),
  credit: () => sampleStatement({ ...NOTHING, unapplied: [DEPOSIT] }),
  long: () => sampleStatement(longAccount(120), ALL_TIME),
  yen: () =>
    sampleStatement(SAMPLE_ACCOUNT, {
      currency: "JPY",
      business: businessLike({ locale: "ja-JP", paper: "A4" }),
    }),
  dinar: () =>
    sampleStatement(SAMPLE_ACCOUNT, {
      currency: "KWD",
      business: businessLike({ locale: "ar-KW", paper: "A4" }),
    }),
  german: () => inLanguage("de", "de-DE", "EUR"),
  french: () => inLanguage("fr", "fr-FR", "EUR"),
  spanish: () => inLanguage("es", "es-MX", "MXN"),
  arabic: () => inScript("ar-SA", "شركة النور للتجارة المحدودة", "شارع الملك فهد 24، الرياض 12271"),
  hindi: () => inScript("hi-IN", "श्री गणेश ट्रेडिंग कंपनी", "१२ महात्मा गांधी मार्ग, दिल्ली 110001"),
  thai: () => inScript("th-TH", "บริษัท ก๊าซธรรมชาติ จำกัด", "99/1 ถนนสุขุมวิท กรุงเทพมหานคร"),
  japanese: () => inScript("ja-JP", "株式会社東京商店", "東京都千代田区丸の内１丁目２−３"),
  polish: () =>
    sampleStatement(SAMPLE_ACCOUNT, {
      currency: "EUR",
      business: businessLike({ name: "Zażółć Gęślą Ogrody Łódź", locale: "pl-PL", paper: "A4" }),
      customer: customerLike({
        name: "Ελληνικά Κήποι και Сады Москвы",
        addressLines: ["ulica Piotrkowska 86", "90-103 Łódź"],
      }),
    }),
};

/** In its language, in its country's way of amounts and days. */
const inLanguage = (language: Language, locale: string, currency: string): Statement =>
  sampleStatement(SAMPLE_ACCOUNT, {
    currency,
    business: businessLike({ language, locale, paper: locale === "es-MX" ? "LETTER" : "A4" }),
  });

function inScript(locale: string, name: string, address: string): Statement {
  return sampleStatement(SAMPLE_ACCOUNT, {
    business: businessLike({ name, addressLines: [address], locale, paper: "A4" }),
    customer: customerLike({ name: `${name} 2`, addressLines: [address] }),
  });
}

const LOCALE: Record<Language, string> = { en: "en-US", de: "de-DE", fr: "fr-FR", es: "es-MX" };

const INVOICES: Record<string, () => InvoicePaper> = {
  letter: () => sampleInvoice(),
  paid: () => sampleInvoice({ openCents: ZERO }),
  void: () => sampleInvoice({ isVoid: true, openCents: ZERO, corrects: "INV-02180" }),
  credit: () => sampleInvoice({ credits: "INV-02180", number: "CM-00007", openCents: ZERO }),
  plain: () =>
    sampleInvoice({
      entered: [billed("Goods", "1", "100")],
      held: "",
      serviceAddress: [],
      job: null,
      poNumber: "",
      buyer: "",
      signature: null,
      salesperson: "",
    }),
};

const LINK = { url: "http://localhost:3000/s/sample", host: "localhost:3000", minutes: 10 };

export const previews: Preview[] = [
  ...Object.entries(STATEMENTS).map(([name, make]): Preview => async () => {
    const statement = make();
    const said = { statement, url: LINK.url, pdfAttached: true };
    const [mail, pays] = await Promise.all([
      statementMail(said),
      statementMail({ ...said, paysOnline: true }),
    ]);
    return [
      [`statement-${name}-pays-online.html`, pays.html],
      [`statement-${name}.pdf`, await statementPdf(statement)],
      [`statement-${name}.html`, mail.html],
      [`statement-${name}.txt`, `Subject: ${mail.subject}\n\n${mail.text}`],
    ];
  }),
  ...Object.entries(SAMPLE_RECEIPTS).map(([name, make]): Preview => async () => {
    const place = { locale: LOCALE[make().business.language], zone: "America/New_York" };
    const drawn = (paper: "80mm" | "letter", copy: "customer" | "merchant") =>
      receiptPdf(make(), { paper, copy, ...place });
    return [
      [`receipt-${name}-roll.pdf`, await drawn("80mm", "customer")],
      [`receipt-${name}-merchant.pdf`, await drawn("80mm", "merchant")],
      [`receipt-${name}-letter.pdf`, await drawn("letter", "customer")],
    ];
  }),
  ...Object.entries(INVOICES).map(([name, make]): Preview => async () => {
    const said = { invoice: make(), url: LINK.url, message: "" };
    const [mail, pays] = await Promise.all([invoiceMail(said), invoiceMail({ ...said, paysOnline: true })]);
    return [
      [`invoice-${name}.pdf`, await invoicePdf(said.invoice)],
      [`invoice-${name}.html`, mail.html],
      [`invoice-${name}-pays-online.html`, pays.html],
    ];
  }),
  async () => [
    ["deposit-slip.pdf", await depositPdf(sampleDeposit())],
    ["deposit-slip-long.pdf", await depositPdf(longDeposit(120))],
  ],
  async () => {
    const mail = await signInMail(LINK);
    return [
      ["sign-in.html", mail.html],
      ["sign-in.txt", `Subject: ${mail.subject}\n\n${mail.text}`],
    ];
  },
  async () => {
    const [asked, changed] = await Promise.all([newPasswordMail(LINK), passwordChangedMail(LINK)]);
    return [
      ["new-password.html", asked.html],
      ["new-password.txt", `Subject: ${asked.subject}\n\n${asked.text}`],
      ["password-changed.html", changed.html],
      ["password-changed.txt", `Subject: ${changed.subject}\n\n${changed.text}`],
    ];
  },
  async () => {
    const mail = await signUpMail(LINK);
    return [
      ["sign-up.html", mail.html],
      ["sign-up.txt", `Subject: ${mail.subject}\n\n${mail.text}`],
    ];
  },
];
