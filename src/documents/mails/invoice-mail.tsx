// The mail that brings an invoice or a credit memo: what is to pay and when in the subject and the first line, what somebody
// wrote with it, and one button.
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import { invoiceMailWords } from "@/domain/language/invoice-mail-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatMoney, type Cents } from "@/domain/values/money.ts";
import { OUR_TEXT, type MailText } from "@/domain/statements/mail-text.ts";
import { capital } from "../ask.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";
import { footerOf } from "./mail-footer.ts";
import { ownWords } from "./own-words.ts";

/** `own`: what the business writes in it. `paysOnline`: what is open of it can be paid on the page behind the link. */
type MailContent = {
  invoice: InvoicePaper;
  url: string;
  message: string;
  own?: MailText;
  paysOnline?: boolean;
};

export function invoiceMail({
  invoice,
  url,
  message,
  own = OUR_TEXT,
  paysOnline = false,
}: MailContent): Promise<RenderedMail> {
  const { business, customer } = invoice;
  const from = oneLine(business.name, 60);
  const [number, to] = [oneLine(invoice.number, 40), oneLine(customer.name, 80)];
  const say = invoiceMailWords(business.language);
  const paper = paperWords(invoice).invoice;
  const told = toldOf(invoice);
  const date = formatDay(invoice.issuedOn, dayLocale(business.language, business.locale));
  const ask = asked(invoice);
  const ownSaid = ownWords(own, { customer: to, business: from, number, date, ask });
  const written = message
    .split("\n")
    .map((line) => oneLine(line, 2000))
    .filter((line) => line !== "");
  return rendered({
    language: business.language,
    subject: ownSaid.subject ?? `${say.subject(paper, number, from)}: ${told.subject}`,
    from,
    headline: told.headline,
    figure: told.figure,
    facts: [],
    paragraphs: [...written, ...(ownSaid.paragraphs ?? [say.about(paper, number, to, date), say.attached])],
    action: { words: paysOnline && ask ? say.pay : say.view(paper), url },
    footer: footerOf(business, from, documentWords(business.language)),
  });
}

/** null where nothing is to pay. */
function asked({ business, currency, dueOn, openCents, isVoid, credits }: InvoicePaper) {
  if (credits !== null || isVoid || openCents <= 0) return null;
  return {
    amount: formatMoney(openCents, currency, business.locale),
    day: formatDay(dueOn, dayLocale(business.language, business.locale)),
  };
}

/** By what is still to pay as it goes out. */
function toldOf(invoice: InvoicePaper) {
  const { business, currency, dueOn, issuedOn, openCents, totalCents, isVoid, credits } = invoice;
  const say = invoiceMailWords(business.language);
  const paper = paperWords(invoice);
  const days = dayLocale(business.language, business.locale);
  const money = (of: Cents) => formatMoney(of, currency, business.locale);
  if (credits !== null) {
    const value = money(totalCents);
    const headline = isVoid ? paper.voided : say.credits(value, oneLine(credits, 40));
    const figure = { label: paper.total, value, note: say.dated(formatDay(issuedOn, days)) };
    return { subject: isVoid ? paper.void : value, headline, figure };
  }
  const due = formatDay(dueOn, days);
  if (openCents > 0 && !isVoid) {
    const value = money(openCents);
    const figure = { label: paper.toPay, value, note: capital(say.due(due)) };
    return { subject: `${value}, ${say.due(due)}`, headline: say.asks(value, due), figure };
  }
  const figure = { label: paper.total, value: money(totalCents), note: capital(say.nothing) };
  return { subject: say.nothing, headline: isVoid ? say.voided : say.settled, figure };
}
