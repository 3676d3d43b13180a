// What a deposit slip says, by language. English is the measure here, too.
import type { Language } from "./language.ts";

const ENGLISH = {
  slip: "Deposit slip",
  number: "Number",
  dated: "Date",
  account: "Account",
  currency: "Currency",
  payments: "Payments",
  counted: (count: number) => (count === 1 ? "1 payment" : `${count} payments`),
  from: "From",
  payment: "Payment",
  reference: "Check or reference",
  amount: "Amount",
  cash: "Cash",
  checks: (count: number) => `Checks (${count})`,
  others: "Other",
  total: "Total deposit",
  reversed: (day: string) => `Reversed on ${day}: it isn’t a deposit any more`,
  signed: "Deposited by",
  stamped: "Received by the bank",
};
export type DepositWords = typeof ENGLISH;

const GERMAN: DepositWords = {
  slip: "Einzahlungsbeleg",
  number: "Nummer",
  dated: "Datum",
  account: "Konto",
  currency: "Währung",
  payments: "Zahlungen",
  counted: (count) => (count === 1 ? "1 Zahlung" : `${count} Zahlungen`),
  from: "Von",
  payment: "Zahlung",
  reference: "Scheck oder Referenz",
  amount: "Betrag",
  cash: "Bargeld",
  checks: (count) => `Schecks (${count})`,
  others: "Sonstige",
  total: "Summe der Einzahlung",
  reversed: (day) => `Storniert am ${day}: keine Einzahlung mehr`,
  signed: "Eingezahlt von",
  stamped: "Von der Bank angenommen",
};

const FRENCH: DepositWords = {
  slip: "Bordereau de remise",
  number: "Numéro",
  dated: "Date",
  account: "Compte",
  currency: "Devise",
  payments: "Paiements",
  counted: (count) => (count === 1 ? "1 paiement" : `${count} paiements`),
  from: "De",
  payment: "Paiement",
  reference: "Chèque ou référence",
  amount: "Montant",
  cash: "Espèces",
  checks: (count) => `Chèques (${count})`,
  others: "Autres",
  total: "Total de la remise",
  reversed: (day) => `Annulé le ${day} : ce n’est plus une remise`,
  signed: "Remis par",
  stamped: "Reçu par la banque",
};

const SPANISH: DepositWords = {
  slip: "Boleta de depósito",
  number: "Número",
  dated: "Fecha",
  account: "Cuenta",
  currency: "Moneda",
  payments: "Pagos",
  counted: (count) => (count === 1 ? "1 pago" : `${count} pagos`),
  from: "De",
  payment: "Pago",
  reference: "Cheque o referencia",
  amount: "Importe",
  cash: "Efectivo",
  checks: (count) => `Cheques (${count})`,
  others: "Otros",
  total: "Total del depósito",
  reversed: (day) => `Revertido el ${day}: ya no es un depósito`,
  signed: "Depositado por",
  stamped: "Recibido por el banco",
};

const WORDS: Record<Language, DepositWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const depositWords = (language: Language): DepositWords => WORDS[language];
