// The only writer of events. One statement locks the accounts, extends their chains, makes items and credits, uses
// them, writes the journal and moves the accounts' figures; one event or ten thousand alike.
import { sql } from "drizzle-orm";
import { assert } from "@/domain/assert.ts";
import { effectOf, type Posting } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { postStatement, type Gate, type Parts, type Written } from "./post-statement.ts";

/** Locks these accounts in the one order that everybody uses, until the transaction ends. */
export async function lockAccounts(books: Books, accountIds: readonly string[]): Promise<void> {
  const ids = [...new Set(accountIds)].sort();
  await books.tx.execute(sql`
    select id from books.accounts where id = any (${sql.param(ids)}::uuid[]) order by id for no key update`);
  // One account's is locked by its posting (functions/limit_used.sql); those of several in their order, at once.
  if (ids.length > 1) await books.tx.execute(sql`select books.lock_shared_limits(${sql.param(ids)}::uuid[])`);
}

const UNGATED: Gate = { gated: false, overrideId: null };

/**
 * Posts events in the order given (an account's chain follows it). Items and credits that an event uses may come
 * from earlier events or from this call. Refuses days in the future; the database refuses the rest.
 */
export async function post(books: Books, postings: readonly Posting[], gate: Gate = UNGATED): Promise<void> {
  if (postings.some((posting) => posting.effectiveOn > books.today)) throw new Refusal("date-in-future");
  if (postings.length > CHUNK)
    await lockAccounts(
      books,
      postings.map((posting) => posting.accountId),
    );
  for (let from = 0; from < postings.length; from += CHUNK) {
    await write(books, postings.slice(from, from + CHUNK), gate);
  }
}

/** The planner can't see how many rows a JSON value holds; its loops are cheap for so many, and quadratic. */
const CHUNK = 250;

async function write(books: Books, postings: readonly Posting[], gate: Gate): Promise<void> {
  const parts = partsOf(postings);
  const [written] = await books.tx.execute<Written>(
    postStatement(JSON.stringify(rows(postings)), parts, books, gate),
  );
  assert(written?.events === postings.length, "every event was written");
  assert(written.items === parts.earlierItems, "every item that was used is there");
  assert(written.credits === parts.earlierCredits, "every credit that was used is there");
}

function partsOf(postings: readonly Posting[]): Parts {
  const uses = postings.flatMap((p) => [...p.allocations, ...p.reductions]);
  const items = ownAndEarlier(
    postings,
    "item",
    uses.map((use) => use.itemId),
  );
  const credits = ownAndEarlier(
    postings,
    "credit",
    uses.map((use) => use.creditId),
  );
  return {
    items: postings.some((p) => p.item !== null),
    jobs: postings.some((p) => Boolean(p.item?.jobId)),
    credits: postings.some((p) => p.credit !== null),
    allocations: postings.some((p) => p.allocations.length > 0),
    reductions: postings.some((p) => p.reductions.length > 0),
    retainage: postings.some((p) => p.retainage.length > 0),
    ownItems: items.own > 0,
    ownCredits: credits.own > 0,
    earlierItems: items.earlier,
    earlierCredits: credits.earlier,
  };
}

/** How many of the items or credits that are used these postings make, and how many earlier ones made. */
function ownAndEarlier(
  postings: readonly Posting[],
  kind: "item" | "credit",
  ids: readonly (number | null)[],
) {
  const used = new Set(ids.filter((id) => id !== null));
  const made = new Set(postings.filter((p) => p[kind] !== null).map((p) => p.number));
  const own = used.intersection(made).size;
  return { own, earlier: used.size - own };
}

/** The postings as flat lists, one per table, short-named because they travel as one JSON value. */
function rows(postings: readonly Posting[]) {
  const numbered = <Row extends object>(rowsOf: (p: Posting) => readonly Row[]) =>
    postings.flatMap((p) => rowsOf(p).map((row, at) => ({ n: p.number, line: at + 1, ...row })));
  return {
    events: postings.map(eventRow),
    items: numbered(({ item }) => (item ? [itemRow(item)] : [])),
    credits: numbered((p) =>
      p.credit ? [{ amount: p.credit.amountCents, issued_on: p.credit.issuedOn }] : [],
    ),
    uses: [
      ...numbered((p) =>
        p.allocations.map((a) => ({
          kind: "applied",
          item_id: a.itemId,
          credit_id: a.creditId,
          amount: a.amountCents,
        })),
      ),
      ...numbered((p) =>
        p.reductions.map((r) => ({
          kind: r.kind,
          item_id: r.itemId,
          credit_id: r.creditId,
          amount: r.amountCents,
        })),
      ),
    ],
    retainage: numbered((p) =>
      p.retainage.map((r) => ({
        invoice_id: r.invoiceId,
        invoice_line: r.invoiceLine,
        amount: r.amountCents,
      })),
    ),
    journal: numbered((p) =>
      p.journal.map((l) => ({ role: l.role, code: l.chartCode ?? null, amount: l.amountCents })),
    ),
  };
}

const itemRow = ({ amountCents, issuedOn, dueOn, jobId = null }: NonNullable<Posting["item"]>) => ({
  amount: amountCents,
  issued_on: issuedOn,
  due_on: dueOn,
  ...(jobId && { job_id: jobId }),
});

function eventRow(p: Posting, step: number) {
  const effect = effectOf(p);
  return {
    n: p.number,
    step,
    account_id: p.accountId,
    kind: p.kind,
    effective_on: p.effectiveOn,
    period: p.period,
    label: p.label,
    memo: p.memo,
    document_id: p.documentId,
    reverses: p.reverses,
    net: effect.netCents,
    items: effect.openItemsCents,
    credit: effect.openCreditCents,
    held: effect.retainedCents,
  };
}
