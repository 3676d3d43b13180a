// Money of a payment that the bank had returned, and that comes back to its credit after all, as when a refund of it is
// reversed, or of a merge that is, pays for the debt that the return had left.
import { sql } from "drizzle-orm";
import { postApplication } from "@/domain/ledger/application.ts";
import type { Posting } from "@/domain/ledger/posting.ts";
import { ZERO, negative, smaller, type Cents } from "@/domain/values/money.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { readItemsOpenFrom } from "../ledger/open-balances.ts";
import { post } from "../ledger/post.ts";
import type { Books } from "../open.ts";

type GivenBack = { posting: Posting; creditId: number; amountCents: Cents };

/** Posts what follows from these postings, once they are posted; says what. */
export async function payReturned(books: Books, postings: readonly Posting[]): Promise<Posting[]> {
  const givenBack = postings.flatMap(givenBackBy);
  const debts = await readDebts(books, givenBack);
  const paid: Posting[] = [];
  for (const { posting, creditId, amountCents } of givenBack) {
    const { accountId, effectiveOn: on, memo } = posting;
    const itemId = debts.get(creditId);
    if (itemId === undefined) continue;
    const open = await readItemsOpenFrom(books, accountId, on);
    const paidCents = smaller(amountCents, open.find((item) => item.itemId === itemId)?.openCents ?? ZERO);
    if (paidCents === ZERO) continue;
    const place = await reserveEvent(books, { accountId, on, memo });
    const application = postApplication(place, [{ creditId, itemId, amountCents: paidCents }]);
    await post(books, [application]);
    paid.push(application);
  }
  return paid;
}

const givenBackBy = (posting: Posting): GivenBack[] =>
  posting.reductions.flatMap(({ creditId, amountCents }) =>
    creditId !== null && amountCents < 0 ? [{ posting, creditId, amountCents: negative(amountCents) }] : [],
  );

/** The debt that the return of each left, by its credit. */
async function readDebts({ tx }: Books, givenBack: readonly GivenBack[]): Promise<Map<number, number>> {
  if (givenBack.length === 0) return new Map();
  const ids = sql.param(givenBack.map((each) => each.creditId));
  const rows = await tx.execute<{ credit: number; item: number }>(sql`
    select r.reverses as credit, r.number as item from books.events r
    where r.reverses = any (${ids}::bigint[]) and r.kind = 'returned-payment'`);
  return new Map(rows.map((row) => [row.credit, row.item]));
}
