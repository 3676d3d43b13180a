// What a run must know of each customer beside the statement: where it would go, and how the last one went.
import { sql } from "drizzle-orm";
import type { RunContext } from "@/domain/statements/run.ts";
import { cents } from "@/domain/values/money.ts";
import { addressesFor, isBounced } from "../customers/recipients.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";
import { isStopped } from "./mail-stops.ts";

export type RunAccount = {
  accountId: string;
  context: RunContext;
  /** Every address that statements go to and that mail doesn't come back from. */
  recipients: string[];
  /** Those of them that asked for no mails that come by themselves. */
  stopped: string[];
};

type Row = {
  id: string;
  class_id: string | null;
  label_ids: string[];
  terms: string;
  has_address: boolean;
  disputed: boolean;
  addresses: string[];
  live: string[];
  stopped: string[];
  last_closing: number | null;
  last_mail: RunContext["lastMail"];
};

/** By account; in a fixed number of queries. */
export async function readRunAccounts(
  { tx }: Books,
  accountIds: readonly string[],
): Promise<Map<string, RunAccount>> {
  const rows = await tx.execute<Row>(sql`
    select a.id, c.discount_class_id as class_id,
      array(select t.label_id::text from books.customer_labels t where t.customer_id = c.id and t.is_on) as label_ids, c.terms, cardinality(c.address_lines) > 0 as has_address, r.addresses,
      l.addresses as live,
      array(select n.address from unnest(l.addresses) as n (address) where ${isStopped(sql`n.address`)}) as stopped,
      exists (select from books.items i join books.invoices v on v.id = i.document_id
        where i.account_id = a.id and i.amount - i.applied - i.reversed > 0 and v.disputed) as disputed,
      (select coalesce(s.family_closing, s.closing) from books.statements s where s.account_id = a.id order by s.issued_at desc limit 1) as last_closing,
      (select o.status from books.outbox o join books.statements s on s.id = o.statement_id
        where s.account_id = a.id and lower(o.recipient) = lower(coalesce(l.addresses[1], r.addresses[1]))
        order by o.queued_at desc limit 1) as last_mail
    from books.accounts a join books.customers c on c.id = a.customer_id
    cross join lateral (select ${addressesFor("statements")} as addresses) r
    cross join lateral (select array(
      select n.address from unnest(r.addresses) with ordinality as n (address, place)
      where not ${isBounced(sql`n.address`)} order by n.place) as addresses) l
    where ${isOf(sql`a.id`, accountIds)}`);
  return new Map(
    rows.map(({ id, addresses, live, stopped, ...row }) => [
      id,
      {
        accountId: id,
        stopped,
        recipients: live,
        context: {
          email: live[0] ?? null,
          unaskedEmail: live.find((address) => !stopped.includes(address)) ?? null,
          hasAddress: row.has_address,
          classId: row.class_id,
          labelIds: row.label_ids,
          terms: row.terms,
          isDisputed: row.disputed,
          lastClosingCents: row.last_closing === null ? null : cents(row.last_closing),
          lastMail: row.last_mail,
          isBounced: live.length < addresses.length,
          isStopped: stopped.length > 0,
        },
      },
    ]),
  );
}

/**
 * The accounts of a run behind `after`, in the order of their ids: of every customer that wasn't merged into another. Of `families` also
 * a parent on whose own account nothing ever was.
 */
export async function readNextAccounts(
  books: Books,
  { after, count, families }: { after: string | null; count: number; families: boolean },
): Promise<string[]> {
  const rows = await books.tx.execute<{ id: string }>(sql`
    select a.id from books.accounts a
    where a.currency = ${books.currency} and (${after}::uuid is null or a.id > ${after}::uuid)
      and (a.last_seq is not null or (${families} and exists (select from books.customers b where b.parent_id = a.customer_id)))
      and not exists (select from books.customers c where c.id = a.customer_id and c.merged_into is not null)
    order by a.id limit ${count}`);
  return rows.map(({ id }) => id);
}
