// What paying online says behind a link, in German, French and Spanish.
import type { PayWords } from "./pay-english.ts";

export const PAY_GERMAN: PayWords = {
  title: "Online bezahlen",
  lead: (business) =>
    `Ihr Geld geht an ${business}. Sie bezahlen auf einer Seite von Stripe und kommen hierher zurück.`,
  all: (amount) => `Alles bezahlen: ${amount}`,
  pastDue: (amount) => `Überfälliges bezahlen: ${amount}`,
  one: (amount) => `${amount} bezahlen`,
  part: "Einen Teil davon bezahlen",
  partHint: "Der Rest bleibt offen. Skonto gibt es nur auf das Ganze.",
  amount: "Einen anderen Betrag bezahlen",
  pay: "Bezahlen",
  amountHint: "Er begleicht, was zuerst fällig war.",
  amountLabel: "Betrag",
  chosen: "Rechnungen auswählen",
  item: (name, amount, due) => `${name}, ${amount}, fällig am ${due}`,
  moreItems: "Was später fällig ist, wird mit allem bezahlt.",
  eachAccount:
    "Dieser Auszug ist über mehrere Konten. Jedes wird für sich bezahlt und so für sich ausgeglichen.",
  moreAccounts: (count) =>
    `Weitere Konten, auf denen etwas offen ist: ${count}. Sie stehen hier, wenn diese bezahlt sind.`,
  creditUsed: (amount) => `Ihr Guthaben von ${amount} wird zuerst verwendet.`,
  creditSetAside: (amount) => `Ihr Guthaben von ${amount}, das zurückgelegt ist, wird nicht verwendet.`,
  disputedLeftOut: (amount) => `Was Sie beanstanden, bleibt außen vor: ${amount}.`,
  underWay: (amount) =>
    `${amount} sind von Ihrer Bank unterwegs. Das kann einige Tage dauern, und was damit bezahlt ist, wird nicht noch einmal verlangt.`,
  early: (open, kept, until) => `${open} − ${kept} Skonto bis ${until}.`,
  earlyOfAll: (kept, until) => `${kept} Skonto, wenn alles bis ${until} bezahlt wird.`,
  earlyOfItem: (item, kept, until) => `${item} (−${kept} bis ${until})`,
  surcharge: "Aufschlag für Onlinezahlung",
  surchargeAdded: (percent) => `Für die Onlinezahlung kommen ${percent} hinzu.`,
  onAccount: (business, number) => `${business}, Konto ${number}`,
  onInvoice: (business, number) => `${business}, Rechnung ${number}`,
  back: "Zurück zum Kontoauszug",
  backToInvoice: "Zurück zur Rechnung",
  paid: (amount) => `${amount} wurden bezahlt`,
  paidLead: (business) => `Vielen Dank. ${business} hat es auf Ihrem Konto.`,
  keptAsCredit: (amount) =>
    `${amount} davon waren nicht mehr offen und sind Guthaben auf Ihrem Konto, für Ihre nächste Rechnung.`,
  keptEarly: (amount) => `${amount} Skonto sind abgezogen.`,
  lostEarly: (amount) => `Für ${amount} Skonto war es beim Bezahlen zu spät.`,
  waiting: "Wir warten auf die Bestätigung",
  waitingLead:
    "Solange sie nicht da ist, können wir nicht sagen, ob bezahlt wurde. Diese Seite sieht von selbst wieder nach; Geld von einem Bankkonto kann einige Tage brauchen.",
  goOn: "Weiter zur Zahlung",
  failed: "Es wurde nichts bezahlt",
  failedLead: "Es wurde kein Geld genommen. Sie können jederzeit bezahlen.",
  faults: {
    "nothing-owed": "Es ist nichts mehr zu bezahlen: Es wurde bezahlt, oder Ihr Guthaben deckt es.",
    "more-than-open": "Das ist mehr, als noch zu bezahlen ist.",
    "amount-too-small": "Das ist weniger, als online bezahlt werden kann.",
    "disputed-item":
      "Eine dieser Rechnungen beanstanden Sie. Lassen Sie sie weg, und bezahlen Sie sie, wenn das geklärt ist.",
    "payment-page-away":
      "Die Zahlungsseite lässt sich gerade nicht öffnen. Es wurde nichts bezahlt; versuchen Sie es gleich noch einmal.",
    "nothing-to-send":
      "Eine automatische Zahlung wird per E-Mail angekündigt, und von Ihnen ist keine Adresse hinterlegt. Bitten Sie darum, dass eine eingetragen wird, und richten Sie sie dann ein.",
    "online-off": "Das kann zurzeit nicht online bezahlt werden.",
    "amount-unchargeable": "Dieser Betrag geht in dieser Währung nicht. Wählen Sie einen runden.",
    "not-found":
      "Eine dieser Rechnungen ist nicht mehr offen. Sehen Sie noch einmal nach, und wählen Sie neu.",
  },
};

export const PAY_FRENCH: PayWords = {
  title: "Payer en ligne",
  lead: (business) =>
    `Votre argent va à ${business}. Vous payez sur une page de Stripe, puis vous revenez ici.`,
  all: (amount) => `Tout payer : ${amount}`,
  pastDue: (amount) => `Payer ce qui est en retard : ${amount}`,
  one: (amount) => `Payer ${amount}`,
  part: "En payer une partie",
  partHint: "Le reste demeure dû. L’escompte n’est que pour le tout.",
  amount: "Payer un autre montant",
  pay: "Payer",
  amountHint: "Il règle d’abord ce qui était dû en premier.",
  amountLabel: "Montant",
  chosen: "Choisir des factures",
  item: (name, amount, due) => `${name}, ${amount}, échéance ${due}`,
  moreItems: "Ce qui est dû plus tard se paie avec le tout.",
  eachAccount:
    "Ce relevé porte sur plusieurs comptes. Chacun se paie à part et se trouve ainsi soldé à part.",
  moreAccounts: (count) =>
    `Autres comptes sur lesquels il reste quelque chose à payer : ${count}. Ils apparaissent ici une fois ceux-ci payés.`,
  creditUsed: (amount) => `Votre avoir de ${amount} est utilisé d’abord.`,
  creditSetAside: (amount) => `Votre avoir de ${amount} mis de côté n’est pas utilisé.`,
  disputedLeftOut: (amount) => `Ce que vous contestez est laissé de côté : ${amount}.`,
  underWay: (amount) =>
    `${amount} sont en route depuis votre banque. Cela peut prendre quelques jours, et ce que cela paie n’est pas demandé de nouveau.`,
  early: (open, kept, until) => `${open} − ${kept} d’escompte jusqu’au ${until}.`,
  earlyOfAll: (kept, until) => `${kept} d’escompte si tout est payé jusqu’au ${until}.`,
  earlyOfItem: (item, kept, until) => `${item} (−${kept} jusqu’au ${until})`,
  surcharge: "Supplément pour paiement en ligne",
  surchargeAdded: (percent) => `${percent} sont ajoutés pour le paiement en ligne.`,
  onAccount: (business, number) => `${business}, compte ${number}`,
  onInvoice: (business, number) => `${business}, facture ${number}`,
  back: "Retour au relevé",
  backToInvoice: "Retour à la facture",
  paid: (amount) => `${amount} ont été payés`,
  paidLead: (business) => `Merci. ${business} l’a sur votre compte.`,
  keptAsCredit: (amount) =>
    `${amount} n’étaient plus dus et restent en avoir sur votre compte, pour votre prochaine facture.`,
  keptEarly: (amount) => `L’escompte de ${amount} est déduit.`,
  lostEarly: (amount) => `L’escompte de ${amount} ne valait plus au moment du paiement.`,
  waiting: "Nous attendons la confirmation",
  waitingLead:
    "Tant qu’elle n’est pas là, nous ne pouvons pas dire si c’est payé. Cette page regarde à nouveau d’elle-même ; l’argent d’un compte bancaire peut prendre quelques jours.",
  goOn: "Aller au paiement",
  failed: "Rien n’a été payé",
  failedLead: "Aucun argent n’a été pris. Vous pouvez payer quand vous voulez.",
  faults: {
    "nothing-owed": "Il ne reste rien à payer : c’est payé, ou votre avoir le couvre.",
    "more-than-open": "C’est plus que ce qui reste à payer.",
    "amount-too-small": "C’est moins que ce qui peut être payé en ligne.",
    "disputed-item": "Vous contestez l’une de ces factures. Laissez-la, et payez-la quand c’est réglé.",
    "payment-page-away":
      "La page de paiement ne s’ouvre pas pour le moment. Rien n’a été payé ; réessayez dans un instant.",
    "nothing-to-send":
      "Le paiement automatique est annoncé par e-mail, et aucune adresse n’est enregistrée pour vous. Demandez qu’on en ajoute une, puis mettez-le en place.",
    "online-off": "Cela ne peut pas être payé en ligne pour le moment.",
    "amount-unchargeable": "Ce montant n’est pas possible dans cette monnaie. Choisissez un montant rond.",
    "not-found": "L’une de ces factures n’est plus ouverte. Regardez à nouveau et choisissez.",
  },
};

export const PAY_SPANISH: PayWords = {
  title: "Pagar en línea",
  lead: (business) => `Su dinero va a ${business}. Paga en una página de Stripe y vuelve aquí.`,
  all: (amount) => `Pagar todo: ${amount}`,
  pastDue: (amount) => `Pagar lo vencido: ${amount}`,
  one: (amount) => `Pagar ${amount}`,
  part: "Pagar una parte",
  partHint: "El resto queda pendiente. El descuento es solo por el total.",
  amount: "Pagar otro importe",
  pay: "Pagar",
  amountHint: "Salda primero lo que venció antes.",
  amountLabel: "Importe",
  chosen: "Elegir facturas",
  item: (name, amount, due) => `${name}, ${amount}, vence el ${due}`,
  moreItems: "Lo que vence más tarde se paga con todo.",
  eachAccount:
    "Este estado es de varias cuentas. Cada una se paga por separado y así queda saldada por separado.",
  moreAccounts: (count) =>
    `Otras cuentas con algo pendiente: ${count}. Aparecen aquí cuando estas se hayan pagado.`,
  creditUsed: (amount) => `Su saldo a favor de ${amount} se usa primero.`,
  creditSetAside: (amount) => `Su saldo a favor de ${amount} que está reservado no se usa.`,
  disputedLeftOut: (amount) => `Lo que usted reclama queda fuera: ${amount}.`,
  underWay: (amount) =>
    `${amount} están en camino desde su banco. Puede tardar algunos días, y lo que paga no se pide de nuevo.`,
  early: (open, kept, until) => `${open} − ${kept} de descuento hasta el ${until}.`,
  earlyOfAll: (kept, until) => `${kept} de descuento si se paga todo hasta el ${until}.`,
  earlyOfItem: (item, kept, until) => `${item} (−${kept} hasta el ${until})`,
  surcharge: "Recargo por pago en línea",
  surchargeAdded: (percent) => `Se añade un ${percent} por pagar en línea.`,
  onAccount: (business, number) => `${business}, cuenta ${number}`,
  onInvoice: (business, number) => `${business}, factura ${number}`,
  back: "Volver al extracto",
  backToInvoice: "Volver a la factura",
  paid: (amount) => `Se pagaron ${amount}`,
  paidLead: (business) => `Gracias. ${business} lo tiene en su cuenta.`,
  keptAsCredit: (amount) =>
    `${amount} ya no se debían y quedan a su favor en la cuenta, para su próxima factura.`,
  keptEarly: (amount) => `El descuento de ${amount} por pronto pago está restado.`,
  lostEarly: (amount) => `El descuento de ${amount} por pronto pago ya no valía al pagar.`,
  waiting: "Esperamos la confirmación",
  waitingLead:
    "Mientras no llegue, no podemos decir si se pagó. Esta página vuelve a mirar por sí misma; el dinero de una cuenta bancaria puede tardar unos días.",
  goOn: "Ir al pago",
  failed: "No se pagó nada",
  failedLead: "No se tomó dinero. Puede pagar cuando quiera.",
  faults: {
    "nothing-owed": "No queda nada por pagar: ya se pagó, o su saldo a favor lo cubre.",
    "more-than-open": "Eso es más de lo que queda por pagar.",
    "amount-too-small": "Eso es menos de lo que se puede pagar en línea.",
    "disputed-item": "Usted reclama una de estas facturas. Déjela fuera y páguela cuando esté resuelto.",
    "payment-page-away":
      "La página de pago no se abre en este momento. No se pagó nada; inténtelo de nuevo en un instante.",
    "nothing-to-send":
      "El pago automático se anuncia por correo, y no hay ninguna dirección suya registrada. Pida que se añada una y configúrelo después.",
    "online-off": "Esto no se puede pagar en línea por ahora.",
    "amount-unchargeable": "Ese importe no es posible en esta moneda. Elija uno redondo.",
    "not-found": "Una de estas facturas ya no está abierta. Mire de nuevo y elija.",
  },
};
