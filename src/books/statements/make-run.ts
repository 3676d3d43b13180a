// What a run does, a batch of customers at a time: looks at them, makes their statements, keeps the papers and queues the
// mails. Each batch is a transaction of its own, and what it did is in the entries: whoever goes on after a power cut finds
// where the last one stopped, and no customer comes twice.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { Statement } from "@/domain/statements/statement.ts";
import { lockAccounts } from "../ledger/post.ts";
import { takeNumbers } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";
import { LOOKED_AT, UNSOUND, drawnUp, lookAtAccounts, momentOf } from "./look-at-accounts.ts";
import { queueMail, type MailToGo } from "./outbox.ts";
import { readNextAccounts, readRunAccounts, type RunAccount } from "./run-context.ts";
import { accountsOn, readRunPapers } from "./run-families.ts";
import type { Run } from "./runs.ts";
import { readStatementFacts } from "./statement-facts.ts";
import type { Letterhead } from "./statement-head.ts";
import { keepStatements } from "./statements.ts";

/** As many as are made in one go: their accounts are locked meanwhile. */
const MADE = 25;

/** Looks at the next customers and notes what it found; false when there was none left, and the rehearsal is over. */
export async function rehearseBatch(books: Books, letterhead: Letterhead, run: Run): Promise<boolean> {
  const [now] = await books.tx.execute<{ looked_to: string | null; state: string }>(sql`
    select looked_to, state from books.statement_runs where id = ${run.runId}::uuid for update`);
  if (now?.state !== "rehearsing") return false;
  const accountIds = await readNextAccounts(books, {
    after: now.looked_to,
    count: LOOKED_AT,
    families: run.selection.families,
  });
  const last = accountIds.at(-1);
  if (last === undefined) {
    await books.tx.execute(
      sql`
      update books.statement_runs set state = 'rehearsed' where id = ${run.runId}::uuid`,
    );
    return false;
  }
  const entries = await lookAtAccounts(books, letterhead, run, accountIds);
  await books.tx.execute(sql`
    insert into books.statement_run_entries (run_id, account_id, currency, state, skipped, exceptions, closing, fault)
    select ${run.runId}::uuid, e.* from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb)
      as e (account_id uuid, currency text, state text, skipped text, exceptions text[], closing bigint, fault text)`);
  await books.tx.execute(
    sql`update books.statement_runs set looked_to = ${last}::uuid where id = ${run.runId}::uuid`,
  );
  return true;
}

/** `frozen`: the text of the value as it is stored. */
export type MadeStatement = { accountId: string; statementId: string; statement: Statement; frozen: string };

/** Those that are to be made next, taken by nobody else until the transaction ends. */
async function takeReady({ tx }: Books, runId: string): Promise<string[]> {
  const rows = await tx.execute<{ account_id: string }>(sql`
    select e.account_id from books.statement_run_entries e
    where e.run_id = ${runId}::uuid and e.state = 'ready' order by e.account_id limit ${MADE} for update skip locked`);
  return rows.map(({ account_id }) => account_id);
}

/** Makes the next statements: numbered, frozen and stored. Empty when none is left. */
export async function makeBatch(books: Books, letterhead: Letterhead, run: Run): Promise<{ taken: number }> {
  const accountIds = await takeReady(books, run.runId);
  if (accountIds.length === 0) return { taken: 0 };
  const papers = await readRunPapers(books, run, accountIds);
  const all = accountsOn(papers);
  // Nothing is posted on them while they are drawn up, so that each statement knows the last event that it saw.
  await lockAccounts(books, all);
  const facts = await readStatementFacts(books, letterhead, {
    ...run,
    moment: momentOf(run),
    accountIds: all,
  });
  const sound = [];
  for (const accountId of accountIds) {
    const account = present(facts.get(accountId), "an account that was taken is there");
    const drawn = drawnUp(run, facts, papers.get(accountId));
    if (drawn === "on-parents") await skipEntry(books, run, accountId);
    else if (drawn) sound.push({ accountId, headSeq: account.headSeq, ...drawn });
    else await failEntry(books, run, { accountId, fault: UNSOUND });
  }
  const numbers = await takeNumbers(books, "statement", sound.length);
  const statements = sound.map(({ statement, ...of }, index) => ({
    ...of,
    statement: { ...statement, number: present(numbers[index], "as many numbers as statements") },
  }));
  const kept = await keepStatements(books, statements);
  const entries = kept.map(({ accountId, statementId, closingCents }) => ({
    account_id: accountId,
    statement_id: statementId,
    closing: closingCents,
  }));
  await books.tx.execute(sql`
    update books.statement_run_entries e set state = 'made', statement_id = m.statement_id, closing = m.closing
    from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as m (account_id uuid, statement_id uuid, closing bigint)
    where e.run_id = ${run.runId}::uuid and e.account_id = m.account_id and e.state = 'ready'`);
  return { taken: accountIds.length };
}

/** Those that are made and not yet on their way, with what each paper is drawn from. */
export async function readUndelivered({ tx }: Books, runId: string, count: number): Promise<MadeStatement[]> {
  const rows = await tx.execute<{ account_id: string; statement_id: string; snapshot: string }>(sql`
    select e.account_id, e.statement_id, s.snapshot
    from books.statement_run_entries e join books.statements s on s.id = e.statement_id
    where e.run_id = ${runId}::uuid and e.state = 'made' and e.delivered_at is null
    order by e.account_id limit ${count}`);
  return rows.map((row) => ({
    accountId: row.account_id,
    statementId: row.statement_id,
    statement: Statement.parse(JSON.parse(row.snapshot)),
    frozen: row.snapshot,
  }));
}

/** Notes that the papers of these are kept, and queues their mails where the run mails. Returns the mails to go. */
export async function deliverBatch(
  books: Books,
  run: Run,
  entries: readonly Pick<MadeStatement, "accountId" | "statementId">[],
): Promise<MailToGo[]> {
  const delivered = await books.tx.execute<{ account_id: string; statement_id: string }>(sql`
    update books.statement_run_entries set delivered_at = clock_timestamp()
    where run_id = ${run.runId}::uuid and state = 'made' and delivered_at is null
      and account_id = any (${sql.param(entries.map((entry) => entry.accountId))}::uuid[])
    returning account_id, statement_id`);
  if (run.deliver !== "mail") return [];
  const known = await readRunAccounts(
    books,
    delivered.map((entry) => entry.account_id),
  );
  const mails: MailToGo[] = [];
  for (const entry of delivered)
    for (const recipient of recipientsOf(run, known.get(entry.account_id))) {
      const paper = { kind: "statement", id: entry.statement_id } as const;
      const mail = { paper, recipient, cause: `run:${run.runId}`, comesByItself: run.isScheduled };
      const { outboxId } = await queueMail(books, mail);
      mails.push({ outboxId, recipient });
    }
  return mails;
}

/** Who asked for no more of what comes by itself gets what somebody begins. */
function recipientsOf({ isScheduled }: Run, account: RunAccount | undefined): string[] {
  const { recipients = [], stopped = [] } = account ?? {};
  return isScheduled ? recipients.filter((address) => !stopped.includes(address)) : recipients;
}

/** It became a branch since the rehearsal. */
async function skipEntry({ tx }: Books, run: Run, accountId: string): Promise<void> {
  await tx.execute(sql`
    update books.statement_run_entries set state = 'skipped', skipped = 'on-parents'
    where run_id = ${run.runId}::uuid and account_id = ${accountId}::uuid and state = 'ready'`);
}

/** Notes on one customer why nothing came of it; the others go on. */
export async function failEntry(
  { tx }: Books,
  run: Run,
  { accountId, fault }: { accountId: string; fault: string },
): Promise<null> {
  await tx.execute(sql`
    update books.statement_run_entries set state = 'failed', fault = ${fault}, delivered_at = null
    where run_id = ${run.runId}::uuid and account_id = ${accountId}::uuid and state in ('ready', 'made')`);
  return null;
}

/** When nothing is left to do. */
export async function endRun({ tx }: Books, { runId }: Run): Promise<null> {
  await tx.execute(sql`
    update books.statement_runs set state = 'done', ended_at = clock_timestamp()
    where id = ${runId}::uuid and state = 'running' and not exists (
      select from books.statement_run_entries e
      where e.run_id = ${runId}::uuid and (e.state = 'ready' or (e.state = 'made' and e.delivered_at is null)))`);
  return null;
}
