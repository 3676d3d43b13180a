// Undoes an import whole, while nothing was built on it: each of its events is reversed on its own day, the last first, so
// that the books say of every day what they said before. Numbers are free for the mended file, and customers and products
// that it made are put away where nothing else is theirs; what it changed is given back where nobody changed it since.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { postReversal, type EventState } from "@/domain/corrections/reversal.ts";
import { isWorking } from "@/domain/imports/file.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { CHART_ROLES, type ChartRole } from "@/domain/ledger/chart.ts";
import type { Allocation, JournalLine } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts, post } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import type { Tell } from "./post-entries.ts";
import { asking, lockFile } from "./files.ts";
import { giveBack } from "./give-back.ts";
import { whatStandsOn } from "./stands-on.ts";

const BATCH = 2_000;

/** Asks the worker for it. Refuses what undoImport would. */
export async function askUndo(books: Books, fileId: string): Promise<{ fileId: string }> {
  const { state } = await lockFile(books, fileId);
  if (isWorking(state)) throw new Refusal("import-busy");
  if (state !== "imported") throw new Refusal("import-not-there");
  const since = await whatStandsOn(books, fileId);
  if (since.count > 0) throw new Refusal("import-in-use", since);
  await books.tx.execute(sql`
    update books.import_files set state = 'undoing', ${asking(books)} where id = ${fileId}::uuid`);
  return { fileId };
}

/** Refuses "import-in-use" with what stands on it, and "import-not-there" for a file that isn't imported. */
export async function undoImport(
  books: Books,
  fileId: string,
  tell: Tell = async () => {},
): Promise<{ fileId: string; events: number }> {
  const { tx } = books;
  const [row] = await tx.execute<{
    id: string;
    command_id: string;
    first_event: number;
    last_event: number;
    products: string | null;
  }>(sql`
    select id, command_id, first_event, last_event, (summary -> 'products')::text as products from books.imports
    where file_id = ${fileId}::uuid and undone_at is null for update`);
  if (!row) throw new Refusal("import-not-there");
  const events = await tx.execute<{ number: number; account_id: string }>(sql`
    select number, account_id from books.events
    where number between ${row.first_event}::bigint and ${row.last_event}::bigint and command_id = ${row.command_id}::uuid
    order by number desc`);
  await lockAccounts(
    books,
    events.map((event) => event.account_id),
  );
  const since = await whatStandsOn(books, fileId);
  if (since.count > 0) throw new Refusal("import-in-use", since);
  for (let from = 0; from < events.length; from += BATCH) {
    await tell(from, events.length);
    await reverse(
      books,
      events.slice(from, from + BATCH).map((event) => event.number),
    );
  }
  await freeNumbers(
    books,
    events.map((event) => event.number),
  );
  await giveBack(books, fileId);
  await putAway(books, row.command_id, JSON.parse(row.products ?? "[]") as string[]);
  await tx.execute(sql`
    update books.imports set undone_at = clock_timestamp(), undone_by = ${books.userName} where id = ${row.id}::uuid`);
  await tx.execute(
    sql`update books.import_files set state = 'undone', fault = null, done = 0, to_do = 0 where id = ${fileId}::uuid`,
  );
  return { fileId, events: events.length };
}

async function reverse(books: Books, numbers: readonly number[]): Promise<void> {
  const events = await readStates(books, numbers);
  const places = await reserveEvents(
    books,
    events.map(({ accountId, state }) => ({ accountId, on: state.effectiveOn, memo: "Import undone" })),
  );
  await post(
    books,
    events.map(({ state }, at) => postReversal(present(places[at], "as many places as events"), state)),
  );
}

type Row = {
  number: number;
  account_id: string;
  kind: EventKind;
  effective_on: Day;
  label: string;
  amount: number;
  document_id: string | null;
  item: number | null;
  credit: number | null;
  applied: string | null;
  journal: string | null;
};

/** What readEventState says of one, of thousands at once: an import's events have no other parts than these. */
async function readStates(
  { tx }: Books,
  numbers: readonly number[],
): Promise<{ accountId: string; state: EventState }[]> {
  const rows = await tx.execute<Row>(sql`
    select e.number, e.account_id, e.kind, e.effective_on, e.label, e.amount, e.document_id,
      (select amount from books.items where id = e.number) as item,
      (select amount from books.credits where id = e.number) as credit,
      (select jsonb_agg(jsonb_build_array(credit_id, item_id, amount))::text from books.allocations
        where event_number = e.number) as applied,
      (select jsonb_agg(jsonb_build_array(coalesce(c.role, 'revenue'), l.chart_code, l.amount) order by l.line)::text
        from books.journal_lines l join books.chart c on c.code = l.chart_code where l.event_number = e.number) as journal
    from books.events e where e.number = any (${sql.param(numbers)}::bigint[]) order by e.number desc`);
  return rows.map((row) => ({ accountId: row.account_id, state: stateOf(row) }));
}

const CONTROL: ReadonlySet<string> = new Set(["receivable", "customer-credit", "retainage-receivable"]);
const isRole = (role: string): role is ChartRole => role in CHART_ROLES;

function stateOf(row: Row): EventState {
  const { number, item, credit } = row;
  const standing = (JSON.parse(row.applied ?? "[]") as [number, number, number][]).map(
    ([creditId, itemId, amount]): Allocation => ({ creditId, itemId, amountCents: cents(amount) }),
  );
  const lines = JSON.parse(row.journal ?? "[]") as [string, string, number][];
  return {
    number,
    kind: row.kind,
    effectiveOn: row.effective_on,
    label: row.label,
    amountCents: cents(row.amount),
    documentId: row.document_id,
    reversed: false,
    item: item === null ? null : { id: number, amountCents: cents(item), reducedCents: cents(0) },
    credit: credit === null ? null : { id: number, amountCents: cents(credit), reducedCents: cents(0) },
    standing,
    givenUp: false,
    broughtBack: false,
    credited: false,
    paidOut: false,
    depositedTo: null,
    applied: standing,
    stillApplied: true,
    reductions: [],
    retainage: [],
    otherSide: lines.flatMap(([role, chartCode, amount]): JournalLine[] =>
      !isRole(role) || CONTROL.has(role) ? [] : [{ role, chartCode, amountCents: cents(amount) }],
    ),
  };
}

async function freeNumbers({ tx }: Books, events: readonly number[]): Promise<void> {
  const own = sql`any (${sql.param(events)}::bigint[])`;
  await tx.execute(sql`update books.invoices set number_freed = true where event_number = ${own}`);
  await tx.execute(sql`update books.credit_memos set number_freed = true where event_number = ${own}`);
}

/** Whom the import added, or brought back; a customer that somebody dealt with since stays. */
async function putAway(books: Books, commandId: string, products: readonly string[]): Promise<void> {
  await books.tx.execute(sql`
    with gone as (
      update books.customers s set archived_at = clock_timestamp(), version = version + 1
      from books.customer_changes c
      where s.id = c.customer_id and s.archived_at is null and s.merged_into is null
        and c.command_id = ${commandId}::uuid and (c.field, c.after) in (('Customer', 'Added'), ('Archived', 'no')) and not exists (
          select from books.accounts a join books.events e on e.account_id = a.id
          where a.customer_id = s.id and e.recorded_at > c.recorded_at and e.command_id is distinct from ${commandId}::uuid
            and e.command_id is distinct from ${books.commandId}::uuid)
      returning s.id)
    insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
    select id, 'Archived', 'no', 'yes', ${books.userName}, ${books.commandId}::uuid from gone`);
  if (products.length > 0)
    await books.tx.execute(sql`
      update books.products set archived_at = clock_timestamp(), version = version + 1
      where id = any (${sql.param(products)}::text[]::uuid[]) and archived_at is null`);
}
