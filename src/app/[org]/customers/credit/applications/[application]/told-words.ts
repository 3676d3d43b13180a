// What is said after an application was answered: that they are told by mail, where that is so.

const BY_HAND = "No mail goes out yet, so tell them yourself.";

export function approvedWords(business: string, isWithSecond: boolean, goesOut: boolean): string {
  if (!isWithSecond)
    return `${business} is given credit${goesOut ? ", and told so by e-mail." : `. ${BY_HAND}`}`;
  return `The limit waits for a second person${goesOut ? "; they are told once it is approved." : `. ${BY_HAND}`}`;
}

export function declinedWords(business: string, quietly: boolean, goesOut: boolean): string {
  if (quietly) return "Declined, without a mail.";
  return goesOut ? `Declined. ${business} is told by e-mail.` : `Declined. ${BY_HAND}`;
}

/** Of an application that was declined after an earlier yes, whose limit wasn't given. */
export const CUSTOMER_STAYS =
  "The customer whom an earlier yes made or named stays, with what it says of them: remove it under Customers.";
