// What whoever applies for credit reads in English: the measure of the other languages.
export const APPLY_ENGLISH = {
  title: "Apply for credit",
  titleWith: (business: string) => `Apply for credit with ${business}`,
  lead: (business: string) =>
    `With credit you buy on account and pay later. ${business} looks at every application and answers you.`,
  notSent: "It wasn’t sent",
  fileAgain: "Choose the file again, too.",
  why: {
    incomplete: "Something is missing, or isn’t what it should be. It is said below, by each field.",
    old: "The form lay open for too long. It is fresh now: look through it and send it again.",
    foreign: "The form wasn’t this page’s own. It is fresh now: look through it and send it again.",
    reused:
      "You sent this form before, with other words. It is fresh now: look through it and send it again.",
    fileKind: "Its file can’t be taken.",
    fileTooLarge: "Its file is too large.",
    tooMany: "Too many applications came in just now. Send it again later.",
    other: "Something went wrong. Send it again.",
  },
  form: "Application for credit",
  parts: {
    business: "Your business",
    person: "You",
    credit: "The credit you ask for",
    references: "Who knows you",
    referencesLead: "Businesses that sell to you on account, and how they are reached.",
    paper: "A paper",
    paperLead: "A licence, a bank letter or a balance sheet, if you like.",
  },
  fields: {
    business: "Name of the business",
    taxNumber: "Tax number",
    address: "Address",
    years: "Years in business",
    contact: "Your name",
    email: "E-mail",
    phone: "Phone",
    monthly: (currency: string) => `You buy in a month, ${currency}`,
    wanted: (currency: string) => `Credit limit you would like, ${currency}`,
    reference: (number: number) => `Reference ${number}`,
    referenceContact: "Phone or e-mail there",
    file: "File",
  },
  hints: {
    taxNumber: "If you have one.",
    email: "The answer goes there.",
    monthly: "About, without cents.",
    wanted: "Without cents.",
    file: "PDF, JPEG or PNG, up to 10 MB.",
  },
  wrong: {
    business: "Enter the name of your business.",
    taxNumber: "Keep it shorter.",
    address: "Enter your address.",
    years: "Enter whole years, like 3; 0 if it is new.",
    contact: "Enter your name.",
    email: "Enter an e-mail address like name@company.com.",
    phone: "Enter a phone number.",
    monthly: "Enter a whole amount, like 4000; 0 if you don’t know.",
    wanted: "Enter a whole amount above 0, like 6000.",
    reference: "Keep it shorter.",
    consent: "Tick this to apply.",
    fileKind: "Choose a PDF, a JPEG or a PNG.",
    fileTooLarge: "Choose a file of 10 MB at most.",
  },
  consent: (business: string) =>
    `The details above are right, and ${business} may ask the references about me and keep this application.`,
  forgotten:
    "If the answer is no, who you are, what you wrote and your file are removed twelve months later.",
  send: "Send the application",
  sent: "Your application was sent",
  sentAnswered: (business: string) => `${business} has it now, and answers you. You can close this page.`,
  /** `isMailed`: the answer goes out by e-mail, too. */
  hasItSince: (business: string, day: string, isMailed: boolean) =>
    isMailed
      ? `${business} has it since ${day}, and answers you by e-mail.`
      : `${business} has it since ${day}, and answers you here: keep the address of this page.`,
  keepAddress: "Keep the address of this page, if you like: it shows the answer, too.",
  yourApplication: "Your application for credit",
  approved: (business: string) => `${business} approved your application`,
  declined: (business: string) => `${business} declined your application`,
  answeredOn: (applied: string, answered: string) =>
    `You applied on ${applied}; it was answered on ${answered}.`,
  limit: "Credit limit",
  terms: "Terms",
  busy: "Too many at once",
  busyWait: "Wait a minute, then open the link again.",
  gone: "This link doesn’t open anything",
  goneAsk: "It may have been closed or replaced. Ask the business that gave it to you for a new one.",
  mail: {
    approved: "Your application for credit was approved",
    declined: "Your application for credit was declined",
    approvedBy: (business: string) => `${business} approved your application for credit.`,
    declinedBy: (business: string) => `${business} looked at your application for credit and declined it.`,
    see: "See your application",
    footer: (business: string) =>
      `Sent because somebody applied for credit with ${business} and gave this address.`,
  },
};
export type ApplyWords = typeof APPLY_ENGLISH;
