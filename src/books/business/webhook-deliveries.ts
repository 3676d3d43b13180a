// What was sent to an endpoint and what became of it, and how far each endpoint is. Written beside all commands, by the
// worker: posting knows nothing of it.
import { sql } from "drizzle-orm";
import { GIVE_UP_AFTER_SECONDS, pauseAfter, type WebhookState } from "@/domain/business/webhook.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isInstant } from "@/domain/values/instant.ts";
import type { Books } from "../open.ts";
import type { Taken } from "./webhook-events.ts";

const DELIVERY_PAGE = 50;

/** Endpoints with something to be sent by now: asked every few seconds, so only as far as "is there any". */
export async function endpointsWithWork({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from books.webhook_endpoints p
    where p.removed_at is null and p.state = 'active' and p.next_try_at <= statement_timestamp() and (
      exists (
        select from books.events e where e.recorded_at >= p.taken_at
          and (e.recorded_at > p.taken_at or e.number > p.taken_number))
      or exists (select from books.webhook_deliveries d where d.endpoint_id = p.id and d.again_asked_at is not null))`);
  return rows.map((row) => row.id);
}

export async function hasActiveEndpoints({ tx }: Books): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from books.webhook_endpoints where removed_at is null and state = 'active' limit 1`);
  return row !== undefined;
}

export type WorkingEndpoint = Taken & {
  endpointId: string;
  url: string;
  kinds: EventKind[];
  secret: Uint8Array;
  secretBefore: Uint8Array | null;
  /** Whether the next one's turn has come. */
  isDue: boolean;
  /** Asked for once more. */
  again: { eventId: number; body: string }[];
};

/** null where nothing is to be sent to it any more. */
export async function readWorkingEndpoint(
  { tx }: Books,
  endpointId: string,
): Promise<WorkingEndpoint | null> {
  const [[row], again] = await Promise.all([
    tx.execute<{
      url: string;
      kinds: EventKind[];
      secret: Buffer;
      secret_before: Buffer | null;
      taken_at: string;
      taken_number: number;
      due: boolean;
    }>(sql`
      select url, kinds, secret, secret_before, taken_at, taken_number, next_try_at <= statement_timestamp() as due
      from books.webhook_endpoints where id = ${endpointId}::uuid and removed_at is null and state = 'active'`),
    tx.execute<{ event_number: number; body: string }>(sql`
      select event_number, body from books.webhook_deliveries
      where endpoint_id = ${endpointId}::uuid and again_asked_at is not null order by again_asked_at limit 20`),
  ]);
  if (!row) return null;
  return {
    endpointId,
    url: row.url,
    kinds: row.kinds,
    secret: row.secret,
    secretBefore: row.secret_before,
    takenAt: row.taken_at,
    takenNumber: row.taken_number,
    isDue: row.due,
    again: again.map((each) => ({ eventId: each.event_number, body: each.body })),
  };
}

/** What became of one try. `fault` "": it was taken. */
export type Tried = { eventId: number; body: string; code: number | null; fault: string; tookMs: number };

export async function noteTry({ tx }: Books, endpointId: string, tried: Tried): Promise<void> {
  const { eventId, body, code, fault, tookMs } = tried;
  const taken = sql`case when ${fault} = '' then clock_timestamp() end`;
  await tx.execute(sql`
    insert into books.webhook_deliveries as d (endpoint_id, event_number, code, fault, took_ms, body, taken_at)
    values (${endpointId}::uuid, ${eventId}::bigint, ${code}::int, ${fault}, ${tookMs}::int, ${body}, ${taken})
    on conflict (org_id, endpoint_id, event_number) do update set code = excluded.code, fault = excluded.fault,
      took_ms = excluded.took_ms, body = excluded.body, tries = d.tries + 1, taken_at = coalesce(d.taken_at, excluded.taken_at),
      last_at = clock_timestamp(), again_asked_at = null`);
}

/** Whether somebody paused, removed or changed it since. */
export async function isStillSentTo({ tx }: Books, { endpointId, url }: Sent): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from books.webhook_endpoints p where ${stillSentTo({ endpointId, url })}`);
  return row !== undefined;
}

type Sent = Pick<WorkingEndpoint, "endpointId" | "url">;
const stillSentTo = ({ endpointId, url }: Sent) => sql`
  p.id = ${endpointId}::uuid and p.url = ${url} and p.state = 'active' and p.removed_at is null`;

/** Everything up to there was taken, or isn't asked for: the endpoint is well. Nothing where somebody moved it meanwhile. */
export async function noteTaken(
  { tx }: Books,
  sent: Sent,
  { from, to }: { from: Taken; to: Taken },
): Promise<boolean> {
  const [moved] = await tx.execute(sql`
    update books.webhook_endpoints p set taken_at = ${to.takenAt}::timestamptz, taken_number = ${to.takenNumber}::bigint,
      tries = 0, failing_since = null, fault = ''
    where ${stillSentTo(sent)} and p.taken_at = ${from.takenAt}::timestamptz and p.taken_number = ${from.takenNumber}::bigint
    returning 1`);
  return moved !== undefined;
}

/** Its turn comes again later; after days in vain, or where it said that it is gone, it is given up. */
export async function noteFailing(
  { tx }: Books,
  endpointId: string,
  { fault, isGone }: { fault: string; isGone: boolean },
): Promise<WebhookState> {
  const [now] = await tx.execute<{ tries: number }>(sql`
    select tries from books.webhook_endpoints where id = ${endpointId}::uuid for update`);
  const tries = (now?.tries ?? 0) + 1;
  const [row] = await tx.execute<{ state: WebhookState }>(sql`
    update books.webhook_endpoints set tries = ${tries}::int, failing_since = coalesce(failing_since, clock_timestamp()),
      fault = ${fault}, next_try_at = clock_timestamp() + ${pauseAfter(tries)}::int * interval '1 second',
      state = case when state = 'active' and (${isGone}::boolean
        or failing_since < clock_timestamp() - ${GIVE_UP_AFTER_SECONDS}::int * interval '1 second') then 'given-up' else state end
    where id = ${endpointId}::uuid returning state`);
  return row?.state ?? "paused";
}

/** What was taken a month ago goes; its events stay, and can be sent again. */
export async function clearDeliveries({ tx }: Books): Promise<null> {
  await tx.execute(sql`select books.clear_deliveries()`);
  return null;
}

export type Delivery = {
  eventId: number;
  kind: EventKind;
  code: number | null;
  fault: string;
  tookMs: number;
  tries: number;
  body: string;
  takenAt: string | null;
  lastAt: string;
  isAskedAgain: boolean;
};

export type DeliveryPage = { deliveries: Delivery[]; next: string | null };

/** The newest first; `after`: the cursor of the page before. */
export async function readDeliveries(
  { tx }: Books,
  { endpointId, after }: { endpointId: string; after?: string | undefined },
): Promise<DeliveryPage> {
  const [at, number] = after === undefined ? [null, null] : cursorOf(after);
  const rows = await tx.execute<{
    event_number: number;
    kind: EventKind;
    code: number | null;
    fault: string;
    took_ms: number;
    tries: number;
    body: string;
    taken_at: string | null;
    last_at: string;
    asked: boolean;
  }>(sql`
    select d.event_number, e.kind, d.code, d.fault, d.took_ms, d.tries, d.body, d.taken_at, d.last_at, d.again_asked_at is not null as asked
    from books.webhook_deliveries d join books.events e on e.number = d.event_number
    where d.endpoint_id = ${endpointId}::uuid
      and ${at === null ? sql`true` : sql`(d.last_at, d.event_number) < (${at}::timestamptz, ${number}::bigint)`}
    order by d.last_at desc, d.event_number desc limit ${DELIVERY_PAGE + 1}`);
  const shown = rows.slice(0, DELIVERY_PAGE);
  const last = shown.at(-1);
  return {
    deliveries: shown.map((row) => ({
      eventId: row.event_number,
      kind: row.kind,
      code: row.code,
      fault: row.fault,
      tookMs: row.took_ms,
      tries: row.tries,
      body: row.body,
      takenAt: row.taken_at,
      lastAt: row.last_at,
      isAskedAgain: row.asked,
    })),
    next: rows.length > DELIVERY_PAGE && last ? `${last.last_at}~${last.event_number}` : null,
  };
}

function cursorOf(after: string): [string, number] {
  const [at = "", number = ""] = after.split("~");
  if (!isInstant(at) || !/^\d{1,15}$/.test(number)) throw new Refusal("not-found");
  return [at, Number(number)];
}
