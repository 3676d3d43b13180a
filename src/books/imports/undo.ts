// Takes an import back whole: each of its events by its exact opposite, the last first, while nothing else stands on them.
// What nobody has dealt with since goes too: its customers are put away, and its numbers are free for the mended file.
import { sql } from "drizzle-orm";
import { cents } from "@/domain/values/money.ts";
import { postReversal, type EventState } from "@/domain/corrections/reversal.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { CHART_ROLES, type ChartRole } from "@/domain/ledger/chart.ts";
import type { Day } from "@/domain/values/day.ts";
import { later } from "@/domain/values/day.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts, post } from "../ledger/post.ts";

const BATCH = 2500;
const REASON = "Import undone";

export type Undone = { events: number; customersArchived: number };

/** Refuses "import-built-on" with how many events stand on it, and what was undone before or can't be. */
export async function undoImport(
  books: Books,
  fileId: string,
  onProgress: (done: number, of: number) => Promise<void> = () => Promise.resolve(),
): Promise<Undone> {
  const { importId, commandId, numbers } = await lockImport(books, fileId);
  await lockWhose(books, numbers);
  await mustStandAlone(books, numbers);
  const states = await readStates(books, numbers);
  for (let from = 0; from < states.length; from += BATCH) {
    await reverseAll(books, states.slice(from, from + BATCH));
    await onProgress(Math.min(from + BATCH, states.length), states.length);
  }
  const customersArchived = await putAwayMade(books, { by: commandId, numbers });
  await books.tx.execute(sql`
    update books.imports set undone_at = clock_timestamp(), undone_by = ${books.userName} where id = ${importId}::uuid`);
  await books.tx.execute(sql`update books.import_files set state = 'undone' where id = ${fileId}::uuid`);
  return { events: states.length, customersArchived };
}

async function lockImport({ tx }: Books, fileId: string) {
  const [row] = await tx.execute<{
    id: string;
    command_id: string;
    events: [number, number][];
    undone: boolean;
  }>(sql`
    select id, command_id, events, undone_at is not null as undone from books.imports
    where file_id = ${fileId}::uuid and events is not null order by recorded_at desc limit 1 for update`);
  if (!row) throw new Refusal("not-found");
  if (row.undone) throw new Refusal("changed-meanwhile");
  const numbers = row.events.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  return { importId: row.id, commandId: row.command_id, numbers };
}

async function lockWhose(books: Books, numbers: readonly number[]): Promise<void> {
  const rows = await books.tx.execute<{ id: string }>(sql`
    select distinct account_id as id from books.events where number = any (${sql.param(numbers)}::bigint[])`);
  await lockAccounts(
    books,
    rows.map(({ id }) => id),
  );
}

/** Nothing but the import itself used what it made: no payment, write-off, refund, merge or reversal. */
async function mustStandAlone({ tx }: Books, numbers: readonly number[]): Promise<void> {
  const own = sql`(${sql.param(numbers)}::bigint[])`;
  const [row] = await tx.execute<{ count: number }>(sql`
    with own as materialized (select unnest(${sql.param(numbers)}::bigint[]) as number),
    others as (
      select a.event_number from books.allocations a where a.item_id = any ${own} or a.credit_id = any ${own}
      union select r.event_number from books.reductions r where r.item_id = any ${own} or r.credit_id = any ${own}
      union select e.number from books.events e where e.reverses = any ${own})
    select count(*)::int as count from others where event_number not in (select number from own)`);
  if (row && row.count > 0) throw new Refusal("import-built-on", { events: row.count });
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
  applied: { credit_id: number; item_id: number; amount: number }[] | null;
  journal: { role: ChartRole; code: string; amount: number }[];
};

type State = EventState & { accountId: string };
const CONTROL: ReadonlySet<string> = new Set<ChartRole>([
  "receivable",
  "customer-credit",
  "retainage-receivable",
]);

/** The last first, so that what was applied goes back before what it was applied to. */
async function readStates({ tx }: Books, numbers: readonly number[]): Promise<State[]> {
  const rows = await tx.execute<Row>(sql`
    select e.number, e.account_id, e.kind, e.effective_on, e.label, e.amount, e.document_id, i.amount as item, c.amount as credit,
      (select jsonb_agg(jsonb_build_object('credit_id', a.credit_id, 'item_id', a.item_id, 'amount', a.amount) order by a.line)
        from books.allocations a where a.event_number = e.number) as applied,
      (select jsonb_agg(jsonb_build_object('role', coalesce(h.role, 'revenue'), 'code', l.chart_code, 'amount', l.amount) order by l.line)
        from books.journal_lines l join books.chart h on h.code = l.chart_code where l.event_number = e.number) as journal
    from books.events e left join books.items i on i.id = e.number left join books.credits c on c.id = e.number
    where e.number = any (${sql.param(numbers)}::bigint[]) order by e.number desc`);
  return rows.map(stateOf);
}

function stateOf(row: Row): State {
  const applied = (row.applied ?? []).map((each) => ({
    creditId: each.credit_id,
    itemId: each.item_id,
    amountCents: cents(each.amount),
  }));
  const whole = (amount: number | null) =>
    amount === null ? null : { id: row.number, amountCents: cents(amount), reducedCents: cents(0) };
  return {
    number: row.number,
    accountId: row.account_id,
    kind: row.kind,
    effectiveOn: row.effective_on,
    label: row.label,
    amountCents: cents(row.amount),
    documentId: row.document_id,
    reversed: false,
    broughtBack: false,
    paidOut: false,
    item: whole(row.item),
    credit: whole(row.credit),
    // An invoice's payment went back before it.
    standing: applied,
    givenUp: false,
    applied,
    stillApplied: true,
    reductions: [],
    retainage: [],
    otherSide: row.journal
      .filter(({ role }) => role in CHART_ROLES && !CONTROL.has(role))
      .map(({ role, code, amount }) => ({ role, chartCode: code, amountCents: cents(amount) })),
  };
}

async function reverseAll(books: Books, states: readonly State[]): Promise<void> {
  const places = await reserveEvents(
    books,
    states.map(({ accountId, effectiveOn }) => ({
      accountId,
      on: later(books.today, effectiveOn),
      memo: REASON,
    })),
  );
  await post(
    books,
    states.map((state, at) => postReversal(present(places[at], "as many places as events"), state)),
  );
}

/** Those that this import made and nobody has dealt with since. */
async function putAwayMade(
  { tx, userName, commandId }: Books,
  { by, numbers }: { by: string; numbers: readonly number[] },
): Promise<number> {
  const own = sql`(${sql.param(numbers)}::bigint[])`;
  const rows = await tx.execute(sql`
    with gone as (
      update books.customers c set archived_at = clock_timestamp(), version = version + 1
      where c.archived_at is null and c.merged_into is null
        and c.id in (select customer_id from books.customer_changes where command_id = ${by}::uuid and field = 'Customer')
        and not exists (
          select from books.accounts a where a.customer_id = c.id and (
            exists (select from books.receipts d where d.account_id = a.id)
            or exists (select from books.statements d where d.account_id = a.id)
            or exists (select from books.events e where e.account_id = a.id and e.number <> all ${own}
              and (e.reverses is null or e.reverses <> all ${own}))))
        and not exists (select from books.jobs j where j.customer_id = c.id)
        and not exists (select from books.attachments f where f.customer_id = c.id and f.removed_at is null)
      returning c.id)
    insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
    select id, 'Archived', 'no', 'yes', ${userName}, ${commandId}::uuid from gone returning 1`);
  return rows.length;
}
