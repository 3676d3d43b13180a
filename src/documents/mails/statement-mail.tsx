// The mail that brings a statement: the amount due and its date in the subject and the first line, from the same
// frozen value as the page and the PDF (lessons.md 15), and one button.
import { documentWords, type DocumentWords } from "@/domain/language/document-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import { verifyWords } from "@/domain/language/verify-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { ZERO, formatMoney, minus, negative, type Cents } from "@/domain/values/money.ts";
import { finalDue, type Statement } from "@/domain/statements/statement.ts";
import { askOf, capital, type Ask } from "../ask.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";
import { OUR_TEXT, type MailText } from "@/domain/statements/mail-text.ts";
import { footerOf } from "./mail-footer.ts";
import { ownWords } from "./own-words.ts";

/**
 * `verify`: the code of an issued one, and where it is verified; none where it has no code. `own`: what the business writes
 * in it. `paysOnline`: what is due can be paid on the page behind the link.
 */
type MailContent = {
  statement: Statement;
  url: string;
  pdfAttached: boolean;
  verify?: { at: string; code: string } | null;
  own?: MailText;
  paysOnline?: boolean;
};

export function statementMail({
  statement,
  url,
  pdfAttached,
  verify,
  own = OUR_TEXT,
  paysOnline = false,
}: MailContent): Promise<RenderedMail> {
  const { business, customer, currency } = statement;
  const from = oneLine(business.name, 60);
  const money = (of: Cents) => formatMoney(of, currency, business.locale);
  const days = dayLocale(business.language, business.locale);
  const date = (of: Statement["asOf"]) => formatDay(of, days);
  const say = documentWords(business.language);
  const ask = askOf(statement);
  const told = toldOf(ask, say, { money, date });
  const name = statement.number === null ? say.mail.preview : say.mail.issued(oneLine(statement.number, 40));
  const [to, number] = [oneLine(customer.name, 80), oneLine(customer.number, 40)];
  const written = ownWords(own, {
    customer: to,
    business: from,
    number: oneLine(statement.number ?? "", 40),
    date: date(statement.asOf),
    ask: ask.kind === "pay" ? { amount: money(ask.amountCents), day: date(ask.dueOn) } : null,
  });
  return rendered({
    language: business.language,
    subject: written.subject ?? say.mail.subject(from, told.subject),
    from,
    headline: told.headline,
    figure: told.figure,
    facts: factsOf(statement, say, { money, date }),
    paragraphs: written.paragraphs ?? [
      say.mail.about(name, to, number, date(statement.asOf)),
      ...(pdfAttached ? [say.mail.attached] : []),
    ],
    action: { words: paysOnline && ask.kind === "pay" ? say.mail.pay : say.mail.view, url },
    footer: [
      ...(verify ? [verifyWords(business.language).onPaper(verify.at, verify.code)] : []),
      ...footerOf(business, from, say),
    ],
  });
}

type Write = { money: (of: Cents) => string; date: (of: Statement["asOf"]) => string };

function toldOf(ask: Ask, say: DocumentWords, { money, date }: Write) {
  if (ask.kind === "pay") {
    const amount = money(ask.amountCents);
    const due = say.due[ask.overdue](date(ask.dueOn));
    return {
      subject: `${amount} ${due}`,
      headline: say.mail.asks(amount, due),
      figure: { label: say.amountDue, value: amount, note: capital(due) },
    };
  }
  if (ask.kind === "settled") {
    return {
      subject: say.mail.nothing,
      headline: say.mail.settled,
      figure: { label: say.amountDue, value: money(ZERO), note: say.nothingToPay },
    };
  }
  const credit = `${say.credit} ${money(ask.creditCents)}`;
  return {
    subject: say.mail.nothingBut(credit),
    headline: say.mail.hasCredit(credit),
    figure: { label: say.balance, value: credit, note: say.nothingToPay },
  };
}

/** How the amount due comes about; left out when there is nothing to explain. */
function factsOf(
  statement: Statement,
  { mail: say, finalDue: ifEarly }: DocumentWords,
  { money, date }: Write,
) {
  const { aging } = statement;
  const late = minus(aging.totalCents, aging.current);
  const facts: (readonly [string, string])[] = [];
  if (aging.totalCents > 0) facts.push([say.open, money(aging.totalCents)]);
  if (late > 0) facts.push([say.late, money(late)]);
  if (aging.unappliedCents > 0) facts.push([say.unapplied, money(negative(aging.unappliedCents))]);
  if (aging.retainedCents > 0) facts.push([say.retainage, money(aging.retainedCents)]);
  const early = finalDue(statement);
  if (early) facts.push([ifEarly(date(early.untilOn)), money(early.amountCents)]);
  return facts;
}
