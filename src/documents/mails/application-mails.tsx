// The mails about an application for credit: that one came, to whoever answers it; and the answer, to who applied.
import type { ApplicationState } from "@/domain/credit/application.ts";
import { termsTold } from "@/domain/credit/terms-told.ts";
import { applyWords } from "@/domain/language/apply-words.ts";
import type { Language } from "@/domain/language/language.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type Business = { name: string; locale: string; currency: string };
type Came = {
  application: { wantedCents: Cents; score: { points: number; of: number } };
  business: Business;
  url: string;
};

/** Nothing that a stranger typed stands in it. */
export function applicationMail({ application, business, url }: Came): Promise<RenderedMail> {
  const { wantedCents, score } = application;
  const from = oneLine(business.name, 60);
  return rendered({
    subject: "Somebody applied for credit",
    from,
    headline: `Somebody applied for credit with ${from}, by its link.`,
    paragraphs: [
      `They ask for ${formatAmount(wantedCents, business.currency, business.locale)} ${business.currency}. By the rules that are shown with it, the application scores ${score.points} of ${score.of}.`,
      "Who they are, and what they say of themselves, stands with the application.",
    ],
    action: { words: "Look at the application", url },
    footer: [`Sent to whoever may change credit limits of ${from}, once for each application.`],
  });
}

type Answered = {
  answer: {
    state: ApplicationState;
    limitCents: Cents | null;
    terms: string | null;
    told: string;
    language: Language;
  };
  business: Business;
  url: string;
};

/** In the language of the business's papers. */
export function answerMail({ answer, business, url }: Answered): Promise<RenderedMail> {
  const from = oneLine(business.name, 60);
  const { state, limitCents, terms, told, language } = answer;
  const say = applyWords(language);
  const isYes = state === "approved";
  const facts: [string, string][] = [];
  if (limitCents !== null)
    facts.push([
      say.limit,
      `${formatAmount(limitCents, business.currency, business.locale)} ${business.currency}`,
    ]);
  if (terms !== null) facts.push([say.terms, termsTold(terms, { language, locale: business.locale })]);
  return rendered({
    subject: isYes ? say.mail.approved : say.mail.declined,
    from,
    language,
    headline: isYes ? say.mail.approvedBy(from) : say.mail.declinedBy(from),
    ...(facts.length > 0 && { facts }),
    paragraphs: told === "" ? [] : told.split("\n").filter((line) => line.trim() !== ""),
    action: { words: say.mail.see, url },
    footer: [say.mail.footer(from)],
  });
}
