// All events page by page, as programs ask for them: in the order of webhooks and in their form, so that a program that begins
// with a list goes on with webhooks, or catches up what it missed, and adds up the same.
import { sql, type SQL } from "drizzle-orm";
import type { EventKind } from "@/domain/ledger/account.ts";
import type { ToldEvent } from "@/domain/business/told-event.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";
import { readTold } from "./webhook-events.ts";

const PAGE = 50;
/** A page looks at no more events than that: a rare kind takes more pages, and none of them takes long. */
const LOOKED_AT = 2000;

type Asked = {
  kind?: EventKind | undefined;
  customerId?: string | undefined;
  accountId?: string | undefined;
  /** Recorded then or later. */
  since?: string | undefined;
  /** With effect until that day. */
  asOf?: Day | undefined;
  /** The number of an event: what was recorded behind it. */
  cursor?: string | undefined;
  limit?: number | undefined;
  /** An instant before which no write is still open (safeKnownAt), asked before the books were opened. */
  until: string;
};

export type EventsPage = { rows: ToldEvent[]; next: string | null };

/** Refuses a cursor that is no event's number with "not-found". A page may be empty and not the last: `next` says so. */
export async function listEvents(books: Books, asked: Asked): Promise<EventsPage> {
  const { limit = PAGE } = asked;
  const looked = await lookedAt(books, asked);
  const fitting = looked.filter(({ fits }) => fits);
  const chosen = fitting.slice(0, limit).map(({ number }) => number);
  const last =
    fitting.length > limit ? chosen.at(-1) : looked.length < LOOKED_AT ? null : looked.at(-1)?.number;
  const told = await readTold(
    books,
    sql`e.number = any (${sql.param(chosen)}::bigint[]) order by e.recorded_at, e.number`,
  );
  return { rows: told.map(({ event }) => event), next: last ? String(last) : null };
}

type Looked = { number: number; fits: boolean };

/** The next of whatever kind, and whether each is asked for. */
async function lookedAt(books: Books, asked: Asked): Promise<readonly Looked[]> {
  const { kind, customerId, accountId, asOf, limit = PAGE } = asked;
  const ofKind = kind === undefined ? sql`true` : sql`e.kind = ${kind}`;
  const byDay = asOf === undefined ? sql`true` : sql`e.effective_on <= ${asOf}::date`;
  const most = kind !== undefined || asOf !== undefined ? LOOKED_AT : limit + 1;
  const span = await spanOf(books, asked);
  const isOfSome = customerId !== undefined || accountId !== undefined;
  const from = isOfSome ? eventsOfSome(asked, span, most) : sql`books.events e where ${span.within}`;
  return books.tx.execute<Looked>(sql`
    select e.number, ${ofKind} and ${byDay} as fits from ${from} order by e.recorded_at, e.number limit ${most}::int`);
}

type Span = { start: SQL; within: SQL };

/** Since when at the earliest, and what is asked of each event. */
async function spanOf({ tx }: Books, { since, until, cursor }: Asked): Promise<Span> {
  const start = (at: string | null) =>
    sql`coalesce(greatest(${since ?? null}::timestamptz, ${at}::timestamptz), '-infinity')`;
  const within = sql`e.recorded_at <= ${until}::timestamptz and e.recorded_at >= `;
  if (cursor === undefined) return { start: start(null), within: sql`${within}${start(null)}` };
  const [event] = await tx.execute<{ recorded_at: string }>(
    sql`select recorded_at from books.events where number = ${cursor}::bigint`,
  );
  if (!event) throw new Refusal("not-found", { field: "cursor" });
  const behind = sql`(e.recorded_at > ${event.recorded_at}::timestamptz or e.number > ${cursor}::bigint)`;
  return { start: start(event.recorded_at), within: sql`${within}${start(event.recorded_at)} and ${behind}` };
}

/**
 * Of the accounts that are asked for, each from its first event in the span on. Within a chain instants rise with the places,
 * which have no gap: the first is found by halving, however long the chain is.
 */
const eventsOfSome = ({ customerId, accountId }: Asked, { start, within }: Span, most: number): SQL => sql`
  (select id, last_seq from books.accounts
    where ${accountId === undefined ? sql`true` : sql`id = ${accountId}::uuid`} and ${
      customerId === undefined ? sql`true` : sql`customer_id = any (books.merged_family(${customerId}::uuid))`
    } and last_seq is not null) a
  cross join lateral (
    with recursive halves (low, high) as (
      select 1::bigint, a.last_seq + 1
      union all
      select case when m.recorded_at < ${start} then m.seq + 1 else low end,
        case when m.recorded_at < ${start} then high else m.seq end
      from halves cross join lateral (
        select seq, recorded_at from books.events where account_id = a.id and seq = (low + high) / 2) m
      where low < high)
    select low as seq from halves where low >= high) f
  cross join lateral (
    select * from books.events e where e.account_id = a.id and e.seq >= f.seq and ${within}
    order by e.seq limit ${most}::int) e`;
