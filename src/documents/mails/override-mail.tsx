// The mail that asks for an override: who asks, for whom, how much and why, and a link to look and answer.
import { OVERRIDE_CAUSE } from "@/domain/credit/override-words.ts";
import type { OverrideTold } from "@/domain/credit/override.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type Content = { override: OverrideTold; business: { name: string; locale: string }; url: string };

export function overrideMail({ override, business, url }: Content): Promise<RenderedMail> {
  const { currency, amountCents, cause, reason, jobName } = override;
  const customer = oneLine(override.customerName, 80);
  const amount = `${formatAmount(amountCents, currency, business.locale)} ${currency}`;
  const by = oneLine(override.askedBy, 80);
  return rendered({
    subject: `${by} asks to let ${customer} charge ${amount}`,
    from: oneLine(business.name, 60),
    headline: `${by} asks for an override: ${amount} for ${customer} (${oneLine(override.customerNumber, 40)}).`,
    paragraphs: [
      `Why it is refused: ${OVERRIDE_CAUSE[cause].toLowerCase()}.`,
      ...(jobName === null ? [] : [`Job: ${oneLine(jobName, 120)}.`]),
      `“${reason}”`,
      "Opening the link changes nothing. What you approve lets one charge of at most this amount pass, once, and is kept with your name.",
    ],
    action: { words: "Look and answer", url },
    footer: [
      `Sent to whoever may approve overrides at ${oneLine(business.name, 60)}. The link is yours alone: don’t forward it.`,
    ],
  });
}
