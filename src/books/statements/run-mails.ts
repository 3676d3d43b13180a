// How many mails of runs go out within a day. They are counted where they are: in the outbox, and among what runs under way
// have still to queue. So nothing is counted that doesn't go, nor twice, whatever breaks off between.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { addressesFor, isBounced } from "../customers/recipients.ts";
import type { Books } from "../open.ts";
import { isStopped } from "./mail-stops.ts";
import type { Run } from "./runs.ts";

const DAY = sql`interval '1 day'`;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * In the transaction that lets a run go on, before or after it says so: whether its mails and those of all runs within a
 * day are `most` at most. Two that are let go at once wait for each other. Refuses "too-many-mails" with the `seconds`
 * after which there is room.
 */
export async function assertRoomForMails(
  books: Books,
  { runId }: Pick<Run, "runId">,
  most: number,
): Promise<void> {
  const { tx } = books;
  const [mine] = await tx.execute<{ count: number }>(toGo(sql`u.id = ${runId}::uuid`));
  const own = present(mine, "an aggregate has one row").count;
  if (own === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('mails of runs ' || books.current_org_id(), 0))`);
  // In one statement: what the worker queues meanwhile is in the one or in the other.
  const [row] = await tx.execute<{ others: number; queued: number }>(sql`
    select (${toGo(sql`u.id <> ${runId}::uuid and u.state = 'running'`)}) as others,
      (select count(*)::int from (${queuedLately}) q) as queued`);
  const { others, queued } = present(row, "counts are one row");
  const over = queued + own + others - most;
  if (over <= 0) return;
  // So many of the oldest have to be a day old first.
  const [last] = await tx.execute<{ seconds: number }>(sql`
    select ceil(extract(epoch from q.queued_at + ${DAY} - clock_timestamp()))::int as seconds
    from (${queuedLately}) q order by q.queued_at offset ${over - 1} limit 1`);
  throw new Refusal("too-many-mails", { seconds: Math.max(1, last?.seconds ?? DAY_SECONDS) });
}

/** To how many addresses they are still going to mail. */
const toGo = (which: SQL): SQL => sql`
    select count(*)::int as count
    from books.statement_runs u
    join books.statement_run_entries e on e.run_id = u.id
    join books.accounts a on a.id = e.account_id join books.customers c on c.id = a.customer_id
    cross join lateral unnest(${addressesFor("statements")}) as r (address)
    where ${which} and u.deliver = 'mail'
      and (e.state = 'ready' or (e.state = 'made' and e.delivered_at is null))
      and not ${isBounced(sql`r.address`)} and not (u.is_scheduled and ${isStopped(sql`r.address`)})`;

/** Of each run that may have queued any since: one that ended before has none. */
const queuedLately = sql`
  select o.queued_at
  from books.statement_runs u
  join books.statement_run_entries e on e.run_id = u.id
  join books.outbox o on o.statement_id = e.statement_id and o.dedupe_key like '%:run:' || u.id
  where u.deliver = 'mail' and (u.ended_at is null or u.ended_at > clock_timestamp() - ${DAY})
    and o.queued_at > clock_timestamp() - ${DAY}`;
