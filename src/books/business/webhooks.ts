// The endpoints of a business's webhooks: making, changing, pausing and removing them, and new secrets. Secrets come sealed:
// the books can't open them.
import { sql } from "drizzle-orm";
import type { WebhookState } from "@/domain/business/webhook.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

const MOST_ENDPOINTS = 10;

export type WebhookEndpoint = {
  endpointId: string;
  url: string;
  /** Empty: all. */
  kinds: EventKind[];
  state: WebhookState;
  /** Whether two secrets are in use. */
  rotating: boolean;
  tries: number;
  failingSince: string | null;
  nextTryAt: string;
  fault: string;
  madeBy: string;
  madeAt: string;
};

type Row = {
  id: string;
  url: string;
  kinds: EventKind[];
  state: WebhookState;
  rotating: boolean;
  tries: number;
  failing_since: string | null;
  next_try_at: string;
  fault: string;
  made_by: string;
  made_at: string;
};

/** In the order in which they were made. */
export async function readEndpoints({ tx }: Books): Promise<WebhookEndpoint[]> {
  const rows = await tx.execute<Row>(sql`
    select id, url, kinds, state, secret_before is not null as rotating, tries, failing_since, next_try_at, fault, made_by, made_at
    from books.webhook_endpoints where removed_at is null order by id`);
  return rows.map((row) => ({
    endpointId: row.id,
    url: row.url,
    kinds: row.kinds,
    state: row.state,
    rotating: row.rotating,
    tries: row.tries,
    failingSince: row.failing_since,
    nextTryAt: row.next_try_at,
    fault: row.fault,
    madeBy: row.made_by,
    madeAt: row.made_at,
  }));
}

/** Refuses what isn't there, or was removed, with "not-found". */
export async function readEndpoint(books: Books, endpointId: string): Promise<WebhookEndpoint> {
  const found = (await readEndpoints(books)).find((each) => each.endpointId === endpointId);
  if (!found) throw new Refusal("not-found");
  return found;
}

type Wanted = { url: string; kinds: readonly EventKind[] };

/** It is told what happens from now on. */
export async function makeEndpoint(
  { tx, userName }: Books,
  { endpointId, url, kinds, secret }: Wanted & { endpointId: string; secret: Uint8Array },
): Promise<{ endpointId: string }> {
  await tx.execute(sql`select from books.settings for update`);
  const [count] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from books.webhook_endpoints where removed_at is null`);
  if ((count?.n ?? 0) >= MOST_ENDPOINTS) throw new Refusal("too-many-webhooks");
  await tx.execute(sql`
    insert into books.webhook_endpoints (id, url, kinds, secret, made_by)
    values (${endpointId}::uuid, ${url}, ${sql.param([...kinds])}::text[], ${Buffer.from(secret)}, ${userName})`);
  return { endpointId };
}

/** Tried at once, whatever was wrong with the address before. */
export const changeEndpoint = (books: Books, { endpointId, url, kinds }: Wanted & { endpointId: string }) =>
  updated(
    books,
    endpointId,
    sql`url = ${url}, kinds = ${sql.param([...kinds])}::text[], next_try_at = clock_timestamp()`,
  );

/** Nothing is sent meanwhile, and nothing is left out: it goes on where it stopped. */
export const pauseEndpoint = (books: Books, endpointId: string) =>
  updated(books, endpointId, sql`state = 'paused'`);

/** Also one that was given up. */
export const resumeEndpoint = (books: Books, endpointId: string) =>
  updated(
    books,
    endpointId,
    sql`state = 'active', tries = 0, failing_since = null, fault = '', next_try_at = clock_timestamp()`,
  );

export const removeEndpoint = (books: Books, endpointId: string) =>
  updated(books, endpointId, sql`removed_at = clock_timestamp(), state = 'paused', secret_before = null`);

/**
 * What is sent is signed with both until the one before is ended, so that the receiver changes over when it is ready. Made
 * again meanwhile, it takes the place of the new one, which may never have arrived; the one that works stays.
 */
export const rotateSecret = (
  books: Books,
  { endpointId, secret }: { endpointId: string; secret: Uint8Array },
) =>
  updated(
    books,
    endpointId,
    sql`secret_before = coalesce(secret_before, secret), secret = ${Buffer.from(secret)}`,
  );

export const endSecretBefore = (books: Books, endpointId: string) =>
  updated(books, endpointId, sql`secret_before = null`);

/** From that event on everything is sent again, in its order; left out, from the first of the books. */
export async function replayFrom(
  books: Books,
  { endpointId, eventId }: { endpointId: string; eventId?: number | undefined },
): Promise<{ endpointId: string }> {
  if (eventId === undefined)
    return updated(books, endpointId, sql`taken_at = '-infinity', taken_number = 0, ${FRESH}`);
  const [event] = await books.tx.execute<{ recorded_at: string }>(sql`
    select recorded_at from books.events where number = ${eventId}::bigint`);
  if (!event) throw new Refusal("not-found", { field: "eventId" });
  const before = sql`taken_at = ${event.recorded_at}::timestamptz, taken_number = ${eventId - 1}::bigint`;
  return updated(books, endpointId, sql`${before}, ${FRESH}`);
}

const FRESH = sql`tries = 0, failing_since = null, fault = '', next_try_at = clock_timestamp()`;

/** That one event once more, at once and out of turn; its body and its id are the same as before. */
export async function replayOne(
  { tx }: Books,
  { endpointId, eventId }: { endpointId: string; eventId: number },
): Promise<{ endpointId: string }> {
  const [asked] = await tx.execute(sql`
    update books.webhook_deliveries d set again_asked_at = clock_timestamp()
    where d.endpoint_id = ${endpointId}::uuid and d.event_number = ${eventId}::bigint and exists (
      select from books.webhook_endpoints p where p.id = d.endpoint_id and p.removed_at is null) returning 1`);
  if (!asked) throw new Refusal("not-found");
  return { endpointId };
}

async function updated({ tx }: Books, endpointId: string, change: ReturnType<typeof sql>) {
  const [row] = await tx.execute(sql`
    update books.webhook_endpoints set ${change} where id = ${endpointId}::uuid and removed_at is null returning 1`);
  if (!row) throw new Refusal("not-found");
  return { endpointId };
}

export type SealedSecrets = { endpointId: string; secret: Uint8Array; secretBefore: Uint8Array | null };

export async function readSealedSecrets({ tx }: Books): Promise<SealedSecrets[]> {
  const rows = await tx.execute<{ id: string; secret: Buffer; secret_before: Buffer | null }>(sql`
    select id, secret, secret_before from books.webhook_endpoints`);
  return rows.map((row) => ({ endpointId: row.id, secret: row.secret, secretBefore: row.secret_before }));
}

/** The same secret, sealed with another key; nothing where it isn't `was` any more. */
export async function keepResealedSecret({ tx }: Books, was: Uint8Array, anew: Uint8Array): Promise<void> {
  const [from, to] = [Buffer.from(was), Buffer.from(anew)];
  await tx.execute(sql`update books.webhook_endpoints set secret = ${to} where secret = ${from}`);
  await tx.execute(
    sql`update books.webhook_endpoints set secret_before = ${to} where secret_before = ${from}`,
  );
}
