// The audit log is sealed at night: a running hash over the entries since the seal before (drizzle/functions/chain.sql). An
// entry that was changed, taken out, or put in between afterwards no longer fits its seal.
import { sql, type SQL } from "drizzle-orm";
import type { Check } from "./check.ts";

/** Of an entry `a`: all that is kept of it, as one text. Changed, it fits no seal that is there. */
export const ENTRY_TEXT = sql`json_build_array(a.id, extract(epoch from a.recorded_at), a.actor, a.actor_name, a.action,
  a.input, a.before, a.request_id, a.command_id, a.ip, a.agent)::text`;

/** Below every id that a moment or a later one gives (books.new_id): ids are in the order of their milliseconds. */
export const idAt = (moment: SQL): SQL => sql`
  (encode(substring(int8send((extract(epoch from ${moment}) * 1000)::bigint) from 3), 'hex') || repeat('0', 20))::uuid`;

export const NO_ID = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

export const auditChecks: readonly Check[] = [
  {
    id: "I22",
    says: "the entries of the audit log are those that were sealed, and the seals follow each other",
    query: sql`
      select s.number from books.audit_seals s
      left join books.audit_seals p on p.number = s.number - 1
      cross join lateral (
        select count(*) as entries, books.chain(p.hash, ${ENTRY_TEXT} order by a.id) as hash
        from books.audit_entries a where a.id > coalesce(p.through, ${NO_ID}) and a.id <= s.through) f
      where s.entries <> f.entries or s.hash is distinct from f.hash or s.number > 1 and p.number is null`,
  },
];
