// Records a return against the receipt of the sale: as credit on the account by a credit memo, which settles what is
// open of that sale's own invoice first, or as money, or some of both.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { postCreditMemo } from "@/domain/invoices/credit-memo.ts";
import { ZERO, sum, type Cents } from "@/domain/values/money.ts";
import type { NewReceiptReturn, RecordedReturn } from "@/domain/receipts/receipt.ts";
import {
  bringBack,
  checkGivenBack,
  settlesOfSale,
  totalReturn,
  type ReturnTotal,
} from "@/domain/receipts/receipt-return.ts";
import { partOf } from "@/domain/receipts/receipt-total.ts";
import { shareOfLines } from "@/domain/ledger/revenue.ts";
import { shareOfTaxes } from "@/domain/values/tax-parts.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { isBack, lockAccount } from "../ledger/locked-account.ts";
import { newIds } from "../new-ids.ts";
import { readItemsOpenFrom } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { assertWithinOwnLimit } from "../ledger/own-limits.ts";
import { post } from "../ledger/post.ts";
import { lockReceipt } from "./receipt-lock.ts";
import { keepReceipt, type KeptLine, type KeptTax, type KeptTender } from "./receipt-rows.ts";
import { readReturnable, type Returnable } from "./returnable.ts";
import { inSequence } from "../pipeline.ts";

/** Refuses "more-than-sold", "more-than-money", what isn't its worth, and a day before the sale. */
export async function recordReturn(books: Books, given: NewReceiptReturn): Promise<RecordedReturn> {
  if (given.issuedOn > books.today) throw new Refusal("date-in-future", { field: "issuedOn" });
  const [, sold] = await inSequence([
    lockReceipt(books, given.receiptId),
    readReturnable(books, given.receiptId),
  ]);
  if (given.issuedOn < sold.issuedOn) throw new Refusal("before-sale", { field: "issuedOn" });
  const lines = linesBack(given, sold);
  const total = totalReturn(lines);
  const moneyCents = sum(given.tenders.map((tender) => tender.amountCents));
  const { toAccountCents, issuedOn, note, memo } = given;
  checkGivenBack(total, { toAccountCents, moneyCents, mostMoneyCents: sold.mostMoneyCents });
  assertWithinOwnLimit(books, "refund", { amountCents: moneyCents, currency: sold.currency });
  const taxes = taxesBack(lines, total, sold);
  const credited =
    toAccountCents > ZERO ? await planCredit(books, given, { sold, lines, total, taxes }) : null;
  const [receiptId] = await newIds(books, 1);
  const id = present(receiptId, "an id was made");
  const { accountId, currency } = sold;
  const about = {
    kind: "return",
    receiptId: id,
    accountId,
    currency,
    issuedOn,
    note,
    memo,
  } as const;
  const kept = { ...about, ...total, onAccountCents: ZERO, houseChargeCents: toAccountCents, moneyCents };
  const tenders = tendersBack(given, credited?.posting.number ?? null);
  const [, number] = await inSequence([
    post(books, credited ? [credited.posting] : []),
    keepReceipt(books, { ...kept, returnOf: given.receiptId, lines, taxes, tenders }),
  ]);
  return { receiptId: id, number, creditMemo: credited && (await credited.keep(id)) };
}

type LineBack = KeptLine & ReturnType<typeof bringBack>;

function linesBack({ lines }: NewReceiptReturn, sold: Returnable): LineBack[] {
  return lines.map(({ line, quantity }, at) => {
    const source = sold.lines.find((each) => each.line === line);
    if (!source) throw new Refusal("not-found", { field: `lines.${at}.line` });
    const { productId, sku, description, unit, unitPrice, taxable, chartCode } = source;
    const about = { productId, sku, description, unit, unitPrice, taxable, chartCode, returnedLine: line };
    return { ...about, ...bringBack(source, quantity, sold.currency) };
  });
}

type TaxBack = KeptTax & { chartCode: string };

/** Each rate's part of the tax that comes back, by what of it wasn't given back yet. */
function taxesBack(lines: readonly LineBack[], { taxCents }: ReturnTotal, { taxes }: Returnable): TaxBack[] {
  const baseCents = sum(lines.filter((line) => line.taxable).map((line) => line.totalCents));
  const shares = shareOfTaxes(
    taxCents,
    taxes.map((tax) => tax.leftCents),
  );
  return taxes.map((tax, at) => ({ ...tax, baseCents, taxCents: shares[at] ?? ZERO }));
}

function tendersBack(
  { tenders, toAccountCents }: NewReceiptReturn,
  eventNumber: number | null,
): KeptTender[] {
  const money = tenders.map((tender) => ({
    ...tender,
    givenCents: tender.amountCents,
    onAccountCents: ZERO,
    eventNumber: null,
  }));
  if (eventNumber === null) return money;
  const amounts = { amountCents: toAccountCents, givenCents: toAccountCents, onAccountCents: ZERO };
  return [{ tender: "house-charge", reference: "", ...amounts, eventNumber }, ...money];
}

type Back = {
  sold: Returnable;
  lines: readonly LineBack[];
  total: ReturnTotal;
  taxes: readonly TaxBack[];
};

/** The credit memo to post, applied as far as the sale's own invoice is open. */
async function planCredit(
  books: Books,
  { toAccountCents, issuedOn, note, memo }: NewReceiptReturn,
  { sold, lines: back, total, taxes: all }: Back,
) {
  const { accountId, invoice } = sold;
  if (accountId === null) throw new Refusal("needs-customer");
  if (sold.chargeReversed) throw new Refusal("charge-reversed");
  const reason = memo === "" ? `Return of ${sold.number}` : memo;
  const [account, places, ids, items] = await Promise.all([
    lockAccount(books, accountId),
    reserveEvents(books, [{ accountId, on: issuedOn, memo: reason }]),
    newIds(books, 1),
    readItemsOpenFrom(books, accountId, issuedOn),
  ]);
  const place = present(places[0], "a place was taken");
  const creditMemoId = present(ids[0], "an id was made");
  const own = items.find((item) => item.documentId === invoice?.invoiceId && item.issuedOn <= issuedOn);
  const applied = own ? [{ itemId: own.itemId, amountCents: settlesOfSale(own, toAccountCents) }] : [];
  const amounts = partOf(toAccountCents, total);
  const lines = shareOfLines(amounts.subtotalCents, back);
  const shares = shareOfTaxes(
    amounts.taxCents,
    all.map((tax) => tax.taxCents),
  );
  const taxes = all.map(({ chartCode }, at) => ({ chartCode, taxCents: shares[at] ?? ZERO }));
  return {
    posting: postCreditMemo(place, { creditMemoId, ...amounts, taxes, lines, applied }),
    keep: async (receiptId: string) => {
      const kept = {
        creditMemoId,
        accountId,
        currency: account.currency,
        issuedOn,
        reason,
        receiptId,
        ...amounts,
      };
      const number = await keepCreditMemo(books, { ...kept, eventNumber: place.number });
      await keepCustomerNote(books, [place.number], note);
      const unarchived = await isBack(books, account);
      return { creditMemoId, number, eventId: place.number, period: place.period, unarchived };
    },
  };
}

type KeptMemo = {
  creditMemoId: string;
  accountId: string;
  currency: string;
  issuedOn: string;
  subtotalCents: Cents;
  taxCents: Cents;
  reason: string;
  receiptId: string;
  eventNumber: number;
};

const keepCreditMemo = (books: Books, memo: KeptMemo): Promise<string> =>
  keepNumbered(
    books,
    { series: "credit-memo" },
    sql`
    memo as (
      insert into books.credit_memos (id, account_id, currency, number, issued_on, subtotal, tax, total, reason, receipt_id,
        event_number)
      select ${memo.creditMemoId}::uuid, ${memo.accountId}::uuid, ${memo.currency}, number, ${memo.issuedOn}::date,
        ${memo.subtotalCents}::bigint, ${memo.taxCents}::bigint, ${memo.subtotalCents + memo.taxCents}::bigint,
        ${memo.reason}, ${memo.receiptId}::uuid, ${memo.eventNumber}::bigint
      from free)`,
  );
