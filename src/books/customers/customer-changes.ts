// Who changed what on a customer's profile, when, from what to what. One row per field, in the same transaction as the
// change itself; nobody edits or removes one.
import { sql } from "drizzle-orm";
import { changeList } from "@/domain/customers/change-list.ts";
import type { Change } from "@/domain/edits.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { Refusal } from "@/domain/refusal.ts";
import { readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

/** Keeps what changed; what stayed the same is no change. */
export async function keepChanges(books: Books, customerId: string, changes: readonly Change[]) {
  const told = changes.filter(({ before, after }) => before !== after);
  if (told.length === 0) return;
  await books.tx.execute(sql`
    insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
    select ${customerId}::uuid, c.field, c.before, c.after, ${books.userName}, ${books.commandId}::uuid
    from jsonb_to_recordset(${JSON.stringify(told)}::text::jsonb) as c (field text, before text, after text)`);
}

/** Who changed this customer last. */
export async function lastEditor({ tx }: Books, customerId: string): Promise<string | null> {
  const [row] = await tx.execute<{ by: string }>(sql`
    select changed_by as by from books.customer_changes where customer_id = ${customerId}::uuid
    order by recorded_at desc, id desc limit 1`);
  return row?.by ?? null;
}

export type KeptChange = {
  changeId: string;
  field: string;
  before: string;
  after: string;
  by: string;
  madeAt: string;
};

const KEYS: Record<keyof typeof changeList.sorts, Key> = {
  made: { key: sql`recorded_at`, type: "timestamptz", id: sql`id` },
};
const COLUMNS = sql`id as "changeId", field, before, after, changed_by as by, recorded_at as "madeAt"`;

/** Newest first; `fields` are all that were ever changed on this customer, to choose from. */
export async function listChanges(
  books: Books,
  { customerId, ...query }: QueryOf<typeof changeList> & { customerId: string },
  size?: number,
): Promise<Page<KeptChange> & { fields: string[] }> {
  const of = sql`customer_id = ${customerId}::uuid`;
  const where = query.field ? sql`${of} and field = ${query.field}` : of;
  const select = {
    select: COLUMNS,
    from: sql`books.customer_changes`,
    where,
    rowOf: (row: KeptChange) => row,
  };
  const [page, [found]] = await Promise.all([
    readPage(books, { list: changeList, keys: KEYS, ...select }, query, size),
    books.tx.execute<{ fields: string[] }>(sql`
      select array(select distinct field from books.customer_changes where ${of} order by field limit 100) as fields
      from books.customers where id = ${customerId}::uuid`),
  ]);
  if (!found) throw new Refusal("not-found");
  return { ...page, fields: found.fields };
}
