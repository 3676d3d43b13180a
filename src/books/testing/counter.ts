// The counter of a test: receipts in a word and a few values, each a command of its own. Amounts are cents.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { inputOf } from "@/domain/input-of.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { type Tender, NewReceipt, NewReceiptReturn } from "@/domain/receipts/receipt.ts";
import { bringBack, totalReturn } from "@/domain/receipts/receipt-return.ts";
import type { Drawn } from "@/domain/receipts/signature.ts";
import { taxed } from "./taxed.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";
import { recordReturn } from "../receipts/receipt-returns.ts";
import { recordReceipt } from "../receipts/receipts.ts";
import { readReturnable } from "../receipts/returnable.ts";

type Line = z.input<typeof NewReceipt>["lines"][number];
type Paid = z.input<typeof NewReceipt>["tenders"][number];
type More = {
  on?: string;
  onAccount?: number;
  applied?: NewReceipt["onAccountApplied"];
  overrideId?: string;
  jobId?: string;
  note?: string;
  buyerId?: string;
  buyerPin?: string;
  poNumber?: string;
  orderId?: string;
  signature?: Drawn;
  signatureRequestId?: string;
};

type Back = readonly [line: number, quantity: string];
type How = { toAccount?: number; money?: number; on?: string };

export const line = (
  description: string,
  quantity: string,
  unitPrice: string,
  { taxable = true, discount = 0 } = {},
): Line => ({ productId: null, description, quantity, unitPrice, taxable, discountCents: cents(discount) });

export const paidBy = (tender: Tender, amount: number, reference = ""): Paid => ({
  tender,
  reference,
  amountCents: cents(amount),
});

export function counter(business: Ledger, { accountId }: Account) {
  const record = (
    accountIs: string | null,
    lines: Line[],
    { tenders, more }: { tenders: Paid[]; more: More },
  ) =>
    business.change((books) =>
      recordReceipt(
        books,
        inputOf(NewReceipt, {
          accountId: accountIs,
          issuedOn: day(more.on ?? "2026-06-30"),
          lines,
          tenders,
          onAccountCents: cents(more.onAccount ?? 0),
          onAccountApplied: more.applied ?? "oldest-first",
          note: more.note ?? "",
          overrideId: more.overrideId ?? null,
          jobId: more.jobId ?? null,
          buyerId: more.buyerId ?? null,
          buyerPin: more.buyerPin ?? "",
          poNumber: more.poNumber ?? "",
          orderId: more.orderId ?? null,
          signature: more.signature ?? null,
          signatureRequestId: more.signatureRequestId ?? null,
        }),
      ),
    );
  const bring = (receiptId: string, back: readonly Back[], how: How) =>
    business.change((books) =>
      recordReturn(
        books,
        inputOf(NewReceiptReturn, {
          receiptId,
          issuedOn: day(how.on ?? "2026-06-30"),
          lines: back.map(([number, quantity]) => ({ line: number, quantity })),
          toAccountCents: cents(how.toAccount ?? 0),
          tenders: how.money ? [{ tender: "cash", amountCents: cents(how.money) }] : [],
        }),
      ),
    );
  return {
    bringBack: bring,
    /** What would go back for these. */
    worth: (receiptId: string, back: readonly Back[]) =>
      business.read(async (books) => {
        const sold = await readReturnable(books, receiptId);
        const lines = back.map(([number, quantity]) => {
          const one = sold.lines.find((each) => each.line === number);
          if (!one) throw new Error(`no line ${number}`);
          return bringBack(one, quantity, sold.currency);
        });
        return { worth: totalReturn(lines).totalCents };
      }),
    sell: (lines: Line[], tenders: Paid[], more: More = {}) => record(accountId, lines, { tenders, more }),
    walkIn: (lines: Line[], tenders: Paid[], more: More = {}) => record(null, lines, { tenders, more }),
    taxed: (percent: string) => taxed(business, percent),
    /** An approval as the office keeps it. */
    approve: async (amount: number) => {
      const id = randomUUID();
      await business.change(({ tx }) =>
        tx.execute(sql`
          insert into books.overrides (id, account_id, amount, reason, requested_by, approved_by, expires_at)
          values (${id}::uuid, ${accountId}::uuid, ${amount}, 'Known for years', 'Carl', 'Olive',
            clock_timestamp() + interval '10 minutes')`),
      );
      return id;
    },
  };
}
