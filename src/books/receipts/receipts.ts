// Records a receipt of the counter, all in one transaction: what is paid on account first, since it frees credit, then
// the house charge, within what the customer can charge, then the receipt with its lines and tenders.
import { present } from "@/domain/assert.ts";
import type { JobFigures } from "@/domain/jobs/job-limit.ts";
import { ZERO } from "@/domain/values/money.ts";
import type { EventHeader } from "@/domain/ledger/posting.ts";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import type { NewReceipt, RecordedReceipt } from "@/domain/receipts/receipt.ts";
import {
  onAccountOf,
  payReceipt,
  totalReceipt,
  type Paid,
  type ReceiptTotal,
} from "@/domain/receipts/receipt-total.ts";
import { chargedByWords, type ChargedBy } from "@/domain/credit/who-may-charge.ts";
import { shownSale } from "@/domain/receipts/shown-lines.ts";
import { Refusal } from "@/domain/refusal.ts";
import { gateOfCharge } from "../ledger/charge-gate.ts";
import { lockActiveAccount, type LockedAccount } from "../ledger/locked-account.ts";
import { lockJobOf } from "../ledger/locked-job.ts";
import { newIds } from "../new-ids.ts";
import { readItemsOpenFrom } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { accountAfterPaid, jobOncePaid } from "./after-paid.ts";
import { houseChargeOf, keepHouseCharge, postHouseCharge, type HouseCharge } from "./receipt-charge.ts";
import { readReceiptSettings, type ReceiptSettings } from "./receipt-settings.ts";
import { assertMayBuy, assertPin, keepChargedBy } from "../credit/who-may-charge.ts";
import { keepPaidPart, postPaidParts, type PaidPart } from "./receipt-payments.ts";
import { keepReceipt, type KeptLine, type KeptTender } from "./receipt-rows.ts";
import { isPerson, keepSignature, signatureFor } from "./signatures.ts";
import { inSequence } from "../pipeline.ts";

/**
 * Refuses what the house charge refuses ("charging-refused", "over-limit" with canChargeCents), tenders that aren't what
 * is due, and days in the future, in a closed month or before the books start.
 */
export async function recordReceipt(books: Books, given: NewReceipt): Promise<RecordedReceipt> {
  const isCharged = given.tenders.some(({ tender }) => tender === "house-charge");
  if (isCharged) await assertPin(books, given);
  return recordVouchedReceipt(books, given, { atCounter: isPerson(books) });
}

/** The same where the buyer's PIN was asked for before: a capture of what they were promised. `atCounter`: by a person, so that it is signed where the setting asks for it. */
export async function recordVouchedReceipt(
  books: Books,
  given: NewReceipt,
  { atCounter = false } = {},
): Promise<RecordedReceipt> {
  if (given.issuedOn > books.today) throw new Refusal("date-in-future", { field: "issuedOn" });
  const stage = await readStage(books, given);
  const { account, receiptId, ground } = stage;
  if (given.issuedOn < ground.startOn) throw new Refusal("before-start", { field: "issuedOn" });
  const currency = account?.currency ?? books.currency;
  const { onAccountCents } = given;
  const total = totalReceipt(given.lines, { taxes: ground.taxes, onAccountCents, currency });
  const paid = payReceipt(given.tenders, total);
  const lines = linesOf(given, { ground, total });
  const { parts, charge } = eventsOf(given, { stage, total, paid });
  const payments = postPaidParts(parts, { applied: given.onAccountApplied, items: stage.items });
  const { jobId } = given;
  const job = stage.job && jobOncePaid(stage.job, { jobId, payments, items: stage.items });
  const chargeCents = paid.houseChargeCents;
  const who = account && charge && { accountId: account.accountId, jobId, chargeCents };
  const gate =
    who &&
    (await gateOfCharge(books, accountAfterPaid(account, { payments, items: stage.items }, books.today), {
      ...given,
      ...who,
      job,
    }));
  // Dated back, nobody may charge longer.
  const by = who && (await assertMayBuy(books, { ...given, ...who, on: books.today }));
  const isAsked = atCounter && ground.chargeProof === "signature";
  const shown = shownSale(lines, total.taxes, books.business.locale);
  const signed = who && (await signatureFor(books, given, { ...who, isAsked, by, sold: lines, shown }));
  const { note, memo, issuedOn, accountId } = given;
  const { houseChargeCents, moneyCents } = paid;
  const { dueCents: _due, lines: _lines, ...amounts } = total;
  const kept = {
    kind: "sale",
    returnOf: null,
    receiptId,
    accountId,
    currency,
    issuedOn,
    note,
    memo,
  } as const;
  const tenders = tendersOf(given, paid, { parts, charge });
  const [, , number] = await inSequence([
    post(books, payments),
    post(
      books,
      charge ? [postHouseCharge(charge, lines)] : [],
      gate ? { ...gate, signature: signed?.digest ?? null } : undefined,
    ),
    keepReceipt(books, { ...kept, ...amounts, houseChargeCents, moneyCents, lines, tenders }),
  ]);
  const told = parts.map(({ place }) => place.number);
  await keepCustomerNote(books, told, note);
  if (charge)
    await keepCustomerNote(
      books,
      [charge.place.number],
      [note, by && chargedByWords(by)].filter(Boolean).join(" · "),
    );
  const documents = await keepDocuments(books, { receiptId, currency, note }, { parts, charge, lines, by });
  if (charge && accountId && by)
    await keepChargedBy(books, { invoiceId: charge.invoiceId, accountId, amountCents: houseChargeCents, by });
  if (signed && documents.houseCharge) await keepSignature(books, documents.houseCharge, signed);
  const period = stage.places[0]?.period ?? null;
  return { receiptId, number, changeCents: paid.changeCents, period, ...documents };
}

type Posted = { parts: readonly PaidPart[]; charge: HouseCharge | null; by: ChargedBy | null };

type Stage = {
  account: LockedAccount | null;
  /** That the house charge is for. */
  job: JobFigures | null;
  items: Awaited<ReturnType<typeof readItemsOpenFrom>>;
  ground: ReceiptSettings;
  places: EventHeader[];
  receiptId: string;
  documentIds: string[];
};

/** All that is read, in one flight, under the account's lock. */
async function readStage(books: Books, given: NewReceipt): Promise<Stage> {
  const { accountId, issuedOn: on, memo, onAccountCents, tenders, jobId } = given;
  const charges = tenders.some(({ tender }) => tender === "house-charge");
  const events = onAccountOf(tenders, onAccountCents).filter((part) => part > 0).length + (charges ? 1 : 0);
  if (accountId === null && (charges || onAccountCents > 0)) throw new Refusal("needs-customer");
  const wheres = accountId === null ? [] : Array.from({ length: events }, () => ({ accountId, on, memo }));
  const nothing = Promise.resolve(null);
  // An account that isn't there is told before a job that isn't its own.
  const [account, job, places, ids, ground, items] = await inSequence([
    accountId === null ? nothing : lockActiveAccount(books, accountId),
    accountId === null || jobId === null || !charges ? nothing : lockJobOf(books, { jobId, accountId }),
    wheres.length > 0 ? reserveEvents(books, wheres) : Promise.resolve([]),
    newIds(books, 1 + events),
    readReceiptSettings(
      books,
      given.lines.map((line) => line.productId),
      { accountId, jobId, on },
    ),
    accountId !== null && onAccountCents > 0 ? readItemsOpenFrom(books, accountId, on) : Promise.resolve([]),
  ]);
  const [receiptId, ...documentIds] = ids;
  const made = { receiptId: present(receiptId, "an id was made"), documentIds };
  return { account, job, places, ground, items, ...made };
}

/** One event for each tender that carries some of the payment on account, in their order, and the house charge last. */
function eventsOf(
  { tenders, jobId }: NewReceipt,
  { stage, total, paid }: { stage: Stage; total: ReceiptTotal<TaxInForce>; paid: Paid },
): { parts: PaidPart[]; charge: HouseCharge | null } {
  const { account, places, documentIds } = stage;
  const next = (at: number) => ({
    place: present(places[at], "as many places as events"),
    id: present(documentIds[at], "as many ids as events"),
  });
  const parts: PaidPart[] = [];
  tenders.forEach(({ tender, reference }, at) => {
    const amountCents = paid.onAccount[at] ?? ZERO;
    if (tender === "house-charge" || amountCents === ZERO) return;
    const { place, id: paymentId } = next(parts.length);
    parts.push({ tender, reference, amountCents, place, paymentId });
  });
  if (!account || paid.houseChargeCents === ZERO) return { parts, charge: null };
  const { place, id: invoiceId } = next(parts.length);
  const amountCents = paid.houseChargeCents;
  const charge = houseChargeOf({ invoiceId, place, amountCents, jobId, total, account });
  return { parts, charge };
}

const linesOf = (
  given: NewReceipt,
  { ground, total }: { ground: ReceiptSettings; total: ReceiptTotal },
): KeptLine[] =>
  given.lines.map((line, at) => {
    const { totalCents, taxCents } = present(total.lines[at], "every line has a total");
    return { ...line, ...ground.productOf(line.productId, at), totalCents, taxCents };
  });

function tendersOf(
  { tenders }: NewReceipt,
  { onAccount }: Paid,
  { parts, charge }: { parts: readonly PaidPart[]; charge: HouseCharge | null },
): KeptTender[] {
  const numbers = parts.map((part) => part.place.number);
  return tenders.map(({ givenCents, ...tender }, at) => {
    const onAccountCents = onAccount[at] ?? ZERO;
    const paysOn = onAccountCents > ZERO ? (numbers.shift() ?? null) : null;
    const eventNumber = tender.tender === "house-charge" ? (charge?.place.number ?? null) : paysOn;
    return { ...tender, givenCents: givenCents ?? tender.amountCents, onAccountCents, eventNumber };
  });
}

async function keepDocuments(
  books: Books,
  receipt: { receiptId: string; currency: string; note: string },
  { parts, charge, lines, by }: Posted & { lines: KeptLine[] },
): Promise<Pick<RecordedReceipt, "houseCharge" | "payments">> {
  const [invoiceNumber, numbers] = await Promise.all([
    charge
      ? keepHouseCharge(books, receipt.receiptId, {
          charge,
          lines,
          note: receipt.note,
          poNumber: by?.poNumber ?? "",
        })
      : null,
    Promise.all(parts.map((part) => keepPaidPart(books, receipt, part))),
  ]);
  return {
    houseCharge:
      charge && invoiceNumber !== null
        ? { invoiceId: charge.invoiceId, number: invoiceNumber, eventId: charge.place.number }
        : null,
    payments: parts.map(({ paymentId, place, amountCents }, at) => ({
      paymentId,
      number: present(numbers[at], "every payment has a number"),
      eventId: place.number,
      amountCents,
    })),
  };
}
