// Mails that came back: noted once each on the mail, with why. The address of a hard one is mailed by no run until somebody clears
// it; the list of these says whose it is.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Bounce, Returned } from "@/domain/statements/bounce.ts";
import { bounceList } from "@/domain/statements/bounce-list.ts";
import { everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

/** Where the mail went, and whether it came back before; null for none of ours. By its id, or by the link in it. */
export async function findMail(
  { tx }: Books,
  by: { outboxId: string } | { linkId: string },
): Promise<{ outboxId: string; recipient: string } | null> {
  const which = "outboxId" in by ? sql`id = ${by.outboxId}::uuid` : sql`link_id = ${by.linkId}::uuid`;
  const [row] = await tx.execute<{ id: string; recipient: string }>(
    sql`select id, recipient from books.outbox where ${which} limit 1`,
  );
  return row ? { outboxId: row.id, recipient: row.recipient } : null;
}

/** Notes it; whether it was news: a report that comes again says nothing new, and one of a mail that never went is none. */
export async function noteReturned(books: Books, outboxId: string, returned: Returned): Promise<boolean> {
  return returned.outcome === "delayed"
    ? noteDelay(books, outboxId, returned.reason)
    : noteBounce(books, outboxId, returned.bounce);
}

async function noteBounce({ tx }: Books, outboxId: string, { kind, code, reason }: Bounce): Promise<boolean> {
  const [fresh] = await tx.execute(sql`
    insert into books.bounces (outbox_id, customer_id, address, kind, code, reason)
    select o.id, a.customer_id, lower(o.recipient), ${kind}, ${code}, ${reason} from books.outbox o
    left join books.statements s on s.id = o.statement_id
    left join books.credit_memos m on m.id = o.credit_memo_id
    left join books.invoices v on v.id = o.invoice_id
    join books.accounts a on a.id = coalesce(s.account_id, m.account_id, v.account_id)
    where o.id = ${outboxId}::uuid and o.attempts > 0 on conflict do nothing returning outbox_id`);
  if (!fresh) return false;
  // What was still waiting for its next try has arrived at a server that says no: it isn't tried again.
  await tx.execute(sql`
    update books.outbox set status = 'bounced', sent_at = coalesce(sent_at, clock_timestamp()),
      last_error = ${`${code} ${reason}`.trim().slice(0, 500)} where id = ${outboxId}::uuid`);
  return true;
}

async function noteDelay({ tx }: Books, outboxId: string, reason: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    update books.outbox set last_error = ${reason.slice(0, 500)}
    where id = ${outboxId}::uuid and status = 'sent' and last_error <> ${reason.slice(0, 500)} returning id`);
  return row !== undefined;
}

/** From here on it is mailed again. Refuses "not-found" an address that stands for nothing. */
export async function clearBounce(books: Books, address: string): Promise<{ cleared: number }> {
  const rows = await books.tx.execute(sql`
    update books.bounces set cleared_by = ${books.userName}, cleared_at = clock_timestamp()
    where address = lower(${address}) and kind = 'hard' and cleared_at is null returning outbox_id`);
  if (rows.length === 0) throw new Refusal("not-found");
  return { cleared: rows.length };
}

export type BouncedAddress = {
  address: string;
  code: string;
  reason: string;
  bouncedAt: string;
  /** Whose mail came back. */
  customerId: string;
  customerName: string;
};

type Row = {
  id: string;
  address: string;
  code: string;
  reason: string;
  bounced_at: string;
  customer_id: string;
  customer_name: string;
};

/** Each address once, by its latest. */
const STANDING = sql`
  books.bounces b join books.customers c on c.id = books.survivor(b.customer_id)`;

const IS_LATEST = sql`
  b.kind = 'hard' and b.cleared_at is null and not exists (
    select from books.bounces l where l.address = b.address and l.kind = 'hard' and l.cleared_at is null
      and (l.bounced_at, l.outbox_id) > (b.bounced_at, b.outbox_id))`;

const KEYS: Record<keyof typeof bounceList.sorts, Key> = {
  bounced: { key: sql`b.bounced_at`, type: "timestamptz", id: sql`b.outbox_id` },
};

const matching = ({ search }: MatchOf<typeof bounceList>): SQL => sql`
  ${IS_LATEST} and ${everyWord(sql`(books.search_text(b.address) || ' ' || c.search)`, search)}`;

/** Addresses that mail comes back from, the latest first. */
export function listBounced(
  books: Books,
  query: QueryOf<typeof bounceList>,
  size?: number,
): Promise<Page<BouncedAddress>> {
  const select = {
    select: sql`b.outbox_id as id, b.address, b.code, b.reason, b.bounced_at, c.id as customer_id, c.name as customer_name`,
    from: STANDING,
    where: matching(query),
    rowOf: (row: Row): BouncedAddress => ({
      address: row.address,
      code: row.code,
      reason: row.reason,
      bouncedAt: row.bounced_at,
      customerId: row.customer_id,
      customerName: row.customer_name,
    }),
  };
  return readPage(books, { list: bounceList, keys: KEYS, ...select }, query, size);
}

/** Of these addresses those that mail comes back from, with the latest reason. */
export async function readBounced(
  { tx }: Books,
  addresses: readonly string[],
): Promise<{ address: string; code: string; reason: string; bouncedAt: string }[]> {
  if (addresses.length === 0) return [];
  const wanted = sql.param(addresses.map((each) => each.toLowerCase()));
  const rows = await tx.execute<Row>(sql`
    select b.* from books.bounces b where b.address = any (${wanted}::text[]) and ${IS_LATEST} order by b.address`);
  return rows.map(({ address, code, reason, bounced_at }) => ({
    address,
    code,
    reason,
    bouncedAt: bounced_at,
  }));
}
