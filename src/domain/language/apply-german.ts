// What whoever applies for credit reads in German.
import type { ApplyWords } from "./apply-english.ts";

export const APPLY_GERMAN: ApplyWords = {
  title: "Kreditlinie beantragen",
  titleWith: (business) => `Kreditlinie bei ${business} beantragen`,
  lead: (business) =>
    `Mit einer Kreditlinie kaufen Sie auf Rechnung und zahlen später. ${business} sieht sich jeden Antrag an und antwortet Ihnen.`,
  notSent: "Der Antrag wurde nicht gesendet",
  fileAgain: "Wählen Sie auch die Datei noch einmal.",
  why: {
    incomplete: "Etwas fehlt oder ist nicht so, wie es sein soll. Unten steht es bei jedem Feld.",
    old: "Das Formular war zu lange offen. Es ist jetzt neu: Sehen Sie es durch und senden Sie es noch einmal.",
    foreign:
      "Das Formular war nicht das dieser Seite. Es ist jetzt neu: Sehen Sie es durch und senden Sie es noch einmal.",
    reused:
      "Sie haben dieses Formular schon mit anderem Inhalt gesendet. Es ist jetzt neu: Sehen Sie es durch und senden Sie es noch einmal.",
    fileKind: "Diese Datei kann nicht angenommen werden.",
    fileTooLarge: "Diese Datei ist zu groß.",
    tooMany: "Gerade kamen zu viele Anträge. Senden Sie ihn später noch einmal.",
    other: "Etwas ist schiefgegangen. Senden Sie den Antrag noch einmal.",
  },
  form: "Antrag auf eine Kreditlinie",
  parts: {
    business: "Ihre Firma",
    person: "Sie",
    credit: "Die Kreditlinie, die Sie beantragen",
    references: "Wer Sie kennt",
    referencesLead: "Firmen, die Ihnen auf Rechnung verkaufen, und wie man sie erreicht.",
    paper: "Ein Dokument",
    paperLead: "Ein Gewerbeschein, ein Schreiben der Bank oder eine Bilanz, wenn Sie mögen.",
  },
  fields: {
    business: "Name der Firma",
    taxNumber: "Steuernummer",
    address: "Anschrift",
    years: "Jahre im Geschäft",
    contact: "Ihr Name",
    email: "E-Mail-Adresse",
    phone: "Telefon",
    monthly: (currency) => `Einkauf im Monat, ${currency}`,
    wanted: (currency) => `Gewünschtes Kreditlimit, ${currency}`,
    reference: (number) => `Referenz ${number}`,
    referenceContact: "Telefon oder E-Mail dort",
    file: "Datei",
  },
  hints: {
    taxNumber: "Falls Sie eine haben.",
    email: "Dorthin kommt die Antwort.",
    monthly: "Ungefähr, ohne Cent.",
    wanted: "Ohne Cent.",
    file: "PDF, JPEG oder PNG, bis 10 MB.",
  },
  wrong: {
    business: "Geben Sie den Namen Ihrer Firma ein.",
    taxNumber: "Kürzen Sie das.",
    address: "Geben Sie Ihre Anschrift ein.",
    years: "Geben Sie ganze Jahre ein, etwa 3; 0, wenn die Firma neu ist.",
    contact: "Geben Sie Ihren Namen ein.",
    email: "Geben Sie eine E-Mail-Adresse wie name@firma.de ein.",
    phone: "Geben Sie eine Telefonnummer ein.",
    monthly: "Geben Sie einen ganzen Betrag ein, etwa 4000; 0, wenn Sie es nicht wissen.",
    wanted: "Geben Sie einen ganzen Betrag über 0 ein, etwa 6000.",
    reference: "Kürzen Sie das.",
    consent: "Setzen Sie hier ein Häkchen, um den Antrag zu stellen.",
    fileKind: "Wählen Sie ein PDF, ein JPEG oder ein PNG.",
    fileTooLarge: "Wählen Sie eine Datei von höchstens 10 MB.",
  },
  consent: (business) =>
    `Die Angaben oben stimmen, und ${business} darf die Referenzen nach mir fragen und diesen Antrag aufbewahren.`,
  forgotten:
    "Ist die Antwort ein Nein, werden zwölf Monate danach Ihr Name, was Sie geschrieben haben und Ihre Datei aus dem Antrag entfernt.",
  send: "Antrag senden",
  sent: "Ihr Antrag wurde gesendet",
  sentAnswered: (business) =>
    `${business} hat ihn jetzt und antwortet Ihnen. Sie können diese Seite schließen.`,
  hasItSince: (business, day) => `${business} hat ihn seit ${day} und antwortet Ihnen per E-Mail.`,
  answersHere: (business, day) =>
    `${business} hat ihn seit ${day} und antwortet Ihnen hier: Heben Sie die Adresse dieser Seite auf.`,
  keepAddress: "Heben Sie die Adresse dieser Seite auf, wenn Sie mögen: Hier steht auch die Antwort.",
  yourApplication: "Ihr Antrag auf eine Kreditlinie",
  approved: (business) => `${business} hat Ihren Antrag angenommen`,
  declined: (business) => `${business} hat Ihren Antrag abgelehnt`,
  answeredOn: (applied, answered) => `Beantragt am ${applied}, beantwortet am ${answered}.`,
  limit: "Kreditlimit",
  terms: "Zahlungsziel",
  busy: "Zu viele auf einmal",
  busyWait: "Warten Sie eine Minute und öffnen Sie den Link dann noch einmal.",
  gone: "Dieser Link öffnet nichts",
  goneAsk:
    "Vielleicht wurde er geschlossen oder ersetzt. Bitten Sie die Firma, die ihn Ihnen gegeben hat, um einen neuen.",
  mail: {
    approved: "Ihr Antrag auf eine Kreditlinie wurde angenommen",
    declined: "Ihr Antrag auf eine Kreditlinie wurde abgelehnt",
    approvedBy: (business) => `${business} hat Ihren Antrag auf eine Kreditlinie angenommen.`,
    declinedBy: (business) =>
      `${business} hat sich Ihren Antrag auf eine Kreditlinie angesehen und ihn abgelehnt.`,
    see: "Zu Ihrem Antrag",
    footer: (business) =>
      `Gesendet, weil jemand bei ${business} eine Kreditlinie beantragt und diese Adresse angegeben hat.`,
  },
};
