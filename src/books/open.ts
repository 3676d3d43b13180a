// Opens one tenant's books, and is the only file that tells Postgres whose they are. A read sees one snapshot
// and can't write by accident; a change is a command: carried out once per key, with its audit row, or not at all.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { OwnLimits } from "@/domain/ledger/own-limits.ts";
import type { Day } from "@/domain/values/day.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { Refusal } from "@/domain/refusal.ts";
import { overRestart } from "@/db/away.ts";
import { filePool, numberPool } from "@/db/client.ts";
import { isTransient, refusalOf } from "./postgres-errors.ts";
import { transact, type Connected, type Done, type Statement } from "@/db/transaction.ts";

export { awayIn } from "@/db/away.ts";
export { closePool as closeBooks, eachConnection } from "@/db/client.ts";

/** Whoever asks, as far as the books need to know them. */
export type Asker = {
  orgId: string;
  orgName: string;
  locale: string;
  /** "user:<id>", "key:<id>", "link:<id>" or "system": what events and audit rows keep. */
  subject: string;
  userName: string;
  currency: string;
  today: Day;
  requestId: string;
  /** What they may do at most in one go; left out where nothing but their role decides. */
  ownLimits?: OwnLimits;
  /** Where the request came from, for the audit log; left out where nobody outside asked. */
  ip?: string;
  agent?: string | null;
};

/** The system itself, asking for the books of a business as the directory names it. */
export function systemAsker({ id, name, ...home }: Named, today: Day): Asker {
  const system = { subject: "system", userName: "Onaccount", requestId: "system" };
  return { orgId: id, orgName: name, locale: home.locale, currency: home.currency, today, ...system };
}
type Named = { id: string; name: string; locale: string; currency: string };

/** Proof that one tenant's books are open. Verbs ask for it; nothing else can make it. */
export type Books = {
  tx: Connected;
  today: Day;
  /** As it names itself to its customers, and how it writes amounts. */
  business: { name: string; locale: string };
  /** Its home currency. */
  currency: string;
  subject: string;
  userName: string;
  ownLimits: OwnLimits | null;
  /** The command being carried out; null in a read. */
  commandId: string | null;
};

/** What is to be done, by which key: the same key and content again gives the first answer and posts nothing. */
export type Command = {
  key: string;
  procedure: string;
  input: unknown;
  /** What the audit log keeps of the input, where that is less than all of it. */
  kept?: unknown;
};

/** One snapshot for every query inside, and no way to write by accident. */
export function readBooks<T>(asker: Asker, work: (books: Books) => Promise<T>): Promise<T> {
  const once = () =>
    transact(snapshot(asker), async (tx) => ({ result: await work(booksOf(asker, tx, null)) }));
  return overRestart(once, true);
}

/** A read that may take as long as somebody needs to fetch what it finds. */
export function readBooksAtLeisure<T>(asker: Asker, work: (books: Books) => Promise<T>): Promise<T> {
  const how = { ...snapshot(asker), from: filePool() };
  return transact(how, async (tx) => ({ result: await work(booksOf(asker, tx, null)) }));
}

const snapshot = (asker: Asker) => ({
  mode: "isolation level repeatable read read only",
  first: reading(asker),
});

/** One command: its key is taken first, its audit row and answer are written last, in one transaction. */
export async function changeBooks<T>(
  asker: Asker,
  command: Command,
  work: (books: Books) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      const how = { mode: "isolation level read committed", first: writing(asker) };
      // Whether a COMMIT whose answer was lost was done is asked by doing it again: its key knows.
      return await overRestart(() => transact(how, (tx) => carryOut(asker, command, tx, work)), true);
    } catch (error) {
      if (tries < 4 && isTransient(error)) {
        retries.count++;
        await new Promise((resolve) => setTimeout(resolve, tries * (5 + Math.random() * 20)));
        continue;
      }
      throw refusalOf(error) ?? error;
    }
  }
}

/** How often this process repeated a command after a deadlock or a serialization failure. */
export const retries = { count: 0 };

/** Further event numbers for this business, from a short transaction of their own: gaps are allowed, waiting isn't. */
export async function takeEventNumbers(books: Books, count: number): Promise<number[]> {
  const asker = present(askers.get(books.tx), "these books are open");
  const block = blocks.get(asker.orgId) ?? { next: 1, end: 1 };
  blocks.set(asker.orgId, block);
  const taken: number[] = [];
  while (taken.length < count && block.next < block.end) taken.push(block.next++);
  if (taken.length === count) return taken;
  const more = count - taken.length;
  const size = more + BLOCK;
  const end = await nextBlock(asker, size);
  const first = end - size;
  for (let n = 0; n < more; n++) taken.push(first + n);
  Object.assign(block, { next: first + more, end });
  return taken;
}

const BLOCK = 16;
const blocks = new Map<string, { next: number; end: number }>();
const askers = new WeakMap<object, Asker>();
const befores = new WeakMap<object, string>();

/** For the audit log: what this command changes, as it was before. */
export function tellBefore({ tx }: Pick<Books, "tx">, before: unknown): void {
  befores.set(tx, stableJson(before));
}

async function nextBlock(asker: Asker, size: number): Promise<number> {
  // Not waited for on the disk: whatever uses these numbers and is, comes after them in the log.
  const first: Statement = sql`
    select set_config('onaccount.org_id', ${asker.orgId}, true), set_config('synchronous_commit', 'off', true)`;
  return transact({ mode: "isolation level read committed", first, from: numberPool() }, async (tx) => {
    const [row] = await tx.execute<{ next: number }>(sql`
      update books.counters set next = next + ${size}::bigint where series = 'event' returning next`);
    return { result: present(row, "the business has a counter of events").next };
  });
}

/**
 * A short note of the system's own, beside every command and without one: how far a file is read, what a look at it says.
 * Nothing that is posted goes this way; it stays when a command that goes on meanwhile fails.
 */
export function noteInBooks<T>(asker: Asker, work: (books: Books) => Promise<T>): Promise<T> {
  const how = { mode: "isolation level read committed", first: writing(asker), from: numberPool() };
  return transact(how, async (tx) => ({ result: await work(booksOf(asker, tx, null)) }));
}

async function carryOut<T>(
  asker: Asker,
  command: Command,
  tx: Connected,
  work: (books: Books) => Promise<T>,
): Promise<Done<T>> {
  const text = stableJson(command.input);
  const hash = createHash("sha256").update(`${command.procedure}\n${text}`).digest();
  const [fresh] = await tx.execute<{ id: string }>(sql`
    insert into books.commands (key, procedure, request_hash, actor)
    values (${command.key}, ${command.procedure}, ${hash}, ${asker.subject})
    on conflict (org_id, key) do nothing returning id`);
  if (!fresh) return { result: await firstAnswer<T>(tx, command.key, hash) };
  const result = await work(booksOf(asker, tx, fresh.id));
  const last: Statement = sql`
    with said as (update books.commands set answer = ${JSON.stringify(result ?? null)} where id = ${fresh.id})
    insert into books.audit_entries (actor, actor_name, action, input, request_id, command_id, before, ip, agent)
    values (${asker.subject}, ${asker.userName}, ${command.procedure}, ${stableJson(command.kept ?? command.input)},
      ${asker.requestId}, ${fresh.id}, ${befores.get(tx) ?? null}, ${asker.ip ?? null}, ${asker.agent ?? null})`;
  return { result, last };
}

async function firstAnswer<T>(tx: Connected, key: string, hash: Uint8Array): Promise<T> {
  const [first] = await tx.execute<{ request_hash: Buffer; answer: string | null }>(
    sql`select request_hash, answer from books.commands where key = ${key}`,
  );
  if (!first || !first.request_hash.equals(hash)) throw new Refusal("key-reused");
  return JSON.parse(first.answer ?? "null") as T;
}

/** What became of a command whose answer got lost. */
export type Outcome =
  | { state: "recorded"; procedure: string; answer: unknown; recordedAt: string }
  /** Nothing is recorded under this key, and nobody is about to: sent again, it is carried out once. */
  | { state: "absent" };

/**
 * Waits for whoever is carrying the command out just now: its key is taken for a moment, and given back. Refuses with
 * "busy" when that takes longer than a lock may.
 */
export async function commandOutcome(books: Books, key: string): Promise<Outcome> {
  const asker = present(askers.get(books.tx), "these books are open");
  const how = { mode: "isolation level read committed", first: writing(asker), from: numberPool() };
  try {
    return await transact(how, async (tx) => {
      const [free] = await tx.execute(sql`
        insert into books.commands (key, procedure, request_hash, actor)
        values (${key}, 'commands.outcome', ${Buffer.alloc(32)}, ${asker.subject})
        on conflict (org_id, key) do nothing returning id`);
      if (free) throw new KeyIsFree();
      const [found] = await tx.execute<{ procedure: string; answer: string | null; recorded_at: string }>(
        sql`select procedure, answer, recorded_at from books.commands where key = ${key}`,
      );
      const { procedure, answer, recorded_at } = present(found, "a key that is taken has a command");
      return {
        result: {
          state: "recorded",
          procedure,
          answer: JSON.parse(answer ?? "null") as unknown,
          recordedAt: isoInstant(recorded_at),
        },
      };
    });
  } catch (error) {
    if (error instanceof KeyIsFree) return { state: "absent" };
    throw refusalOf(error) ?? error;
  }
}

/** Rolls back what looked whether a key is taken. */
class KeyIsFree extends Error {}

const reading = ({ orgId }: Asker): Statement => sql`select set_config('onaccount.org_id', ${orgId}, true)`;

/** Statements that write find their rows by key, whoever they are for: one plan of each, and never by reading a table. */
const writing = ({ orgId }: Asker): Statement => sql`
  select set_config('onaccount.org_id', ${orgId}, true), set_config('plan_cache_mode', 'force_generic_plan', true),
    set_config('enable_seqscan', 'off', true)`;

function booksOf(asker: Asker, tx: Connected, commandId: string | null): Books {
  askers.set(tx, asker);
  const { orgName: name, locale, today, currency, subject, userName, ownLimits = null } = asker;
  return { tx, today, business: { name, locale }, currency, subject, userName, ownLimits, commandId };
}

/** The same content is the same text, in whatever order its fields came. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
