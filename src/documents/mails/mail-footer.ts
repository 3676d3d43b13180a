// The foot of a mail that a business sends: whom to ask, and who it is.
import type { DocumentWords } from "@/domain/language/document-words.ts";
import { oneLine } from "../plain.ts";

type Business = { email: string | null; phone: string | null; addressLines: readonly string[] };

/** A reply reaches the business only where it gave an address to reply to. */
export function footerOf(business: Business, from: string, { mail: say }: DocumentWords): string[] {
  const contacts = [
    ...(business.email ? [say.reply] : []),
    ...(business.phone ? [say.call(oneLine(business.phone, 40))] : []),
  ];
  const questions = contacts.length === 0 ? [] : [say.questions(contacts)];
  const address = business.addressLines.map((line) => oneLine(line, 80)).filter((line) => line !== "");
  return [...questions, [from, ...address].join(", ")];
}
