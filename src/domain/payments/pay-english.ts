// What paying online says behind a link, and how it does so in English.
import type { RefusalCode } from "../refusal.ts";

export type PayWords = {
  title: string;
  lead: (business: string) => string;
  /** How much is paid: each of the ways. */
  all: (amount: string) => string;
  pastDue: (amount: string) => string;
  /** One invoice, and a part of it. */
  one: (amount: string) => string;
  part: string;
  partHint: string;
  amount: string;
  pay: string;
  amountHint: string;
  amountLabel: string;
  chosen: string;
  item: (name: string, amount: string, due: string) => string;
  moreItems: string;
  /** Of a parent's statement: each account is paid by itself, and how many more there are than are shown. */
  eachAccount: string;
  moreAccounts: (count: string) => string;
  creditUsed: (amount: string) => string;
  creditSetAside: (amount: string) => string;
  disputedLeftOut: (amount: string) => string;
  underWay: (amount: string) => string;
  /** What is kept of it for paying early; one invoice, and of what is kept of several; of one of them. */
  early: (open: string, kept: string, until: string) => string;
  earlyOfAll: (kept: string, until: string) => string;
  earlyOfItem: (item: string, kept: string, until: string) => string;
  surcharge: string;
  surchargeAdded: (percent: string) => string;
  /** On Stripe's page and receipts. */
  onAccount: (business: string, customerNumber: string) => string;
  onInvoice: (business: string, invoiceNumber: string) => string;
  back: string;
  backToInvoice: string;
  paid: (amount: string) => string;
  paidLead: (business: string) => string;
  keptAsCredit: (amount: string) => string;
  keptEarly: (amount: string) => string;
  lostEarly: (amount: string) => string;
  waiting: string;
  waitingLead: string;
  goOn: string;
  failed: string;
  failedLead: string;
  faults: Partial<Record<RefusalCode, string>>;
};

export const PAY_ENGLISH: PayWords = {
  title: "Pay online",
  lead: (business) => `Your money goes to ${business}. You pay on a page of Stripe, and come back here.`,
  all: (amount) => `Pay everything: ${amount}`,
  pastDue: (amount) => `Pay what is past due: ${amount}`,
  one: (amount) => `Pay ${amount}`,
  part: "Pay a part of it",
  partHint: "The rest stays owed. A discount is only for all of it.",
  amount: "Pay another amount",
  pay: "Pay",
  amountHint: "It settles what was due first.",
  amountLabel: "Amount",
  chosen: "Choose invoices",
  item: (name, amount, due) => `${name}, ${amount}, due ${due}`,
  moreItems: "What is due later is paid with everything.",
  eachAccount:
    "This statement is of several accounts. Each is paid by itself, so that it is settled by itself.",
  moreAccounts: (count) =>
    `Further accounts on which something is open: ${count}. They are here when these are paid.`,
  creditUsed: (amount) => `Your credit of ${amount} is used first.`,
  creditSetAside: (amount) => `Your credit of ${amount} that is set aside isn’t used.`,
  disputedLeftOut: (amount) => `What you object to is left out: ${amount}.`,
  underWay: (amount) =>
    `${amount} is on its way from your bank. It can take some days, and what it pays isn’t asked for again.`,
  early: (open, kept, until) => `${open} − ${kept} for paying by ${until}.`,
  earlyOfAll: (kept, until) => `${kept} less for paying all of it by ${until}.`,
  earlyOfItem: (item, kept, until) => `${item} (−${kept} by ${until})`,
  surcharge: "Surcharge for paying online",
  surchargeAdded: (percent) => `${percent} is added for paying online.`,
  onAccount: (business, number) => `${business}, account ${number}`,
  onInvoice: (business, number) => `${business}, invoice ${number}`,
  back: "Back to the statement",
  backToInvoice: "Back to the invoice",
  paid: (amount) => `${amount} was paid`,
  paidLead: (business) => `Thank you. ${business} has it on your account.`,
  keptAsCredit: (amount) =>
    `${amount} of it was no longer owed and is credit on your account, for your next invoice.`,
  keptEarly: (amount) => `The discount of ${amount} for paying early is taken off.`,
  lostEarly: (amount) => `The discount of ${amount} for paying early no longer held when this was paid.`,
  waiting: "We are waiting for the confirmation",
  waitingLead:
    "As long as it isn’t there, we can’t say whether it was paid. This page looks again by itself; money from a bank account can take some days.",
  goOn: "Go on to payment",
  failed: "Nothing was paid",
  failedLead: "No money was taken. You can pay whenever you want.",
  faults: {
    "nothing-owed": "Nothing is left to pay: it was paid, or your credit covers it.",
    "more-than-open": "That is more than is left to pay.",
    "amount-too-small": "That is less than can be paid online.",
    "disputed-item": "You object to one of these invoices. Leave it out, and pay it when that is settled.",
    "payment-page-away":
      "The payment page can’t be opened right now. Nothing was paid; try again in a moment.",
    "online-off": "This can’t be paid online at the moment.",
    "nothing-to-send":
      "Autopay is announced by e-mail, and no address of yours is on file. Ask for one to be added, then set it up.",
    "amount-unchargeable": "That amount can’t be charged in this currency. Choose a round one.",
    "not-found": "One of these invoices isn’t open any more. Look again, and choose anew.",
  },
};
