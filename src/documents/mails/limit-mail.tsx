// The mail that tells whoever may approve it that a change of credit terms waits for a second person.
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { termChanges } from "@/domain/credit/credit-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type Content = {
  request: {
    name: string;
    customerNumber: string;
    currency: string;
    by: string;
    reason: string;
    before: DecidedTerms;
    after: DecidedTerms;
  };
  business: { name: string; locale: string };
  url: string;
};

export function limitMail({ request, business, url }: Content): Promise<RenderedMail> {
  const { currency, before, after, reason } = request;
  const [customer, by, from] = [
    oneLine(request.name, 80),
    oneLine(request.by, 60),
    oneLine(business.name, 60),
  ];
  const changes = termChanges(before, after, {
    write: (amount) => `${formatAmount(amount, currency, business.locale)} ${currency}`,
    writeDay: (day) => formatDay(day, business.locale),
  });
  return rendered({
    subject: `${customer}: credit terms wait for your approval`,
    from,
    headline: `${by} asks to change the credit terms of ${customer} (${oneLine(request.customerNumber, 40)}).`,
    paragraphs: [
      ...changes.map((each) => `${each.what}: ${each.before} → ${each.after}`),
      `“${reason}”`,
      "Nothing changes until somebody else than who asked approves it.",
    ],
    action: { words: "Look at it", url },
    footer: [`Sent to whoever may change credit limits of ${from}, once for each change that waits.`],
  });
}
