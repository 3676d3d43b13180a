// What autopay says behind a link and in mails, and how it does so in English.
export type AutopayWords = {
  title: string;
  lead: string;
  day: string;
  most: string;
  mostHint: string;
  /** What is agreed to, kept as it stood there. */
  consent: (business: string) => string;
  send: string;
  active: (day: number, paidBy: string) => string;
  atMost: (amount: string) => string;
  next: (date: string) => string;
  told: (amount: string, date: string) => string;
  waiting: string;
  stop: string;
  stopped: string;
  subject: (business: string, amount: string) => string;
  announce: (amount: string, date: string, paidBy: string) => string;
  /** It is less where something was paid meanwhile. */
  lessIfPaid: string;
  again: (amount: string, paidBy: string, date: string) => string;
  givenUp: (amount: string, paidBy: string) => string;
  look: string;
};

export const AUTOPAY_ENGLISH: AutopayWords = {
  title: "Autopay",
  lead: "What is due is taken by itself, on a day of each month that you choose. You are told three days before, and can stop it here at any time.",
  day: "Day of the month",
  most: "At most",
  mostHint: "Left empty, whatever is due by then.",
  consent: (business) =>
    `I allow ${business} to take what is due from the card or account that I enter next, on this day of each month, until I stop it. I am told the amount and the day three days before. What I object to is left out.`,
  send: "Set up autopay",
  active: (day, paidBy) => `On day ${day} of each month what is due is taken from ${paidBy}.`,
  atMost: (amount) => `At most ${amount} at once.`,
  next: (date) => `Next: ${date}.`,
  told: (amount, date) => `${amount} will be taken on ${date}.`,
  waiting: "We are waiting to hear that your card or account was entered. Load this page again in a moment.",
  stop: "Stop autopay",
  stopped: "Autopay is stopped. Nothing more is taken.",
  subject: (business, amount) => `${business}: autopay of ${amount}`,
  announce: (amount, date, paidBy) => `On ${date} we take ${amount} from ${paidBy}, as you agreed.`,
  lessIfPaid: "If you pay something before, only the rest is taken.",
  again: (amount, paidBy, date) => `${amount} couldn’t be taken from ${paidBy}. We try once more on ${date}.`,
  givenUp: (amount, paidBy) =>
    `${amount} couldn’t be taken from ${paidBy}, and we don’t try again. Autopay is stopped: please pay another way, and set it up anew if you want.`,
  look: "Your statement, and the way to stop autopay:",
};
