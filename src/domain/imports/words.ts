// The words that files have for kinds of documents, their state, yes and no, terms and the two sides of an account. A word
// that isn't known is said to be unknown, never taken for a no.
import { codeSaid, readTerms } from "../values/terms.ts";
import type { ContactRole } from "../customers/contact.ts";
import type { CreditLimit } from "../ledger/account.ts";
import type { PaymentMethod } from "../ledger/payment-method.ts";
import { foldHeading } from "./fold.ts";

/** A sign, such as "+" or "✓", has no letters to fold. */
const folded = (text: string) => foldHeading(text) || text.trim();

const read = <Value extends string | boolean>(words: Record<string, Value>) => {
  const known = new Map(
    Object.entries(words).flatMap(([names, value]) =>
      names.split("|").map((name) => [folded(name), value] as const),
    ),
  );
  return (text: string): Value | null => known.get(folded(text)) ?? null;
};

export type RowType = "invoice" | "credit" | "payment" | "other";

export const typeNamed = read<RowType>({
  "invoice|inv|in|sales invoice|tax invoice|charge|customer invoice|out_invoice|stmt charge|sale|sales|finance charge|debit note|debit memo|opening balance|rechnung|ausgangsrechnung|faktura|re|rv|dr|facture|facture client|factura|ri|custinvc|invoice (accounts receivable)|accrec|si|opening|late fee":
    "invoice",
  "credit memo|credit note|credit|cm|cn|credit adj|sales credit|sales credit note|credit refund|out_refund|refund|gutschrift|stornorechnung|gs|dg|avoir|nota de credito|abono|custcred|accreccredit|sc|sales return":
    "credit",
  "payment|receipt|rc|pmt|pymt|customer payment|payment received|receive payment|overpayment|prepayment|customer deposit|zahlung|zahlungseingang|anzahlung|uberzahlung|dz|reglement|paiement|acompte|pago|cobro|anticipo|custpymt|aroverpayment|arprepayment|sr|sa|payment on account":
    "payment",
  "estimate|bill|deposit|vendor credit|credit card|paycheck|liability check|sales tax payment|inventory adjust|quote|sales order|bill payment|journal|journal entry|general journal|check|purchase order|sales receipt|angebot|auftrag|devis|presupuesto|transfer|vendor bill|gj|je":
    "other",
});

export type RowStatus = "open" | "paid" | "void" | "draft";

export const statusNamed = read<RowStatus>({
  "open|awaiting payment|awaiting approval|unpaid|overdue|sent|authorised|authorized|posted|partially paid|partly paid|partial|partially_paid|not paid|not_paid|past due|due|outstanding|approved|viewed|in_payment|offen|überfällig|teilbezahlt|gebucht|ouvert|ouverte|impayé|impayée|en retard|abierta|abierto|pendiente|vencida|vencido|active|disputed|closed with balance|submitted|unused":
    "open",
  "paid|paid in full|closed|settled|bezahlt|ausgeglichen|erledigt|payé|payée|soldé|soldée|réglé|réglée|pagada|pagado|cobrada|reconciled|applied":
    "paid",
  "void|voided|cancelled|canceled|cancel|deleted|storniert|annuliert|annulé|annulée|anulada|anulado|written off|write-off|bad debt|uncollectible|refunded|reversed|rejected":
    "void",
  "draft|saved|pending|pending approval|to approve|entwurf|brouillon|borrador|proforma": "draft",
});

export const yesNamed = read<boolean>({
  "yes|y|true|t|1|x|ja|j|oui|o|sí|si|s|disputed|strittig|litige|wahr|vrai|verdadero|on|taxable|tax|checked|✓|✔|☑": true,
  "no|n|false|f|0|nein|non|none|-|falsch|faux|falso|off|not disputed|non-taxable|unchecked|☐": false,
});

export const roleNamed = read<ContactRole>({
  "accounts payable|ap|a/p|accounts payable clerk|accounts payable manager|payables|accounting|accounts|bookkeeper|bookkeeping|billing|kreditorenbuchhaltung|buchhaltung|rechnungswesen|comptabilité|comptable|comptabilité fournisseurs|contabilidad|cuentas por pagar":
    "accounts-payable",
  "owner|proprietor|ceo|managing director|inhaber|geschäftsführer|gérant|propriétaire|dueño|propietario":
    "owner",
  "purchasing|buyer|procurement|purchasing manager|einkauf|einkäufer|achats|acheteur|compras|comprador":
    "purchasing",
  "site|site or project|site manager|project manager|superintendent|foreman|bauleiter|polier|projektleiter|chef de chantier|jefe de obra":
    "site",
  "other|sonstige|autre|otro": "other",
});

export const methodNamed = read<PaymentMethod>({
  "check|cheque|scheck|verrechnungsscheck|chèque|chq": "check",
  "card|credit card|debit card|visa|mastercard|amex|american express|discover|stripe|kreditkarte|karte|ec-karte|carte|carte bancaire|cb|tarjeta|tarjeta de crédito":
    "card",
  "cash|bar|barzahlung|espèces|efectivo|contado": "cash",
  "direct deposit|ach|eft|wire|wire transfer|bank transfer|bank|transfer|bacs|sepa|direct debit|überweisung|banküberweisung|lastschrift|virement|prélèvement|transferencia|transferencia bancaria|domiciliación":
    "direct-deposit",
  "payment|record only|other|sonstige|zahlung|paiement|pago|autre|otro": "record-only",
});

export const limitNamed = read<CreditLimit["kind"]>({
  "unlimited|no limit|without limit|unbegrenzt|ohne limit|illimité|sans limite|ilimitado|sin límite":
    "unlimited",
  "not set|none|no credit|kein|aucun|ninguno": "none",
  "set|limited|limit|gesetzt|begrenzt|limité|limitado": "limit",
});

export const sideNamed = read<"debit" | "credit">({
  "d|dr|debit|s|soll|+|débit|debe|deudor": "debit",
  "c|cr|credit|h|haben|crédit|haber|acreedor": "credit",
});

/** As they are kept ("net-30"); null for terms that aren't known. "2/10 net 30" keeps its discount. */
export function termsNamed(text: string): string | null {
  const own = codeSaid(text);
  if (own !== null) return own;
  const plain = text.trim().toLowerCase();
  if (
    /^(?:immediate(?:ly)?|due on receipt|upon receipt|on receipt|cod|c\.o\.d\.?|cash|prepaid|sofort|sofort fällig|sofort netto|comptant|à réception|contado|al contado|0)$/u.test(
      plain,
    )
  )
    return "net-0";
  if (/^(?:eom|end of month|month[- ]end|monatsende|fin de mois|fin de mes)$/u.test(plain)) return "eom";
  const days =
    /(?:net|netto|n|à)\s*(\d{1,3})\b/u.exec(plain)?.[1] ??
    /^(\d{1,3})\s*(?:days?|d|tage?|jours?|j|d[ií]as?|t|netto|net)?\b[^/%]*$/u.exec(plain)?.[1];
  if (days === undefined) return null;
  const net = `net-${Number(days)}`;
  const [, percent, within] = /^(\d{1,2}(?:\.\d{1,3})?)\s*%?\s*[/\s]\s*(\d{1,3})\b/u.exec(plain) ?? [];
  const early = percent && within ? `${net}-${Number(percent)}-${Number(within)}` : net;
  return readTerms(early) ? early : readTerms(net) ? net : null;
}

/** A row that only adds up others, by its first words. */
const TOTAL =
  /^(?:sub[- ]?total|grand[- ]?total|report total|totals?|total for|summe|gesamt|gesamtsumme|zwischensumme|endsumme|saldo gesamt|totaux|sous[- ]total|total général|suma|total general|balance total|closing balance|ending balance|balance forward|opening balance total|percentage of total|% of total)(?![\p{L}\p{N}])/iu;
export const namesTotal = (text: string): boolean => TOTAL.test(text.trim());
/** Of the whole file, rather than of a section. */
export const namesGrandTotal = (text: string): boolean =>
  /^(?:totals?|grand[- ]?total|report total|gesamt|gesamtsumme|summe|endsumme|totaux|total général|total general)\s*:?$/iu.test(
    text.trim(),
  );
