// The mail that tells a business what a customer said by the link of their statement.
import type { Said } from "@/domain/collections/said.ts";
import { differenceWords, saidWords } from "@/domain/collections/said-words.ts";
import { oneLine } from "../plain.ts";
import { rendered, type RenderedMail } from "./letter.tsx";

type Content = { said: Said; business: { name: string; locale: string }; url: string };

/** So many differences stand in a mail. */
const SHOWN = 10;

export function saidMail({ said, business, url }: Content): Promise<RenderedMail> {
  const customer = oneLine(said.customerName, 80);
  const what = saidWords(said, business.locale);
  const note = said.kind === "promise" ? "" : said.note;
  const differences = said.kind === "question" ? said.differences : [];
  const told = differences
    .slice(0, SHOWN)
    .map((difference) => differenceWords(difference, said.currency, business.locale));
  const more = differences.length - told.length;
  return rendered({
    subject: `${customer}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    from: oneLine(business.name, 60),
    headline: `${customer} (${oneLine(said.customerNumber, 40)}): ${what}.`,
    paragraphs: [
      ...(note === "" ? [] : [`“${note}”`]),
      ...told,
      ...(more > 0 ? [`And ${more} more.`] : []),
      "They said so by the link of their statement. Nothing in the books was changed by it.",
    ],
    action: { words: "See what customers said", url },
    footer: [
      `Sent to whoever sends the statements of ${oneLine(business.name, 60)}, once for each thing said.`,
    ],
  });
}
