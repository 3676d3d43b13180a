// The counter's part of a told story: goods bought on a receipt, and some of them brought back.
import { inputOf } from "@/domain/input-of.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import { type Tender, NewReceipt, NewReceiptReturn } from "@/domain/receipts/receipt.ts";
import { bringBack, totalReturn } from "@/domain/receipts/receipt-return.ts";
import { totalReceipt } from "@/domain/receipts/receipt-total.ts";
import type { Books } from "../open.ts";
import { readSaleTaxes } from "../ledger/taxes-in-force.ts";
import { recordReturn } from "../receipts/receipt-returns.ts";
import { recordReceipt } from "../receipts/receipts.ts";
import { readReturnable } from "../receipts/returnable.ts";

/** Description, quantity, price of one. */
export type Goods = readonly (readonly [string, string, string])[];

export type SaleDetails = {
  /** How the purchases are paid; charged to the account when left out. */
  by?: Tender;
  /** Paid towards the account beside them, by check. */
  onAccount?: string;
  reference?: string;
  note?: string;
};

type Sale = { goods: Goods; on: Day; details: SaleDetails; cents: (amount: string) => Cents };

/** Answers with the receipt's id. */
export async function sellGoods(
  books: Books,
  accountId: string,
  { goods, on, details, cents }: Sale,
): Promise<string> {
  const { by = "house-charge", onAccount, reference = "", note = "" } = details;
  const lines = goods.map(([description, quantity, unitPrice]) => ({
    productId: null,
    description,
    quantity,
    unitPrice,
    discountCents: ZERO,
    taxable: true,
  }));
  const onAccountCents = onAccount === undefined ? ZERO : cents(onAccount);
  const { taxes } = await readSaleTaxes(books, { accountId, on });
  const how = { taxes, onAccountCents, currency: books.currency };
  const { totalCents } = totalReceipt(lines, how);
  const purchases = {
    tender: by,
    amountCents: totalCents,
    reference: by === "house-charge" ? "" : reference,
  };
  const paid = { tender: "check" as const, amountCents: onAccountCents, reference };
  const tenders = [...(totalCents > 0 ? [purchases] : []), ...(onAccountCents > 0 ? [paid] : [])];
  const sale = { accountId, issuedOn: on, lines, onAccountCents, tenders, note };
  return (await recordReceipt(books, inputOf(NewReceipt, sale))).receiptId;
}

export async function bringBackGoods(
  books: Books,
  receiptId: string,
  { line, quantity, on }: { line: number; quantity: string; on: Day },
) {
  const sold = await readReturnable(books, receiptId);
  const one = sold.lines.find((each) => each.line === line);
  if (!one) throw new Error(`line ${line} was sold`);
  const { totalCents } = totalReturn([bringBack(one, quantity, sold.currency)]);
  const lines = [{ line, quantity }];
  return recordReturn(
    books,
    inputOf(NewReceiptReturn, { receiptId, issuedOn: on, lines, toAccountCents: totalCents }),
  );
}
