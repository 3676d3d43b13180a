// What our own words come to for a made-up customer, for whoever wonders what stands there while nothing is written.
import { documentWords } from "@/domain/language/document-words.ts";
import { invoiceMailWords } from "@/domain/language/invoice-mail-words.ts";
import { invoiceWords } from "@/domain/language/invoice-words.ts";
import type { Language } from "@/domain/language/language.ts";
import type { MailTextPaper, MailTextValues } from "@/domain/statements/mail-text.ts";

export type OurWords = { subject: string; lines: string[] };

export function ourWords(paper: MailTextPaper, language: Language, values: MailTextValues): OurWords {
  const { customer, business, number, date } = values;
  const [amount, day] = [values["amount due"], values["due day"]];
  if (paper === "statement") {
    const { mail, due } = documentWords(language);
    return {
      subject: mail.subject(business, `${amount} ${due.no(day)}`),
      lines: [mail.about(mail.issued(number), customer, "C-0042", date), mail.attached],
    };
  }
  const say = invoiceMailWords(language);
  const { invoice } = invoiceWords(language);
  return {
    subject: `${say.subject(invoice, number, business)}: ${amount}, ${say.due(day)}`,
    lines: [say.about(invoice, number, customer, date), say.attached],
  };
}
