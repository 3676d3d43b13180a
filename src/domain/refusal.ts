// What we say no to, on purpose: a closed list of expected refusals, each worded once for people.
// Thrown by domain and books, turned into an answer in server/trpc.ts; anything else is a bug and a 500.
import { CREDIT_REFUSALS } from "./credit-refusals.ts";
import { IMPORT_REFUSALS } from "./import-refusals.ts";
import { SIGN_IN_REFUSALS } from "./sign-in-refusals.ts";

export const REFUSALS = {
  ...SIGN_IN_REFUSALS,
  ...IMPORT_REFUSALS,
  "over-own-limit": "That is more than you may do yourself in one go. Ask somebody who may do more.",
  "owners-only": "Only an owner makes or unmakes an owner. Ask one.",
  "limits-beyond-own":
    "Nobody lets others do more than they may do themselves. Keep each limit to yours, or ask an owner.",
  "own-membership": "Nobody changes their own role or limits. Ask another owner or admin.",
  "already-member": "Somebody with this address belongs to the business already.",
  "invitation-of-another": "This invitation went to another address. Sign in with that one.",
  "books-not-taken": "Take its books home first, or tick that nobody needs them.",
  "name-differs": "That isn’t its name. Type it as it is written above.",
  "invitation-gone": "This invitation was withdrawn, was used, or is older than a week. Ask for a new one.",
  "not-found": "That isn't here. It may have been moved, or you may be signed in to another business.",
  "not-allowed": "Your role doesn't allow this. Ask an owner or admin of the business.",
  "key-reused": "This form was already sent with other content. Open the page again and re-enter it.",
  "account-unsettled": "Money is still on this account. Settle, refund or write off what is left first.",
  "customer-in-use": "Something hangs on this customer, so they stay. You can archive them.",
  "changed-meanwhile":
    "Someone changed this while you were editing. Your entries are kept; look at what changed.",
  "nothing-changed": "Nothing is different from what stands now.",
  "name-taken": "That name is already in use. Choose another.",
  "number-taken": "That number is already in use.",
  "code-taken": "Another account has this number, maybe an archived one.",
  "account-in-use": "Something still uses this account.",
  "rate-in-use": "Something still takes this rate.",
  "sku-taken": "Another product has this SKU, maybe an archived one.",
  "barcode-taken": "Another product has this barcode, maybe an archived one.",
  "email-taken": "Someone with this e-mail address is already here. Sign in instead.",
  "password-weak": "Choose another password.",
  "password-wrong": "That isn’t your password now.",
  "no-mail":
    "No mail goes out of this copy of Onaccount yet, so no link can come. Sign in with your password, or ask whoever runs it.",
  "only-owner": "A business keeps an owner who can sign in. Give somebody else that role first.",
  "sign-up-closed": "New businesses are opened by whoever runs this copy of Onaccount. Ask them.",
  "too-many-businesses":
    "You set up ten businesses today. Set up the next one tomorrow, or ask whoever runs this copy of Onaccount.",
  "too-many-mails":
    "That is as many mails as may go out in a day. Send the rest tomorrow, or ask whoever runs this copy of Onaccount to allow more.",
  "too-many-to-one": "This address got twenty mails of yours today. Send it the next one tomorrow.",
  "slug-taken": "That web address is taken. Choose another.",
  "period-closed": "That month is closed. Choose a date in an open month, or ask an owner to reopen it.",
  "period-out-of-reach":
    "It can’t be posted into that month. Choose an open one, from its own date’s to the current one.",
  "month-to-come": "That month hasn't begun yet. Close it when it has.",
  "before-start": "That date is before the day your books start.",
  "after-start": "That isn’t before the day your books start. Enter it as an ordinary invoice or payment.",
  "start-closed":
    "The first month of your books is closed, so what they started with stays as it is. Ask an owner to reopen it.",
  "date-in-future": "That date is in the future. Money is dated today or earlier.",
  "range-backwards": "The range ends before it begins.",
  "amount-too-large": "That is more than one document may carry.",
  "sum-too-large":
    "With this the books would come to more than they can add up: 11 trillion in all. Check the amounts.",
  "more-than-open": "That is more than is left to pay.",
  "discount-in-part":
    "A discount for paying early is for a payment that settles the invoice in full together with it.",
  "discount-not-offered": "That is more than the terms of this invoice let the customer keep.",
  "more-than-paid": "That applies more than was paid.",
  "not-issued-yet":
    "That invoice wasn't issued yet on the day of the payment. Apply it later, or change the date.",
  "out-of-turn": "On that day there wasn't that much to settle. Choose a later date.",
  "more-than-credit": "That is more than the open credit.",
  "over-limit": "That is above what this customer can charge.",
  "charging-refused": "This customer can't charge to the account.",
  "over-shared-limit": "That is above what is left of the limit that this customer shares.",
  "has-children": "This customer is the parent of others. Give those another parent first.",
  "parent-is-child": "That customer has a parent itself. Choose the parent.",
  "parent-of-itself": "A customer can’t be its own parent. Choose another one.",
  ...CREDIT_REFUSALS,
  "over-job-limit": "That is above what can still be charged on this job.",
  "job-of-another": "That job isn't this customer's. Choose one of theirs.",
  "job-closed": "This job is closed, so nothing new is billed on it. Open it again, or choose another one.",
  "job-unsettled":
    "Something of this job is still open or held back. Settle that first; until then you can close it.",
  "not-your-job": "You bill only the jobs that you manage. Choose one of yours.",
  "reversed-before": "That was reversed before.",
  "reversal-is-final": "A reversal is final. Enter it anew instead.",
  "deposited-meanwhile":
    "One of these payments was deposited or came back meanwhile. Look at what still waits, and choose again.",
  "deposited-since": "It was taken to the bank with a deposit. Reverse that deposit first.",
  "deposit-came-back": "The bank returned a payment of this deposit, so the deposit was made. It stays.",
  "deposit-whole": "A deposit is reversed whole, on its own page.",
  "one-currency": "These payments are in several currencies. A deposit is in one.",
  "before-received": "One of these payments came in after that day. Choose a later date.",
  "reversed-in-pairs": "A transfer is reversed whole, not one side of it.",
  "reverse-instead": "A write-off or a discount has no money behind it. Reverse it instead.",
  "used-since":
    "It was used since: refunded, transferred, given up or reversed. Reverse what came last first.",
  "merged-with-itself": "That is the same customer. Choose the other one.",
  "merged-before": "One of them was merged into another customer before. Open that one instead.",
  "merged-away": "This customer was merged into another one. Open that one and go on there.",
  archived: "This customer is archived. Bring them back first.",
  "merge-reversed-before": "That merge was reversed before.",
  "reservation-ended": "That reservation was captured or released before. Ask for a new decision.",
  "too-many-webhooks": "There are ten endpoints already. Remove one first.",
  "webhook-address": "Nothing can be sent to that address. Enter one that begins with https://.",
  "captured-before": "That reservation was captured before. Its receipt stands.",
  "reservation-expired": "That reservation has expired, and its room was given back. Ask for a new decision.",
  "more-than-reserved": "That is more than was reserved. Ask for a decision on the rest.",
  "reserved-still": "A charge is still being authorised on that account. Wait for it, then merge.",
  "retainage-released": "That is more than is still held back.",
  "several-jobs":
    "That is held back on several jobs, and each gets an invoice of its own. Leave out the number and what is billed beside it, or bill one job.",
  "nothing-sold": "There is nothing on this receipt. Add what is sold, or a payment on account.",
  "discount-too-large": "The discount is more than the line comes to.",
  "retainage-too-large": "That is more than there is to hold back.",
  "schedule-ended": "That has ended. Have one come again anew instead.",
  "starts-in-past": "It can't begin in the past. Choose today or a later day.",
  "draft-closed": "This draft was issued or discarded meanwhile. Nothing was changed.",
  "draft-unfinished": "This draft can't be issued as it stands. Look at what is marked.",
  "tax-changed": "The tax has changed since you looked. Look at the total again, then issue it.",
  "corrected-before": "That invoice was voided or corrected meanwhile. Duplicate it instead.",
  "too-many-lines": "That is more lines than one invoice may have. Split it into several.",
  "one-house-charge": "A receipt has one house charge. Put it into one amount.",
  "charge-above-purchases": "A house charge pays for purchases and their tax, not for a payment on account.",
  "not-what-is-due": "The payments don't add up to what is due.",
  "given-too-little": "That is less than it pays. Only cash gives change.",
  "needs-customer": "Choose a customer first: a house charge and a payment on account go to their account.",
  "more-than-sold": "More would come back than was sold and not yet brought back.",
  "more-than-money": "That is more money than was paid for what was bought and not yet given back.",
  "not-what-comes-back": "What is given back has to be exactly what the returned goods are worth.",
  "before-sale": "That is before the day it was sold.",
  "charge-reversed": "The house charge of this receipt was reversed, so nothing of it can be credited.",
  "brought-back-since": "Some of these goods were brought back. Reverse that return first.",
  "return-paid-out":
    "Some of this return was given back in money, so it can't be reversed. Enter the goods as a new sale instead.",
  "more-than-billed": "That is more than is left of it: some of it may have been credited before.",
  "nothing-credited":
    "That comes to nothing. Choose more of it, or look whether all of it was credited before.",
  "credited-since": "Some of this invoice was credited. Reverse its credit memo first.",
  "given-up-since":
    "Some of this invoice was written off or let go as a discount, so that much less of it can be credited.",
  "invoice-voided": "This invoice was voided, so nothing of it can be credited.",
  "not-by-lines":
    "Only an invoice that was written here is credited line by line. Put a sale right by a return, retained money by voiding its invoice.",
  "before-invoice": "That is before the day the invoice was issued.",
  "logo-kind": "That is no picture that can be printed. Choose a PNG, a JPEG or an SVG.",
  "logo-too-large": "That picture is too large. Choose one of at most 1 MB and 4,000 pixels each way.",
  "logo-unsafe":
    "That SVG is more than a drawing: it runs something, asks for something from elsewhere, or has pictures in it. Save it as a plain SVG, or as a PNG.",
  "logo-text":
    "That SVG has words in it, which would come out in another typeface. Turn them into outlines, or save it as a PNG.",
  "file-kind": "Only PNG, JPEG and PDF files can be attached.",
  "texts-too-long":
    "Their memos or private notes are too long for one customer together. Shorten one of them first.",
  "file-too-large": "That file is larger than 10 MB.",
  "too-many-labels": "A customer has fifty labels at most. Take one off first.",
  "too-many-files": "There are ten files already. Remove one first.",
  "nothing-applied": "Nothing of that is applied any more.",
  "nothing-to-send": "This customer has no e-mail address. Add one first.",
  "address-bounced": "Mail to this customer’s address comes back. Correct it, or say that it is right.",
  "link-gone": "This link has expired or was withdrawn. Ask the business that sent it for a new one.",
  "disputed-before": "This invoice is disputed already. Settle that first.",
  "nothing-owed": "Nothing is owed on this account.",
  "disputed-item": "That invoice is disputed. Settle that first.",
  "amount-unchargeable": "That amount can't be charged in this currency. Choose a round one.",
  "amount-too-small": "That is less than can be paid online.",
  "payment-page-away": "The payment page can't be opened right now. Nothing was paid; try again in a moment.",
  "online-off": "Online payments are off. Set the keys in the settings first.",
  "keys-again": "Enter this key, too: without it nothing can be paid online.",
  "test-key":
    "With a test key anybody can pay with a made-up card. Enter the live key, or leave online payments off.",
  "promise-day": "Choose a day from today on, within 90 days.",
  "password-again": "Enter the password again: the one that is kept was for the other server.",
  "link-check": "Answer what is asked first.",
  "check-wrong": "That isn’t right.",
  "too-many-keys": "A business has at most fifty keys at once. Revoke one that is no longer used.",
  "key-beyond-own": "You can give a key only what you may do yourself.",
  "key-gone": "This key was revoked before.",
  "no-statement-yet": "Issue a statement first: a standing link opens the newest one.",
  "form-incomplete": "Something is missing. Fill in what is asked for, and send it again.",
  "amount-unreadable": "Enter the amount in figures, like 1,234.50.",
  "form-too-old": "This page was open for too long. Load it again and send it once more.",
  "file-unreadable": "This file can't be read.",
  "file-refused": "Nothing was imported: some rows have errors.",
  "start-posted": "Something is posted already, so the books start where they do.",
  "already-imported": "This file was imported before; nothing was posted again.",
  "run-elsewhere": "This run is no longer where you saw it. Look at it again.",
  "files-full":
    "Files that were sent and not brought in take all the room there is for them, 1 GB. Discard those that you don’t need: they are removed overnight.",
  "wrong-currency": "That document is in another currency than the account.",
  busy: "Someone else is working on this just now. Nothing was changed; try again in a moment.",
  crowded:
    "Your business has many papers and files in the works just now. Nothing was changed; try again in a few seconds.",
  "too-much-work":
    "That took too much time or memory, so it was stopped. Nothing was changed; try a shorter range or a smaller file.",
  "too-many": "Too many tries. Wait a moment and try again.",
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(REFUSALS, text);
/** `field` names the field of the input that is refused, where FIELD_OF can't know it. */
export type RefusalDetails = Readonly<{ field?: string } & Record<string, unknown>>;

/** Which field of a form a refusal is about. Each form has its own name for its "day" and its "amount". */
const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  "period-closed": "day",
  "period-out-of-reach": "period",
  "before-start": "day",
  "date-in-future": "day",
  "out-of-turn": "day",
  "amount-too-large": "amount",
  "sum-too-large": "amount",
  "more-than-open": "amount",
  "over-own-limit": "amount",
  "already-member": "email",
  "name-differs": "name",
  "more-than-paid": "amount",
  "more-than-credit": "amount",
  "before-invoice": "day",
  "number-taken": "number",
  "code-taken": "code",
  "sku-taken": "sku",
  "barcode-taken": "barcode",
  "slug-taken": "slug",
  "job-of-another": "jobId",
  "more-than-reserved": "amount",
};

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  /** What a form says it beside; null where it is about the whole. */
  readonly field: string | null;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(REFUSALS[code]);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
    this.field = details.field ?? FIELD_OF[code] ?? null;
  }
}
