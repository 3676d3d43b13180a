// Posts what a file comes to, batch by batch, with the papers behind it.
import { assert, present } from "@/domain/assert.ts";
import type { Entry } from "@/domain/imports/entries.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts, post } from "../ledger/post.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { postingOf, type Happening, type Way } from "./draft.ts";
import { keepDocuments } from "./keep-documents.ts";

/** Told between batches, beside the transaction; what it throws undoes all. */
export type Tell = (done: number, of: number) => Promise<void>;

/** The numbers that the events lie between. */
export type Posted = { first: number; last: number } | null;

const BATCH = 2_000;

type How = { way: Way; tell: Tell };

export async function postEntries(
  books: Books,
  happenings: readonly Happening[],
  { way, tell }: How,
): Promise<Posted> {
  const items = new Map<Entry, number>();
  const numbers: number[] = [];
  await lockAccounts(
    books,
    happenings.map(({ accountId }) => accountId),
  );
  for (let from = 0; from < happenings.length; from += BATCH) {
    await tell(from, happenings.length);
    const batch = happenings.slice(from, from + BATCH);
    const places = await reserveEvents(books, batch);
    numbers.push(...places.map(({ number }) => number));
    const ids = await newIds(books, batch.length);
    const posted = batch.map((happening, at) => {
      const place = present(places[at], "as many places as happenings");
      const documentId = present(ids[at], "as many ids as documents");
      return { happening, posting: postingOf(happening, place, { way, documentId, items }) };
    });
    await post(
      books,
      posted.map(({ posting }) => posting),
    );
    await keepDocuments(books, posted);
  }
  assert(items.size === 0, "everything that was paid was paid");
  await tell(happenings.length, happenings.length);
  return numbers.length === 0 ? null : rangeOf(numbers);
}

/** Never spread: there may be a million. */
function rangeOf(numbers: readonly number[]) {
  return {
    first: numbers.reduce((a, b) => Math.min(a, b)),
    last: numbers.reduce((a, b) => Math.max(a, b)),
  };
}
