// Issues a credit memo: a sale reversed, as credit on the account.
import { sql } from "drizzle-orm";
import { allocateChosen } from "@/domain/ledger/allocation.ts";
import { present } from "@/domain/assert.ts";
import { postCreditMemo } from "@/domain/invoices/credit-memo.ts";
import type { NewCreditMemo } from "@/domain/invoices/credit-memo-input.ts";
import { ZERO } from "@/domain/values/money.ts";
import { takeNumber } from "../ledger/number-series.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { newIds } from "../new-ids.ts";
import { readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

export type RecordedCreditMemo = { creditMemoId: string; number: string; eventId: number };

export async function issueCreditMemo(books: Books, input: NewCreditMemo): Promise<RecordedCreditMemo> {
  const { accountId, issuedOn, subtotalCents, reason, applied } = input;
  const [{ currency }, items, place, ids] = await Promise.all([
    lockActiveAccount(books, accountId),
    readOpenItems(books, accountId),
    reserveEvent(books, { accountId, on: issuedOn, memo: reason }),
    newIds(books, 1),
  ]);
  const creditMemoId = present(ids[0], "an id was made");
  const chosen = allocateChosen(subtotalCents, issuedOn, { chosen: applied, items });
  await post(books, [
    postCreditMemo(place, { creditMemoId, subtotalCents, taxCents: ZERO, applied: chosen.applied }),
  ]);
  const number = await takeNumber(books, "credit-memo");
  await books.tx.execute(sql`
    insert into books.credit_memos (id, account_id, currency, number, issued_on, subtotal, total, reason, event_number)
    values (${creditMemoId}, ${accountId}, ${currency}, ${number}, ${issuedOn}, ${subtotalCents}, ${subtotalCents},
      ${reason}, ${place.number})`);
  return { creditMemoId, number, eventId: place.number };
}
