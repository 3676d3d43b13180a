// What the page says that is opened from a mail's "unsubscribe", by language.
import type { Language } from "./language.ts";

const ENGLISH = {
  title: "Statements by e-mail",
  ask: (business: string, address: string) =>
    `${business} mails statements to ${address} each month by itself. You can stop these mails here.`,
  stays: "What you owe stays as it is, and what somebody there sends you by hand still arrives.",
  tick: (address: string) => `Send no more monthly statements to ${address}`,
  stop: "Stop these mails",
  stopped: (business: string, address: string) =>
    `No more monthly statements go to ${address}. Should you want them again, ask ${business}.`,
  gone: "This address isn’t right any more. Ask the business that sent you the mail.",
};
type StopWords = typeof ENGLISH;

const GERMAN: StopWords = {
  title: "Kontoauszüge per E-Mail",
  ask: (business, address) =>
    `${business} schickt jeden Monat von selbst Kontoauszüge an ${address}. Hier können Sie diese E-Mails abbestellen.`,
  stays: "Was Sie schulden, bleibt, wie es ist, und was Ihnen dort jemand von Hand schickt, kommt weiter an.",
  tick: (address) => `Keine monatlichen Kontoauszüge mehr an ${address}`,
  stop: "Abbestellen",
  stopped: (business, address) =>
    `An ${address} gehen keine monatlichen Kontoauszüge mehr. Wenn Sie sie wieder möchten, wenden Sie sich an ${business}.`,
  gone: "Diese Adresse stimmt nicht mehr. Fragen Sie die Firma, die Ihnen die E-Mail geschickt hat.",
};

const FRENCH: StopWords = {
  title: "Relevés par e-mail",
  ask: (business, address) =>
    `${business} envoie chaque mois des relevés à ${address}. Vous pouvez arrêter ces e-mails ici.`,
  stays: "Ce que vous devez ne change pas, et ce que l’on vous envoie à la main arrive toujours.",
  tick: (address) => `Ne plus envoyer de relevés mensuels à ${address}`,
  stop: "Arrêter ces e-mails",
  stopped: (business, address) =>
    `Plus aucun relevé mensuel n’est envoyé à ${address}. Pour les recevoir à nouveau, demandez à ${business}.`,
  gone: "Cette adresse n’est plus valable. Demandez à l’entreprise qui vous a envoyé l’e-mail.",
};

const SPANISH: StopWords = {
  title: "Estados de cuenta por correo",
  ask: (business, address) =>
    `${business} envía cada mes estados de cuenta a ${address}. Aquí puede detener estos correos.`,
  stays: "Lo que debe sigue igual, y lo que le envíen a mano sigue llegando.",
  tick: (address) => `No enviar más estados de cuenta mensuales a ${address}`,
  stop: "Detener estos correos",
  stopped: (business, address) =>
    `Ya no se envían estados de cuenta mensuales a ${address}. Si los quiere de nuevo, pídalos a ${business}.`,
  gone: "Esta dirección ya no es válida. Pregunte a la empresa que le envió el correo.",
};

const WORDS: Record<Language, StopWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const stopWords = (language: Language): StopWords => WORDS[language];
