// The runs there were, and the customers of one: found by name or number, narrowed by what became of them or by what
// somebody should look at.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { present } from "@/domain/assert.ts";
import {
  PRINTED_AT_ONCE,
  type EntryState,
  type RunException,
  type SkipReason,
} from "@/domain/statements/run.ts";
import { Statement } from "@/domain/statements/statement.ts";
import { runEntryList, runList } from "@/domain/statements/run-list.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { byName, everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { RUN_COLUMNS, runOf, type Run, type RunRow } from "./runs.ts";

export type RunEntry = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  customerName: string;
  currency: string;
  state: EntryState;
  skipped: SkipReason | null;
  exceptions: RunException[];
  closingCents: Cents;
  statementId: string | null;
  statementNumber: string | null;
  fault: string | null;
};

type EntryRow = {
  id: string;
  customer_id: string;
  number: string;
  name: string;
  currency: string;
  state: EntryState;
  skipped: SkipReason | null;
  exceptions: RunException[];
  closing: number;
  statement_id: string | null;
  statement_number: string | null;
  fault: string | null;
};

const ID = { id: sql`e.account_id` };
const ENTRY_KEYS: Record<keyof typeof runEntryList.sorts, Key> = {
  customer: { ...byName(sql`c.name`), ...ID },
  closing: { key: sql`e.closing`, type: "bigint", ...ID },
};

type EntriesMatch = MatchOf<typeof runEntryList> & { runId: string };

export function listRunEntries(
  books: Books,
  { runId, ...query }: QueryOf<typeof runEntryList> & { runId: string },
  size?: number,
): Promise<Page<RunEntry>> {
  const select = {
    select: ENTRY_COLUMNS,
    from: ENTRIES,
    where: matching({ ...query, runId }),
    rowOf: entryOf,
  };
  return readPage(books, { list: runEntryList, keys: ENTRY_KEYS, ...select }, query, size);
}

export async function countRunEntries({ tx }: Books, query: EntriesMatch): Promise<{ count: number }> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${ENTRIES} where ${matching(query)}`,
  );
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

const ENTRY_COLUMNS = sql`
  e.account_id as id, c.id as customer_id, c.number, c.name, e.currency, e.state, e.skipped, e.exceptions, e.closing,
  e.statement_id, s.number as statement_number, e.fault`;

const ENTRIES = sql`
  books.statement_run_entries e join books.accounts a on a.id = e.account_id join books.customers c on c.id = a.customer_id
  left join books.statements s on s.id = e.statement_id`;

function matching({ runId, search, state, exception }: EntriesMatch): SQL {
  const looked =
    exception === undefined
      ? sql`true`
      : exception === "any"
        ? sql`cardinality(e.exceptions) > 0`
        : sql`${exception} = any (e.exceptions)`;
  return sql`e.run_id = ${runId}::uuid and ${state ? sql`e.state = ${state}` : sql`true`} and ${looked}
    and ${everyWord(sql`c.search`, search)}`;
}

const entryOf = (row: EntryRow): RunEntry => ({
  accountId: row.id,
  customerId: row.customer_id,
  customerNumber: row.number,
  customerName: row.name,
  currency: row.currency,
  state: row.state,
  skipped: row.skipped,
  exceptions: row.exceptions,
  closingCents: cents(row.closing),
  statementId: row.statement_id,
  statementNumber: row.statement_number,
  fault: row.fault,
});

const RUN_KEYS: Record<keyof typeof runList.sorts, Key> = {
  begun: { key: sql`u.created_at`, type: "timestamptz", id: sql`u.id` },
};

/** Newest first. */
export function listRuns(books: Books, query: QueryOf<typeof runList>, size?: number): Promise<Page<Run>> {
  const select = {
    select: RUN_COLUMNS,
    from: sql`books.statement_runs u`,
    where: sql`true`,
    rowOf: (row: RunRow) => runOf(row),
  };
  return readPage(books, { list: runList, keys: RUN_KEYS, ...select }, query, size);
}

export type RunPaper = { number: string; statement: Statement; pdf: Uint8Array };

/** Of one that mails, those which had nowhere to go. */
const printed = (runId: string): SQL => sql`
  ${ENTRIES} join books.statement_runs u on u.id = e.run_id join books.statement_files f on f.statement_id = e.statement_id
  where e.run_id = ${runId}::uuid and e.delivered_at is not null
    and (u.deliver <> 'mail' or not exists (
      select from books.outbox o where o.statement_id = e.statement_id and o.dedupe_key like '%:run:' || u.id))`;

export async function countRunPapers({ tx }: Books, runId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${printed(runId)}`,
  );
  return present(row, "an aggregate has one row").count;
}

/** The papers of a run for the printer, by customer, so many of them behind the first `skip`. */
export async function readRunPapers(
  { tx }: Books,
  { runId, skip }: { runId: string; skip: number },
): Promise<RunPaper[]> {
  const rows = await tx.execute<{ number: string; snapshot: string; pdf: Buffer }>(sql`
    select s.number, s.snapshot, f.pdf from ${printed(runId)}
    order by lower(c.name) collate "und-x-icu", e.account_id limit ${PRINTED_AT_ONCE} offset ${skip}`);
  return rows.map(({ snapshot, ...row }) => ({ ...row, statement: Statement.parse(JSON.parse(snapshot)) }));
}

/** All of a run, by customer: for the operator's line. */
export async function readRunExceptions(
  { tx }: Books,
  runId: string,
): Promise<{ customer: string; name: string; exception: RunException }[]> {
  return tx.execute<{ customer: string; name: string; exception: RunException }>(sql`
    select c.number as customer, c.name, x.exception
    from ${ENTRIES} cross join lateral unnest(e.exceptions) with ordinality as x (exception, place)
    where e.run_id = ${runId}::uuid and e.state <> 'skipped' order by c.number collate books.natural, x.place`);
}
