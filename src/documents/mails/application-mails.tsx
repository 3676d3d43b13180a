// The mails about an application for credit: that one came, to whoever answers it; and the answer, to who applied.
import type { ApplicationState } from "@/domain/credit/application.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { codeWords } from "@/domain/values/terms.ts";
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
  answer: { state: ApplicationState; limitCents: Cents | null; terms: string | null; told: string };
  business: Business;
  url: string;
};

export function answerMail({ answer, business, url }: Answered): Promise<RenderedMail> {
  const from = oneLine(business.name, 60);
  const { state, limitCents, terms, told } = answer;
  const isYes = state === "approved";
  const facts: [string, string][] = [];
  if (limitCents !== null)
    facts.push([
      "Credit limit",
      `${formatAmount(limitCents, business.currency, business.locale)} ${business.currency}`,
    ]);
  if (terms !== null) facts.push(["Terms", codeWords(terms)]);
  return rendered({
    subject: isYes ? "Your application for credit was approved" : "Your application for credit was declined",
    from,
    headline: isYes
      ? `${from} approved your application for credit.`
      : `${from} looked at your application for credit and declined it.`,
    ...(facts.length > 0 && { facts }),
    paragraphs: told === "" ? [] : told.split("\n").filter((line) => line.trim() !== ""),
    action: { words: "See your application", url },
    footer: [`Sent because somebody applied for credit with ${from} and gave this address.`],
  });
}
