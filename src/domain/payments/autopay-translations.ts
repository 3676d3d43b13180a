// What autopay says behind a link and in mails, in German, French and Spanish.
import type { AutopayWords } from "./autopay-english.ts";

export const AUTOPAY_GERMAN: AutopayWords = {
  title: "Automatisch bezahlen",
  lead: "Was fällig ist, wird von selbst abgebucht, an einem Tag jedes Monats, den Sie wählen. Sie erfahren es drei Tage vorher und können es hier jederzeit beenden.",
  day: "Tag des Monats",
  most: "Höchstens",
  mostHint: "Leer: alles, was bis dahin fällig ist.",
  consent: (business) =>
    `Ich erlaube ${business}, an diesem Tag jedes Monats abzubuchen, was fällig ist, von der Karte oder dem Konto, das ich als Nächstes eingebe, bis ich es beende. Betrag und Tag erfahre ich drei Tage vorher. Was ich beanstande, bleibt außen vor.`,
  send: "Automatisch bezahlen",
  active: (day, paidBy) => `Am ${day}. jedes Monats wird von ${paidBy} abgebucht, was fällig ist.`,
  atMost: (amount) => `Höchstens ${amount} auf einmal.`,
  next: (date) => `Das nächste Mal: ${date}.`,
  told: (amount, date) => `${amount} werden am ${date} abgebucht.`,
  waiting:
    "Wir warten auf die Nachricht, dass Ihre Karte oder Ihr Konto eingegeben wurde. Laden Sie die Seite gleich noch einmal.",
  stop: "Beenden",
  stopped: "Es ist beendet. Es wird nichts mehr abgebucht.",
  subject: (business, amount) => `${business}: Abbuchung von ${amount}`,
  announce: (amount, date, paidBy) => `Am ${date} buchen wir ${amount} von ${paidBy} ab, wie vereinbart.`,
  lessIfPaid: "Wenn Sie vorher etwas bezahlen, wird nur der Rest abgebucht.",
  again: (amount, paidBy, date) =>
    `${amount} konnten von ${paidBy} nicht abgebucht werden. Wir versuchen es am ${date} noch einmal.`,
  givenUp: (amount, paidBy) =>
    `${amount} konnten von ${paidBy} nicht abgebucht werden, und wir versuchen es nicht noch einmal. Das automatische Bezahlen ist beendet: Bitte bezahlen Sie auf anderem Weg, und richten Sie es neu ein, wenn Sie möchten.`,
  look: "Ihr Kontoauszug, und der Weg, es zu beenden:",
};

export const AUTOPAY_FRENCH: AutopayWords = {
  title: "Paiement automatique",
  lead: "Ce qui est dû est prélevé de lui-même, un jour de chaque mois que vous choisissez. Vous en êtes averti trois jours avant et pouvez l’arrêter ici à tout moment.",
  day: "Jour du mois",
  most: "Au plus",
  mostHint: "Laissé vide : tout ce qui est dû à ce jour.",
  consent: (business) =>
    `J’autorise ${business} à prélever ce qui est dû, ce jour de chaque mois, sur la carte ou le compte que je vais saisir, jusqu’à ce que j’y mette fin. Le montant et le jour me sont annoncés trois jours avant. Ce que je conteste est laissé de côté.`,
  send: "Activer le paiement automatique",
  active: (day, paidBy) => `Le ${day} de chaque mois, ce qui est dû est prélevé sur ${paidBy}.`,
  atMost: (amount) => `Au plus ${amount} à la fois.`,
  next: (date) => `Prochaine fois : ${date}.`,
  told: (amount, date) => `${amount} seront prélevés le ${date}.`,
  waiting:
    "Nous attendons d’apprendre que votre carte ou compte a été saisi. Rechargez cette page dans un instant.",
  stop: "Arrêter",
  stopped: "Le paiement automatique est arrêté. Rien de plus n’est prélevé.",
  subject: (business, amount) => `${business} : prélèvement de ${amount}`,
  announce: (amount, date, paidBy) => `Le ${date}, nous prélevons ${amount} sur ${paidBy}, comme convenu.`,
  lessIfPaid: "Si vous payez quelque chose avant, seul le reste est prélevé.",
  again: (amount, paidBy, date) =>
    `${amount} n’ont pas pu être prélevés sur ${paidBy}. Nous réessayons le ${date}.`,
  givenUp: (amount, paidBy) =>
    `${amount} n’ont pas pu être prélevés sur ${paidBy}, et nous ne réessayons pas. Le paiement automatique est arrêté : payez autrement, et activez-le à nouveau si vous le souhaitez.`,
  look: "Votre relevé, et le moyen d’arrêter :",
};

export const AUTOPAY_SPANISH: AutopayWords = {
  title: "Pago automático",
  lead: "Lo que vence se cobra por sí mismo, un día de cada mes que usted elige. Se le avisa tres días antes y puede detenerlo aquí en cualquier momento.",
  day: "Día del mes",
  most: "Como máximo",
  mostHint: "Si se deja vacío, todo lo que haya vencido.",
  consent: (business) =>
    `Autorizo a ${business} a cobrar lo que venza, este día de cada mes, de la tarjeta o cuenta que indique a continuación, hasta que lo detenga. Se me avisa del importe y del día tres días antes. Lo que reclamo queda fuera.`,
  send: "Activar el pago automático",
  active: (day, paidBy) => `El día ${day} de cada mes se cobra de ${paidBy} lo que venza.`,
  atMost: (amount) => `Como máximo ${amount} cada vez.`,
  next: (date) => `La próxima vez: ${date}.`,
  told: (amount, date) => `${amount} se cobrarán el ${date}.`,
  waiting: "Esperamos saber que se indicó su tarjeta o cuenta. Cargue esta página de nuevo en un instante.",
  stop: "Detener",
  stopped: "El pago automático está detenido. No se cobra nada más.",
  subject: (business, amount) => `${business}: cobro de ${amount}`,
  announce: (amount, date, paidBy) => `El ${date} cobramos ${amount} de ${paidBy}, como se acordó.`,
  lessIfPaid: "Si paga algo antes, solo se cobra el resto.",
  again: (amount, paidBy, date) =>
    `${amount} no se pudieron cobrar de ${paidBy}. Lo intentamos de nuevo el ${date}.`,
  givenUp: (amount, paidBy) =>
    `${amount} no se pudieron cobrar de ${paidBy} y no lo intentamos más. El pago automático está detenido: pague de otra forma y actívelo de nuevo si quiere.`,
  look: "Su extracto, y la forma de detenerlo:",
};
