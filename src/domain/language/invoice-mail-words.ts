// What the mail of an invoice or a credit memo says, and the page behind its link, by language. The rest is said in the words of
// the paper and of a statement's mail.
import type { Language } from "./language.ts";

const ENGLISH = {
  subject: (paper: string, number: string, business: string) => `${paper} ${number} from ${business}`,
  asks: (amount: string, due: string) => `To pay: ${amount}, due ${due}.`,
  due: (due: string) => `due ${due}`,
  settled: "Nothing to pay: this invoice is settled.",
  voided: "This invoice is void. Nothing is to be paid on it.",
  credits: (amount: string, invoice: string) => `We credit you ${amount} for invoice ${invoice}.`,
  nothing: "nothing to pay",
  about: (paper: string, number: string, customer: string, date: string) =>
    `${paper} ${number} for ${customer}, of ${date}.`,
  attached: "It is attached as a PDF, too.",
  view: (paper: string) => `View ${paper.toLowerCase()}`,
  /** Of an invoice that can be paid online, beside the others’ `view`. */
  pay: "Pay invoice",
  dated: (date: string) => `Dated ${date}`,
  questions: (business: string) => `Questions? Ask ${business}`,
  passOn: "Whoever has this page’s address can read it, so pass it on with care.",
};
export type InvoiceMailWords = typeof ENGLISH;

const GERMAN: InvoiceMailWords = {
  subject: (paper, number, business) => `${paper} ${number} von ${business}`,
  asks: (amount, due) => `Zu zahlen: ${amount}, fällig am ${due}.`,
  due: (due) => `fällig am ${due}`,
  settled: "Nichts zu zahlen: Diese Rechnung ist beglichen.",
  voided: "Diese Rechnung ist storniert. Darauf ist nichts zu zahlen.",
  credits: (amount, invoice) => `Wir schreiben Ihnen ${amount} zu Rechnung ${invoice} gut.`,
  nothing: "nichts zu zahlen",
  about: (paper, number, customer, date) => `${paper} ${number} für ${customer} vom ${date}.`,
  attached: "Sie liegt auch als PDF bei.",
  view: (paper) => `${paper} ansehen`,
  pay: "Rechnung bezahlen",
  dated: (date) => `Vom ${date}`,
  questions: (business) => `Fragen? Wenden Sie sich an ${business}`,
  passOn: "Wer die Adresse dieser Seite hat, kann sie lesen. Geben Sie sie mit Bedacht weiter.",
};

const FRENCH: InvoiceMailWords = {
  subject: (paper, number, business) => `${paper} ${number} de ${business}`,
  asks: (amount, due) => `À payer : ${amount}, échéance le ${due}.`,
  due: (due) => `échéance le ${due}`,
  settled: "Rien à payer : cette facture est réglée.",
  voided: "Cette facture est annulée. Il n’y a rien à payer.",
  credits: (amount, invoice) => `Nous vous créditons ${amount} sur la facture ${invoice}.`,
  nothing: "rien à payer",
  about: (paper, number, customer, date) => `${paper} ${number} pour ${customer}, du ${date}.`,
  attached: "Le document est aussi joint en PDF.",
  view: (paper) => `Voir : ${paper.toLowerCase()}`,
  pay: "Payer la facture",
  dated: (date) => `Du ${date}`,
  questions: (business) => `Des questions ? Contactez ${business}`,
  passOn: "Quiconque a l’adresse de cette page peut la lire : transmettez-la avec prudence.",
};

const SPANISH: InvoiceMailWords = {
  subject: (paper, number, business) => `${paper} ${number} de ${business}`,
  asks: (amount, due) => `A pagar: ${amount}, vence el ${due}.`,
  due: (due) => `vence el ${due}`,
  settled: "Nada que pagar: esta factura está liquidada.",
  voided: "Esta factura está anulada. No hay nada que pagar.",
  credits: (amount, invoice) => `Le abonamos ${amount} de la factura ${invoice}.`,
  nothing: "nada que pagar",
  about: (paper, number, customer, date) => `${paper} ${number} para ${customer}, del ${date}.`,
  attached: "También va adjunta en PDF.",
  view: (paper) => `Ver ${paper.toLowerCase()}`,
  pay: "Pagar la factura",
  dated: (date) => `Del ${date}`,
  questions: (business) => `¿Preguntas? Comuníquese con ${business}`,
  passOn: "Quien tenga la dirección de esta página puede leerla; compártala con cuidado.",
};

const WORDS: Record<Language, InvoiceMailWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const invoiceMailWords = (language: Language): InvoiceMailWords => WORDS[language];
