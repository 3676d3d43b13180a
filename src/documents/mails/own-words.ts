// What a business writes itself in a mail, with its fields filled in: safe in a header and in a page, as every word of a mail is.
import { filledIn, paragraphsOf, type MailText } from "@/domain/statements/mail-text.ts";
import { oneLine } from "../plain.ts";

type Said = {
  customer: string;
  business: string;
  number: string;
  date: string;
  /** What is to pay and by when; null where nothing is. */
  ask: { amount: string; day: string } | null;
};

/** null for what it leaves to us: what it didn't write, and all of it where nothing is to pay. */
export function ownWords(
  { subject, body }: MailText,
  { ask, ...said }: Said,
): { subject: string | null; paragraphs: string[] | null } {
  if (ask === null) return { subject: null, paragraphs: null };
  const values = { ...said, "amount due": ask.amount, "due day": ask.day };
  const paragraphs = paragraphsOf(filledIn(body, values)).map((line) => oneLine(line, 2000));
  return {
    subject: subject === "" ? null : filledIn(subject, values),
    paragraphs: paragraphs.length === 0 ? null : paragraphs,
  };
}
