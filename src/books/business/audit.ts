// The audit log, newest first: who did what, from where, with which content. Each way to filter it has an index that also
// has its order; what no index has (a text, or a kind together with a person) is looked for in a stretch of so many entries
// at a time, and the page that follows goes on behind it: no page takes longer for a log of a million.
import { sql, type SQL } from "drizzle-orm";
import { AUDIT_KINDS, type AuditKind } from "@/domain/business/audit-words.ts";
import type { auditList } from "@/domain/business/audit-list.ts";
import { writeCursor, readCursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { Refusal } from "@/domain/refusal.ts";
import { z } from "zod";
import { idAt } from "@/db/checks/audit-chain.ts";
import { PAGE, literal, wordsOf } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export type AuditEntry = {
  entryId: string;
  at: string;
  actor: string;
  name: string;
  action: string;
  /** As it was sent, secrets left out; JSON. */
  input: string;
  /** As it was before, where that is kept; JSON. */
  before: string | null;
  ip: string | null;
  agent: string | null;
  requestId: string;
};

/** `lookedTo`: where a page is of a stretch that was looked through, the moment of its oldest entry. */
export type AuditPage = { rows: AuditEntry[]; next: string | null; lookedTo: string | null };

type Row = {
  id: string;
  at: string;
  actor: string;
  actor_name: string;
  action: string;
  input: string;
  before: string | null;
  ip: string | null;
  agent: string | null;
  request_id: string;
};
type Query = QueryOf<typeof auditList>;

/** Entries that are looked through for one page. */
const STRETCH = 4_000;

export async function listAudit(
  books: Books,
  query: Query,
  { zone, size = PAGE }: { zone: string; size?: number },
): Promise<AuditPage> {
  const within = withinOf(query, zone);
  const matches = matching(query);
  const most = matches ? STRETCH : size + 1;
  const from = await stretchOf(books, { query, within, most });
  const end = matches ? await endOf(books, from) : null;
  const rows = await books.tx.execute<Row>(sql`
    select s.id, s.recorded_at as at, s.actor, s.actor_name, s.action, s.input, s.before, s.ip, s.agent, s.request_id
    from (${from}) s where ${matches ?? sql`true`}
    order by s.id desc limit ${size + 1}`);
  const page = rows.slice(0, size);
  const isMore = rows.length > size;
  const last = isMore ? page.at(-1)?.id : end?.id;
  return {
    rows: page.map(entryOf),
    next: last ? writeCursor(last, last) : null,
    lookedTo: isMore || end === null ? null : end.at,
  };
}

/** The oldest entry of a whole stretch; null of one that the log ends in. */
async function endOf({ tx }: Books, stretch: SQL): Promise<{ id: string; at: string } | null> {
  const [end] = await tx.execute<{ id: string; at: string }>(sql`
    select id, recorded_at as at from (${stretch}) s order by id desc offset ${STRETCH - 1} limit 1`);
  return end ?? null;
}

/** The entries, newest first, that one index has together. */
async function stretchOf(
  books: Books,
  { query: { person, kind }, within, most }: { query: Query; within: SQL; most: number },
): Promise<SQL> {
  if (person !== undefined || kind === undefined) {
    const theirs = person === undefined ? sql`true` : sql`e.actor = ${person}`;
    return sql`select * from books.audit_entries e where ${theirs} and ${within} order by e.id desc limit ${most}`;
  }
  const actions = (await readActions(books)).filter((action) => isOfKind(action, kind));
  return sql`
    select e.* from unnest(${sql.param(actions)}::text[]) as k(action) cross join lateral (
      select * from books.audit_entries e where e.action = k.action and ${within} order by e.id desc limit ${most}) e
    order by e.id desc limit ${most}`;
}

function withinOf({ fromOn, throughOn, cursor }: Query, zone: string): SQL {
  const place = readCursor(cursor, [z.uuid(), z.uuid()]);
  const claims = [place ? sql`e.id < ${place[0]}::uuid` : sql`true`];
  // The ids are a millisecond's; the day's own border is asked of the instant.
  if (fromOn) {
    const from = sql`(${fromOn}::date::timestamp at time zone ${zone})`;
    claims.push(sql`e.id >= ${idAt(sql`(${from} - interval '1 second')`)} and e.recorded_at >= ${from}`);
  }
  if (throughOn) {
    const until = sql`((${throughOn}::date + 1)::timestamp at time zone ${zone})`;
    claims.push(sql`e.id < ${idAt(sql`(${until} + interval '1 second')`)} and e.recorded_at < ${until}`);
  }
  return sql.join(claims, sql` and `);
}

/** What is asked of each entry of a stretch; null where the index has all of it. */
function matching({ person, kind, search }: Query): SQL | null {
  const claims: SQL[] = [];
  if (person !== undefined && kind !== undefined)
    claims.push(sql`split_part(s.action, '.', 1) = any (${sql.param([...AUDIT_KINDS[kind].nouns])}::text[])`);
  for (const word of wordsOf(search)) {
    const part = `%${literal(word.toLowerCase())}%`;
    claims.push(sql`lower(s.input || ' ' || s.actor_name || ' ' || coalesce(s.ip, '')) like ${part}`);
  }
  return claims.length === 0 ? null : sql.join(claims, sql` and `);
}

const isOfKind = (action: string, kind: AuditKind): boolean =>
  (AUDIT_KINDS[kind].nouns as readonly string[]).includes(action.split(".", 1)[0] ?? "");

/** What was ever done here: a look into the index for each, however many entries there are. */
async function readActions({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ word: string }>(distinct(sql`action`, sql`true`));
  return rows.map((row) => row.word);
}

export type AuditPerson = { actor: string; name: string };

/** Who ever did something here, people and keys, by the name that they had last. */
export async function readAuditPeople({ tx }: Books): Promise<AuditPerson[]> {
  const asked = sql`(e.actor >= 'key:' and e.actor < 'key;' or e.actor >= 'user:' and e.actor < 'user;')`;
  return tx.execute<AuditPerson>(sql`
    select k.word as actor, l.actor_name as name from (${distinct(sql`actor`, asked)}) k cross join lateral (
      select actor_name from books.audit_entries where actor = k.word order by id desc limit 1) l
    order by 2, 1`);
}

/** Each value of a column that an index begins with, by one look for each. */
const distinct = (column: SQL, asked: SQL): SQL => sql`
  with recursive k as (
    (select e.${column} as word from books.audit_entries e where ${asked} order by e.${column} limit 1)
    union all
    select (select e.${column} from books.audit_entries e where ${asked} and e.${column} > k.word order by e.${column} limit 1)
    from k where k.word is not null)
  select word from k where word is not null`;

/** Refuses "not-found". */
export async function readAuditEntry({ tx }: Books, entryId: string): Promise<AuditEntry> {
  const [row] = await tx.execute<Row>(sql`
    select id, recorded_at as at, actor, actor_name, action, input, before, ip, agent, request_id
    from books.audit_entries where id = ${entryId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return entryOf(row);
}

const entryOf = ({ id: entryId, actor_name: name, request_id: requestId, ...row }: Row): AuditEntry => ({
  entryId,
  name,
  requestId,
  at: row.at,
  actor: row.actor,
  action: row.action,
  input: row.input,
  before: row.before,
  ip: row.ip,
  agent: row.agent,
});
