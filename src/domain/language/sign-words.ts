// What the page says on which a customer's phone signs, by language. The sentence that is signed is the receipt's own.
import type { Language } from "./language.ts";

const ENGLISH = {
  title: "Sign",
  ask: (amount: string) => `Charge ${amount} to your account?`,
  sold: "What is sold",
  account: "Account",
  orderedBy: "Ordered by",
  po: "Purchase order",
  name: "Your name",
  here: "Sign here",
  clear: "Clear",
  missing: "Sign in the box with your finger.",
  send: (business: string) => `Send to ${business}`,
  signed: "Signed",
  thanks: "Thank you. The counter has your signature; you can close this page.",
  nothing: "Nothing to sign here",
  over: "This was signed already, or waited for more than a quarter of an hour. Ask at the counter for a new code.",
};
export type SignWords = typeof ENGLISH;

const GERMAN: SignWords = {
  title: "Unterschreiben",
  ask: (amount) => `${amount} auf Ihr Kundenkonto?`,
  sold: "Was verkauft wird",
  account: "Konto",
  orderedBy: "Bestellt von",
  po: "Bestellnummer",
  name: "Ihr Name",
  here: "Hier unterschreiben",
  clear: "Löschen",
  missing: "Unterschreiben Sie mit dem Finger im Feld.",
  send: (business) => `An ${business} senden`,
  signed: "Unterschrieben",
  thanks: "Vielen Dank. Ihre Unterschrift ist an der Kasse; Sie können diese Seite schließen.",
  nothing: "Hier gibt es nichts zu unterschreiben",
  over: "Das wurde schon unterschrieben oder hat länger als eine Viertelstunde gewartet. Bitten Sie an der Kasse um einen neuen Code.",
};

const FRENCH: SignWords = {
  title: "Signer",
  ask: (amount) => `Porter ${amount} sur votre compte ?`,
  sold: "Ce qui est vendu",
  account: "Compte",
  orderedBy: "Commandé par",
  po: "Bon de commande",
  name: "Votre nom",
  here: "Signez ici",
  clear: "Effacer",
  missing: "Signez du doigt dans le cadre.",
  send: (business) => `Envoyer à ${business}`,
  signed: "Signé",
  thanks: "Merci. La caisse a votre signature ; vous pouvez fermer cette page.",
  nothing: "Rien à signer ici",
  over: "Ceci est déjà signé, ou a attendu plus d’un quart d’heure. Demandez un nouveau code à la caisse.",
};

const SPANISH: SignWords = {
  title: "Firmar",
  ask: (amount) => `¿Cargar ${amount} a su cuenta?`,
  sold: "Lo que se vende",
  account: "Cuenta",
  orderedBy: "Pedido por",
  po: "Orden de compra",
  name: "Su nombre",
  here: "Firme aquí",
  clear: "Borrar",
  missing: "Firme con el dedo en el recuadro.",
  send: (business) => `Enviar a ${business}`,
  signed: "Firmado",
  thanks: "Gracias. La caja tiene su firma; puede cerrar esta página.",
  nothing: "Aquí no hay nada que firmar",
  over: "Esto ya se firmó, o esperó más de un cuarto de hora. Pida un código nuevo en la caja.",
};

const WORDS: Record<Language, SignWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const signWords = (language: Language): SignWords => WORDS[language];
