// The mail that brings a statement: the amount due and its date in the subject and the first line, from the same
// frozen value as the page and the PDF (lessons.md 15), and one button.
import { formatDay } from "@/domain/values/day-words.ts";
import { ZERO, formatMoney, minus, negative, type Cents } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { askOf, dueWords, type Ask } from "../ask.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type MailContent = { statement: Statement; url: string; pdfAttached: boolean };

export function statementMail({ statement, url, pdfAttached }: MailContent): Promise<RenderedMail> {
  const { business, customer, currency } = statement;
  const from = oneLine(business.name, 60);
  const money = (of: Cents) => formatMoney(of, currency, business.locale);
  const date = (of: Statement["asOf"]) => formatDay(of, business.locale);
  const told = toldOf(askOf(statement), money, date);
  const name =
    statement.number === null ? "Preview of a statement" : `Statement ${oneLine(statement.number, 40)}`;
  return rendered({
    subject: `Statement from ${from}: ${told.subject}`,
    from,
    headline: told.headline,
    figure: told.figure,
    facts: factsOf(statement, money),
    paragraphs: [
      `${name} for ${oneLine(customer.name, 80)}, ${oneLine(customer.number, 40)}, as of ${date(statement.asOf)}.`,
      ...(pdfAttached ? ["The statement is attached as a PDF, too."] : []),
    ],
    action: { words: "View statement", url },
    footer: footerOf(business, from),
  });
}

function toldOf(ask: Ask, money: (of: Cents) => string, date: (of: Statement["asOf"]) => string) {
  if (ask.kind === "pay") {
    const amount = money(ask.amountCents);
    const due = dueWords(ask, date);
    return {
      subject: `${amount} ${due}`,
      headline: `Amount due: ${amount}, ${due}.`,
      figure: { label: "Amount due", value: amount, note: due.charAt(0).toUpperCase() + due.slice(1) },
    };
  }
  if (ask.kind === "settled") {
    return {
      subject: "nothing to pay",
      headline: "Nothing to pay: your account is settled.",
      figure: { label: "Amount due", value: money(ZERO), note: "Nothing to pay" },
    };
  }
  const credit = `credit ${money(ask.creditCents)}`;
  return {
    subject: `nothing to pay, ${credit}`,
    headline: `Nothing to pay: your account has ${credit}.`,
    figure: { label: "Balance", value: credit, note: "Nothing to pay" },
  };
}

/** How the amount due comes about; left out when there is nothing to explain. */
function factsOf({ aging }: Statement, money: (of: Cents) => string) {
  const late = minus(aging.totalCents, aging.current);
  const facts: (readonly [string, string])[] = [];
  if (aging.totalCents > 0) facts.push(["Open items", money(aging.totalCents)]);
  if (late > 0) facts.push(["Of which past due", money(late)]);
  if (aging.unappliedCents > 0) facts.push(["Unapplied credit", money(negative(aging.unappliedCents))]);
  if (aging.retainedCents > 0) facts.push(["Retainage held, not due yet", money(aging.retainedCents)]);
  return facts;
}

/** Whom to ask: a reply reaches the business only where it gave an address to reply to. */
function footerOf(business: Statement["business"], from: string): string[] {
  const contacts = [
    ...(business.email ? ["reply to this mail"] : []),
    ...(business.phone ? [`call ${oneLine(business.phone, 40)}`] : []),
  ];
  const questions = contacts.length === 0 ? [] : [`Questions? You can ${contacts.join(" or ")}.`];
  const address = business.addressLines.map((line) => oneLine(line, 80)).filter((line) => line !== "");
  return [...questions, [from, ...address].join(", ")];
}
