// The headings that programs and people give their columns, by what they hold: English, German, French and Spanish, and
// the exports of QuickBooks, Xero, Zoho, NetSuite, Sage, SAP, Odoo, FreshBooks, Tally, DATEV and CrewCost. Of two columns
// that could hold the same, the one whose heading comes first here is taken.
import type { ImportKind } from "./fields.ts";
import { foldHeading } from "./fold.ts";
import { LONGEST_HEADING, moneyInHeading } from "./heading-money.ts";

const CUSTOMER: Record<string, string> = {
  customerNumber:
    "Customer number|Customer No|Customer ID|CustomerID|Customer code|Customer #|Account number|Account No|Account ID|Account ref|A/C|Kundennummer|Kunden-Nr|Kundennr|Kd-Nr|Debitor|Debitorenkonto|Debitorennummer|Kontonummer|Konto|Numéro client|N° client|Code client|Número de cliente|Código de cliente|Código cliente|Cust No|BP Code|Debtor code|Debtor No|Cust number|Cust ID|Client ID|Sold-to party|Partner ID|Entity ID",
  customerName:
    "Customer name|Customer|Cust name|BP Name|Debtor|Debtor name|Name customer|Client name|Client|Display name|Company|Company name|Organization|Organisation|Contact name|ContactName|Customer Full Name|Account name|Bill to|Sold to|Party name|Party|Particulars|Name|Party’s name|Invoice Partner Display Name|Partner|Partner/Name|Customer/Project|Customer:Job|Kunde|Kundenname|Firma|Name 1|Geschäftspartner|Nom du client|Nom client|Raison sociale|Société|Cliente|Nombre del cliente|Razón social|Nombre|Nom",
  contact:
    "Contact|Contact person|Primary contact|Attention|Attn|Ansprechpartner|Kontakt|Interlocuteur|Contacto|Persona de contacto",
  email:
    "Email|E-mail|Email address|EmailAddress|E-mail address|Main email|E-Mail-Adresse|Courriel|Adresse e-mail|Correo|Correo electrónico|CompanyEmail|Customer email",
  phone:
    "Phone|Phone number|Telephone|Main phone|Phone numbers|Work phone|Tel|Telefon|Telefonnummer|Téléphone|Teléfono|Mobile",
  street:
    "Street|Address|Street address|Address line 1|Address 1|Billing address|Billing street|Bill to address|Bill to 1|Addr1|Straße|Strasse|Anschrift|Adresse|Rue|Dirección|Calle|Customer address|POAddressLine1",
  city: "City|Town|Billing city|Ort|Stadt|Ville|Ciudad|POCity",
  region:
    "State|Region|Province|County|Billing state|State/Province|Bundesland|Région|Provincia|Estado|PORegion",
  postalCode:
    "Zip|Zip code|Postal code|Postcode|Post code|Billing zip|Billing code|PLZ|Postleitzahl|Code postal|Código postal|CP|POPostalCode",
  country: "Country|Billing country|Land|Pays|País|POCountry",
  terms:
    "Terms|Term|Payment terms|Net terms|Billing terms|Credit terms|Zahlungsbedingung|Zahlungsbedingungen|Zahlungsziel|Conditions de paiement|Condiciones de pago|Payment term",
  creditLimit:
    "Credit limit|Credit limit amount|Limit|Kreditlimit|Limite de crédit|Plafond|Límite de crédito",
  taxNumber:
    "Tax number|Tax ID|TaxNumber|VAT number|VAT ID|VAT reg no|GSTIN|EIN|USt-IdNr|Steuernummer|Numéro de TVA|N° TVA|NIF|CIF|RFC",
  memo: "Memo|Description|Notes|Note|Memo/Description|Reference|Ref|Comment|Buchungstext|Bemerkung|Text|Libellé|Commentaire|Concepto|Observaciones",
};

/** A list of nothing but credits has no column that says so: its numbers do. */
const CREDIT_NUMBER =
  "Credit memo number|Credit memo No|Credit memo #|Credit memo|Credit note number|Credit note No|Credit note #|Credit note|CreditNoteNumber|Gutschriftsnummer|Gutschrift-Nr|Gutschriftnr|Gutschrift|Numéro d'avoir|N° d'avoir|N° avoir|Avoir|Número de nota de crédito|N° de nota de crédito|Nota de crédito|Abono";

const RECEIVABLES: Record<string, string> = {
  ...CUSTOMER,
  type: "Transaction type|Type|Document type|Doc type|Trans type|TRNSTYPE|Vch type|Voucher type|Belegart|Art|Typ|Type de document|Tipo|Tipo de documento|Move type|Txn type",
  documentNumber:
    "Invoice number|InvoiceNumber|Invoice No|Invoice #|Inv No|Inv number|Invoice|Inv|Num|Number|No|Document number|Document No|Doc number|Doc No|DOCNUM|Ref No|Ref number|Vch No|Voucher No|Bill No|Reference number|Transaction number|Rechnungsnummer|Rechnungsnr|Rechnungs-Nr|Rechnung|Belegnummer|Belegnr|Beleg-Nr|Beleg|Belegfeld 1|Nummer|Numéro de facture|N° facture|Facture|Numéro|Pièce|N° pièce|Número de factura|N° de factura|Factura|Número|Invoice ID|Tran No|" +
    CREDIT_NUMBER,
  issuedOn:
    "Invoice date|InvoiceDate|Date|Inv date|Issue date|Issued date|Date issued|Issued on|Issued|Invoiced on|Billed on|Billing date|Transaction date|Txn date|Document date|Doc date|Bill date|Posting date|Invoice/Bill date|Rechnungsdatum|Datum|Belegdatum|Buchungsdatum|Date de facture|Date de facturation|Date facture|Date pièce|Fecha|Fecha de factura|Fecha de emisión|Trans date|Document create date|Baseline create date|Dated|Credit memo date|Credit note date|Gutschriftsdatum|Date d'avoir",
  dueOn:
    "Due date|DueDate|Due|Due dt|Due by|Net due date|Date due|Payment due|Due on|Due date/Receive by|Due in date|Fällig|Fällig am|Fällig zum|Zahlbar bis|Fälligkeit|Fälligkeitsdatum|Fälligkeitstermin|Nettofälligkeit|Échéance|Date d'échéance|Vencimiento|Fecha de vencimiento|Expected payment date",
  amount:
    "Invoice amount|InvoiceAmount|Inv amt|Inv amount|Amount|Amt|Total|Invoice total|Original amount|Original amt|Orig amt|Requested amount|Total amount|Gross amount|Orig amount|Transaction amount|Document amount|Amount in local currency|Total in currency|Total signed|Total in currency signed|Betrag|Rechnungsbetrag|Bruttobetrag|Gesamtbetrag|Brutto|Umsatz|Montant|Montant TTC|Total TTC|Importe|Importe total|Monto|Bill amount|Net amount|Amount (home currency)",
  lineAmount:
    "Line amount|Line total|LineAmount|Item total|Item amount|Row total|Zeilenbetrag|Positionsbetrag|Montant ligne|Importe línea",
  openAmount:
    "Open balance|Balance|Balance due|Open amount|Open amt|Outstanding|Outstanding amount|Remaining|Amount remaining|Amount due|Remaining amount|Residual|Amount residual|InvoiceAmountDue|Unpaid|Due amount|Pending amount|Pending|Amount due signed|Offen|Offener Betrag|Offener Posten|Restbetrag|Saldo|Noch offen|Solde|Solde dû|Reste à payer|Reste dû|Montant dû|Saldo pendiente|Pendiente|Importe pendiente|Total open amount|Outstanding balance|Balance outstanding|Left to pay|Open|Still open|Open credit|Credits remaining|Remaining credit",
  paidAmount:
    "Paid|Amount paid|Amt paid|Paid to date|Paid amount|InvoiceAmountPaid|Payments|Applied|Payment applied|Bezahlt|Gezahlt|Bezahlter Betrag|Payé|Montant payé|Réglé|Pagado|Importe pagado|Received",
  debit: "Debit|Debit amount|Dr|Soll|Débit|Debe|Charge|Charges",
  credit: "Credit|Credit amount|Cr|Haben|Crédit|Haber|Payment|Credits",
  side: "Dr/Cr|D/C|Debit/Credit|Soll/Haben|S/H|Soll/Haben-Kennzeichen|Sens|D/H|Shkzg|Debit or credit",
  settledOn:
    "Settled date|SettledDate|Paid on|Date paid|Paid date|Payment date|Settled|Clearing date|FullyPaidOnDate|Bezahlt am|Zahlungsdatum|Ausgleichsdatum|Date de paiement|Date de règlement|Fecha de pago",
  status:
    "Status|Invoice status|Credit memo status|Credit note status|State of invoice|Payment status|Statut|Estado de la factura|Zahlungsstatus|Rechnungsstatus",
  disputed: "Disputed|Dispute|In dispute|Strittig|Reklamiert|Litige|En litige|En disputa",
  currency:
    "Currency|Currency code|Invoice currency|CurrencyCode|Curr|Währung|WKZ|WKZ Umsatz|Devise|Monnaie|Moneda|Divisa|Crcy|CUR",
};

const PAYMENTS: Record<string, string> = {
  customerNumber: CUSTOMER["customerNumber"] ?? "",
  customerName: `${CUSTOMER["customerName"]}|Received from|Payer|Paid by|Zahler|Payeur|Pagador`,
  issuedOn:
    "Payment date|Date paid|Paid on|Received on|Date received|Received|Date|Transaction date|Txn date|Deposit date|Posting date|Zahlungsdatum|Zahlungseingang|Datum|Buchungsdatum|Valuta|Date de paiement|Date de règlement|Date|Fecha de pago|Fecha de cobro|Fecha",
  amount:
    "Payment amount|Amount received|Amount paid|Amount|Paid amount|Paid|Total|Total amount|Credit|Zahlbetrag|Betrag|Haben|Montant|Montant payé|Montant réglé|Crédit|Importe|Importe pagado|Importe cobrado|Monto|Haber",
  documentNumber:
    "Reference|Reference number|Reference No|Ref|Ref No|Ref number|Check number|Check No|Check #|Cheque number|Cheque No|Payment number|Payment No|Payment ID|Payment ref|Receipt number|Receipt No|Transaction ID|Transaction number|Num|Number|No|Referenz|Verwendungszweck|Belegnummer|Belegnr|Scheck-Nr|Zahlungsnummer|Référence|N° de chèque|Numéro|Referencia|N° de cheque|Número",
  method:
    "Payment method|Method|Pay method|PaymentType|Payment type|Payment mode|Mode|Tender|Zahlungsart|Zahlungsweise|Mode de paiement|Mode de règlement|Forma de pago|Método de pago",
  type: "Transaction type|Type|Document type|Doc type|Trans type|TRNSTYPE|Vch type|Voucher type|Belegart|Typ|Type de document|Tipo|Txn type",
  status: "Status|Payment status|Statut|Zahlungsstatus|Estado",
  currency: RECEIVABLES["currency"] ?? "",
  memo: "Memo|Description|Notes|Note|Memo/Description|Comment|Buchungstext|Bemerkung|Text|Libellé|Commentaire|Concepto|Observaciones",
};

const PRODUCTS: Record<string, string> = {
  sku: "SKU|Item code|Item number|Item No|Product code|Code|ItemCode|Artikelnummer|Artikel-Nr|Référence|Référence interne|Internal reference|Código|Part number|Item #",
  productName:
    "Product name|Product/Service name|Product/Service|Item name|Item|Product|Name|ItemName|Artikel|Bezeichnung|Désignation|Produit|Article|Producto|Nombre|Artículo|Invitem",
  description:
    "Description|Sales description|SalesDescription|Sales Desc|Beschreibung|Descripción|Desc|Purchase description",
  unit: "Unit|UOM|Unit of measure|Units|U/M|Einheit|Mengeneinheit|ME|Unité|Unidad",
  group:
    "Product group|Group|Item group|Category|Product category|Item category|Warengruppe|Artikelgruppe|Kategorie|Catégorie|Famille|Categoría|Familia",
  price:
    "Sales price|Price|Sales price / rate|Rate|Unit price|SalesUnitPrice|Selling price|List price|Verkaufspreis|Preis|VK|Prix|Prix de vente|Precio|Precio de venta|Sale price",
  cost: "Cost|Purchase cost|Cost price|PurchasesUnitPrice|Purchase price|Einkaufspreis|EK|Coût|Prix d'achat|Costo|Coste|Precio de compra|Purchase rate",
  taxable: "Taxable|Tax|Steuerpflichtig|Taxé|Gravable|Sales tax code",
};

const WHOSE = {
  customerNumber: CUSTOMER["customerNumber"] ?? "",
  customerName: CUSTOMER["customerName"] ?? "",
};

const LIMITS: Record<string, string> = {
  ...WHOSE,
  customerNumber: `${WHOSE.customerNumber}|Number|No|ID`,
  creditLimit: `${CUSTOMER["creditLimit"]}|New limit|Approved limit|Kreditrahmen|Neues Limit`,
  limitIs: "Limit is|Limit type",
  terms: CUSTOMER["terms"] ?? "",
};

const MOBILE =
  "Mobile phone|Mobile|Mobile number|Mobile No|Cell phone|Cell|Handy|Mobiltelefon|Portable|Téléphone portable|Móvil";
const FAX = "Fax|Fax number|Fax No|Telefax|Télécopie";

const CONTACTS: Record<string, string> = {
  contactMobile: MOBILE,
  contactName: `${CUSTOMER["contact"]}|Contact name|ContactName|Contact full name|Full name|Person|Name of contact|Name des Ansprechpartners|Nom du contact|Nombre del contacto`,
  customerNumber: `${WHOSE.customerNumber}|Number|No|ID`,
  customerName: WHOSE.customerName,
  contactTitle:
    "Title|Role|Job title|Position|Function|Department|Funktion|Rolle|Abteilung|Fonction|Poste|Cargo|Puesto",
  contactEmail: `${CUSTOMER["email"]}|Contact email|Contact e-mail`,
  contactPhone: `${CUSTOMER["phone"]}|Contact phone|Direct phone`,
  contactFax: FAX,
  contactRole: "Contact role|Role of contact|Contact type",
  getsStatements: "Gets statements|Statements|Statement contact|Send statements|Receives statements",
  getsInvoices: "Gets invoices|Invoices|Invoice contact|Send invoices|Receives invoices|Billing contact",
};

/** A plain "Balance" may be made of invoices that come with a file of their own: it is chosen by a person. */
const OPENING =
  "Opening balance|Opening bal|Opening amount|Starting balance|Beginning balance|Balance forward|Balance b/f|Anfangssaldo|Anfangsbestand|Eröffnungssaldo|Saldovortrag|Solde d'ouverture|Solde initial|Report à nouveau|Saldo inicial|Saldo de apertura";

const WORDS: Record<ImportKind, Record<string, string>> = {
  receivables: RECEIVABLES,
  payments: PAYMENTS,
  customers: {
    mobile: MOBILE,
    ...CUSTOMER,
    firstName: "First name|FirstName|Given name|Vorname|Prénom",
    lastName: "Last name|LastName|Surname|Family name|Nachname|Nom de famille|Apellidos|Apellido",
    title: "Title|Job title|Position|Funktion|Fonction|Cargo|Puesto",
    fax: FAX,
    shipping:
      "Shipping address|Ship to address|Ship to|Delivery address|Lieferadresse|Adresse de livraison|Dirección de envío",
    openingBalance: OPENING,
    labels:
      "Labels|Label|Tags|Tag|Customer labels|Customer tags|Customer group|Customer type|Etiketten|Etikett|Schlagworte|Schlagwörter|Kennzeichen|Kundengruppe|Étiquettes|Étiquette|Libellés|Groupe de clients|Etiquetas|Etiqueta|Grupo de clientes",
    customerNumber: `${CUSTOMER.customerNumber}|Number|No|ID`,
  },
  limits: LIMITS,
  contacts: CONTACTS,
  products: PRODUCTS,
};

type Known = { field: string; rank: number };

/** By folded heading, for each kind; a heading of two fields is the first one's. */
function known(kind: ImportKind): ReadonlyMap<string, Known> {
  const made = new Map<string, Known>();
  for (const [field, names] of Object.entries(WORDS[kind]))
    for (const [rank, name] of names.split("|").entries()) {
      const folded = foldHeading(name);
      if (!made.has(folded)) made.set(folded, { field, rank });
    }
  return made;
}
const KNOWN: Record<ImportKind, ReadonlyMap<string, Known>> = {
  receivables: known("receivables"),
  payments: known("payments"),
  customers: known("customers"),
  limits: known("limits"),
  contacts: known("contacts"),
  products: known("products"),
};

/**
 * The field that a heading names, and how plainly: 0 is the plainest. What stands in brackets counts, where it is known, and
 * so does a currency.
 */
export function headingNames(kind: ImportKind, heading: string): Known | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  return [heading, moneyInHeading(heading)?.heading ?? "", withoutBrackets(heading)]
    .map((each) => KNOWN[kind].get(foldHeading(each)))
    .find((known) => known !== undefined);
}

const CREDIT_NUMBERS = new Set(CREDIT_NUMBER.split("|").map(foldHeading));

/** Whether every row under this heading is a credit memo's, where no column of its own says what it is. */
export const numbersCredits = (heading: string): boolean =>
  heading.length <= LONGEST_HEADING && CREDIT_NUMBERS.has(foldHeading(withoutBrackets(heading)));

const withoutBrackets = (heading: string) => heading.replaceAll(/\(.*?\)|\[.*?\]/gu, "");
