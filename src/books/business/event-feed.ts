// All events page by page, as programs ask for them: in the order of webhooks and in their form, so that a program that begins
// with a list goes on with webhooks, or catches up what it missed, and adds up the same.
import { sql } from "drizzle-orm";
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

/** The next of whatever kind, and whether each is asked for. */
async function lookedAt(books: Books, asked: Asked): Promise<readonly { number: number; fits: boolean }[]> {
  const { kind, customerId, accountId, since, asOf, until, limit = PAGE } = asked;
  const filters = [
    sql`e.recorded_at <= ${until}::timestamptz`,
    since === undefined ? sql`true` : sql`e.recorded_at >= ${since}::timestamptz`,
    accountId === undefined ? sql`true` : sql`e.account_id = ${accountId}::uuid`,
    customerId === undefined
      ? sql`true`
      : sql`e.account_id = any (array(
          select a.id from books.accounts a where a.customer_id = any (books.merged_family(${customerId}::uuid))))`,
    await behind(books, asked.cursor),
  ];
  const ofKind = kind === undefined ? sql`true` : sql`e.kind = ${kind}`;
  const byDay = asOf === undefined ? sql`true` : sql`e.effective_on <= ${asOf}::date`;
  const isNarrowed = kind !== undefined || asOf !== undefined;
  return books.tx.execute<{ number: number; fits: boolean }>(sql`
    select e.number, ${ofKind} and ${byDay} as fits from books.events e where ${sql.join(filters, sql` and `)}
    order by e.recorded_at, e.number limit ${isNarrowed ? LOOKED_AT : limit + 1}::int`);
}

async function behind({ tx }: Books, cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [event] = await tx.execute<{ recorded_at: string }>(
    sql`select recorded_at from books.events where number = ${cursor}::bigint`,
  );
  if (!event) throw new Refusal("not-found", { field: "cursor" });
  const at = sql`${event.recorded_at}::timestamptz`;
  return sql`e.recorded_at >= ${at} and (e.recorded_at > ${at} or e.number > ${cursor}::bigint)`;
}
