// What the forms behind a link ask and answer, and how they do so in English.
import type { DisputeReason } from "../invoices/dispute.ts";
import type { RefusalCode } from "../refusal.ts";

export type AnswerWords = {
  seen: {
    title: string;
    tick: (business: string) => string;
    send: string;
    done: (business: string) => string;
  };
  promise: {
    title: string;
    lead: (business: string) => string;
    day: string;
    amount: string;
    amountHint: (owed: string) => string;
    send: string;
    standing: (date: string) => string;
    standingAmount: (amount: string, date: string) => string;
    change: string;
    done: string;
  };
  dispute: {
    title: string;
    lead: (business: string) => string;
    reason: string;
    choose: string;
    reasons: Readonly<Record<DisputeReason, string>>;
    note: string;
    file: string;
    fileHint: string;
    send: string;
    standing: (date: string) => string;
    done: (business: string) => string;
  };
  question: { done: (business: string) => string };
  fresh: { lead: string; send: string; done: string };
  check: {
    title: string;
    lead: string;
    asks: Readonly<Record<"postcode" | "last-invoice", string>>;
    send: string;
  };
  faults: Partial<Record<RefusalCode, string>>;
  /** Of what has no words of its own. */
  fault: string;
};

export const ENGLISH: AnswerWords = {
  seen: {
    title: "Have you seen this statement?",
    tick: (business) => `Yes. ${business} may know that I have seen it.`,
    send: "Tell them",
    done: (business) => `Thank you. ${business} can see that you have it.`,
  },
  promise: {
    title: "Say when you will pay",
    lead: (business) => `${business} will see the day. Nothing is paid by this.`,
    day: "Day",
    amount: "Amount",
    amountHint: (owed) => `Leave it empty for all of ${owed}.`,
    send: "Promise this day",
    standing: (date) => `You said that you will pay on ${date}.`,
    standingAmount: (amount, date) => `You said that you will pay ${amount} on ${date}.`,
    change: "Say another day",
    done: "Thank you. Your day is noted.",
  },
  dispute: {
    title: "Is something wrong with this invoice?",
    lead: (business) => `${business} will look at it. Until it is settled the invoice stays as it is.`,
    reason: "What is wrong?",
    choose: "Choose",
    reasons: {
      "not-received": "Not received",
      damaged: "Damaged or faulty",
      "wrong-price": "Wrong price",
      "wrong-quantity": "Wrong quantity",
      "not-ordered": "Not ordered",
      "paid-already": "Paid already",
      other: "Something else",
    },
    note: "In your words",
    file: "A file, if it helps",
    fileHint: "PNG, JPEG or PDF, at most 10 MB.",
    send: "Send",
    standing: (date) => `You told us on ${date} that something is wrong:`,
    done: (business) => `Thank you. ${business} has been told.`,
  },
  question: { done: (business) => `Thank you. ${business} has your question.` },
  check: {
    title: "One question first",
    lead: "It keeps what is yours from whoever finds this link.",
    asks: { postcode: "Your postcode", "last-invoice": "The total of your last invoice" },
    send: "Open",
  },
  fresh: {
    lead: "It can be mailed anew, to the address that this link was sent to and to no other.",
    send: "Mail me a fresh link",
    done: "If this link was ours, a fresh one is on its way to the address that it was sent to.",
  },
  faults: {
    "form-incomplete": "Something is missing. Fill in what is asked for, and send it again.",
    "check-wrong": "That isn’t right. There are five tries; then this link stays shut for an hour.",
    "form-too-old": "This page was open for too long. Send it once more.",
    "too-many": "That was sent very often. Wait an hour, then try again.",
    "file-kind": "Only PNG, JPEG and PDF files can be sent.",
    "file-too-large": "That file is larger than 10 MB.",
    "too-many-files": "There are ten files with this invoice already. Send it without one.",
    "disputed-before": "That was told already, and it isn’t settled yet.",
    "reversed-before": "This invoice is void: nothing is to be paid on it.",
    "nothing-owed": "You owe nothing, so there is nothing to promise.",
    "promise-day": "Choose a day from today on, within 90 days.",
    "more-than-open": "That is more than you owe.",
    "amount-unreadable": "Enter the amount in figures.",
  },
  fault: "That didn’t work. Nothing was noted; try again.",
};
