// What whoever applies for credit reads in French.
import type { ApplyWords } from "./apply-english.ts";

export const APPLY_FRENCH: ApplyWords = {
  title: "Demander un crédit",
  titleWith: (business) => `Demander un crédit à ${business}`,
  lead: (business) =>
    `Avec un crédit, vous achetez en compte et payez plus tard. ${business} examine chaque demande et vous répond.`,
  notSent: "La demande n’a pas été envoyée",
  fileAgain: "Choisissez aussi le fichier à nouveau.",
  why: {
    incomplete:
      "Il manque quelque chose, ou quelque chose ne convient pas. C’est dit ci-dessous, à chaque champ.",
    old: "Le formulaire est resté ouvert trop longtemps. Il est neuf à présent : relisez-le et renvoyez-le.",
    foreign:
      "Le formulaire n’était pas celui de cette page. Il est neuf à présent : relisez-le et renvoyez-le.",
    reused:
      "Vous avez déjà envoyé ce formulaire, avec d’autres mots. Il est neuf à présent : relisez-le et renvoyez-le.",
    fileKind: "Ce fichier ne peut pas être accepté.",
    fileTooLarge: "Ce fichier est trop grand.",
    tooMany: "Trop de demandes viennent d’arriver. Renvoyez la vôtre plus tard.",
    other: "Quelque chose a mal tourné. Renvoyez la demande.",
  },
  form: "Demande de crédit",
  parts: {
    business: "Votre entreprise",
    person: "Vous",
    credit: "Le crédit que vous demandez",
    references: "Qui vous connaît",
    referencesLead: "Des entreprises qui vous vendent en compte, et comment les joindre.",
    paper: "Un document",
    paperLead: "Un extrait Kbis, une lettre de la banque ou un bilan, si vous le souhaitez.",
  },
  fields: {
    business: "Nom de l’entreprise",
    taxNumber: "Numéro fiscal",
    address: "Adresse",
    years: "Années d’activité",
    contact: "Votre nom",
    email: "Adresse e-mail",
    phone: "Téléphone",
    monthly: (currency) => `Vos achats par mois, ${currency}`,
    wanted: (currency) => `Plafond de crédit souhaité, ${currency}`,
    reference: (number) => `Référence ${number}`,
    referenceContact: "Téléphone ou e-mail de celle-ci",
    file: "Fichier",
  },
  hints: {
    taxNumber: "Si vous en avez un.",
    email: "La réponse y sera envoyée.",
    monthly: "Environ, sans centimes.",
    wanted: "Sans centimes.",
    file: "PDF, JPEG ou PNG, 10 Mo au plus.",
  },
  wrong: {
    business: "Saisissez le nom de votre entreprise.",
    taxNumber: "Raccourcissez.",
    address: "Saisissez votre adresse.",
    years: "Saisissez des années entières, comme 3 ; 0 si elle est nouvelle.",
    contact: "Saisissez votre nom.",
    email: "Saisissez une adresse e-mail comme nom@societe.fr.",
    phone: "Saisissez un numéro de téléphone.",
    monthly: "Saisissez un montant entier, comme 4000 ; 0 si vous ne savez pas.",
    wanted: "Saisissez un montant entier supérieur à 0, comme 6000.",
    reference: "Raccourcissez.",
    consent: "Cochez ceci pour faire la demande.",
    fileKind: "Choisissez un PDF, un JPEG ou un PNG.",
    fileTooLarge: "Choisissez un fichier de 10 Mo au plus.",
  },
  consent: (business) =>
    `Les renseignements ci-dessus sont exacts, et ${business} peut interroger les références à mon sujet et conserver cette demande.`,
  forgotten:
    "Si la réponse est non, votre identité, ce que vous avez écrit et votre fichier sont effacés douze mois plus tard.",
  send: "Envoyer la demande",
  sent: "Votre demande a été envoyée",
  sentAnswered: (business) => `${business} l’a reçue et vous répond. Vous pouvez fermer cette page.`,
  hasItSince: (business, day, isMailed) =>
    isMailed
      ? `${business} l’a reçue le ${day} et vous répond par e-mail.`
      : `${business} l’a reçue le ${day} et vous répond ici : gardez l’adresse de cette page.`,
  keepAddress: "Gardez l’adresse de cette page, si vous le souhaitez : la réponse s’y affiche aussi.",
  yourApplication: "Votre demande de crédit",
  approved: (business) => `${business} a accepté votre demande`,
  declined: (business) => `${business} a refusé votre demande`,
  answeredOn: (applied, answered) => `Demande faite le ${applied}, réponse donnée le ${answered}.`,
  limit: "Plafond de crédit",
  terms: "Délai de paiement",
  busy: "Trop de demandes à la fois",
  busyWait: "Attendez une minute, puis ouvrez le lien à nouveau.",
  gone: "Ce lien n’ouvre rien",
  goneAsk: "Il a peut-être été fermé ou remplacé. Demandez-en un nouveau à l’entreprise qui vous l’a donné.",
  mail: {
    approved: "Votre demande de crédit a été acceptée",
    declined: "Votre demande de crédit a été refusée",
    approvedBy: (business) => `${business} a accepté votre demande de crédit.`,
    declinedBy: (business) => `${business} a examiné votre demande de crédit et l’a refusée.`,
    see: "Voir votre demande",
    footer: (business) =>
      `Envoyé parce que quelqu’un a demandé un crédit à ${business} et a indiqué cette adresse.`,
  },
};
