// What a credit memo of an invoice says, by language: an invoice's words, but where it goes the other way.
import { invoiceWords, type InvoiceWords } from "./invoice-words.ts";
import type { Language } from "./language.ts";

type Own =
  | "invoice"
  | "lines"
  | "held"
  | "retainage"
  | "total"
  | "settled"
  | "left"
  | "void"
  | "voided"
  | "settledInFull"
  | "fileOf"
  | "title"
  | "running";

const OWN: Record<Language, Pick<InvoiceWords, Own>> = {
  en: {
    invoice: "Credit memo",
    lines: "What is credited",
    held: "Not held back",
    retainage: "No longer held back",
    total: "Total credit",
    settled: "Applied or refunded",
    left: "Open credit",
    void: "Reversed",
    voided: "This credit memo was reversed. It credits nothing.",
    settledInFull:
      "It lowers what you owe. Open credit stays on your account until it is applied or refunded.",
    fileOf: (business, number) => `${business} credit memo ${number}`,
    title: (number, customer) => `Credit memo ${number} for ${customer}`,
    running: (number, customer) => `Credit memo ${number} for ${customer}`,
  },
  de: {
    invoice: "Rechnungskorrektur",
    lines: "Was gutgeschrieben wird",
    held: "Kein Einbehalt",
    retainage: "Nicht mehr einbehalten",
    total: "Gutschrift gesamt",
    settled: "Verrechnet oder erstattet",
    left: "Offenes Guthaben",
    void: "Storniert",
    voided: "Diese Rechnungskorrektur ist storniert. Sie schreibt nichts gut.",
    settledInFull:
      "Sie mindert, was Sie schulden. Offenes Guthaben bleibt auf Ihrem Konto, bis es verrechnet oder erstattet wird.",
    fileOf: (business, number) => `${business} Rechnungskorrektur ${number}`,
    title: (number, customer) => `Rechnungskorrektur ${number} für ${customer}`,
    running: (number, customer) => `Rechnungskorrektur ${number} für ${customer}`,
  },
  fr: {
    invoice: "Avoir",
    lines: "Ce qui est crédité",
    held: "Non retenu",
    retainage: "Retenue annulée",
    total: "Total de l’avoir",
    settled: "Imputé ou remboursé",
    left: "Crédit disponible",
    void: "Annulé",
    voided: "Cet avoir est annulé. Il ne crédite rien.",
    settledInFull:
      "Il réduit ce que vous devez. Le crédit disponible reste sur votre compte jusqu’à son imputation ou son remboursement.",
    fileOf: (business, number) => `${business} avoir ${number}`,
    title: (number, customer) => `Avoir ${number} pour ${customer}`,
    running: (number, customer) => `Avoir ${number} pour ${customer}`,
  },
  es: {
    invoice: "Nota de crédito",
    lines: "Lo que se abona",
    held: "Sin retener",
    retainage: "Retención anulada",
    total: "Total del abono",
    settled: "Aplicado o reembolsado",
    left: "Saldo a favor",
    void: "Anulada",
    voided: "Esta nota de crédito está anulada. No abona nada.",
    settledInFull:
      "Reduce lo que debe. El saldo a favor queda en su cuenta hasta que se aplique o se reembolse.",
    fileOf: (business, number) => `${business} nota de crédito ${number}`,
    title: (number, customer) => `Nota de crédito ${number} para ${customer}`,
    running: (number, customer) => `Nota de crédito ${number} para ${customer}`,
  },
};

const creditMemoWords = (language: Language): InvoiceWords => ({
  ...invoiceWords(language),
  ...OWN[language],
});

/** Of an invoice, or of a credit memo, which says what it credits. */
export const paperWords = ({
  business,
  credits,
}: {
  business: { language: Language };
  credits: string | null;
}): InvoiceWords => (credits === null ? invoiceWords(business.language) : creditMemoWords(business.language));
