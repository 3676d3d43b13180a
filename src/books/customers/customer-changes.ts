// Who changed what on a customer's profile, when, from what to what. One row per field, in the same transaction as the
// change itself; nobody edits or removes one.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Change } from "@/domain/edits.ts";
import { Refusal } from "@/domain/refusal.ts";
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

export type ChangesQuery = { customerId: string; field?: string | undefined; cursor?: string | undefined };

const PAGE = 50;

/** Newest first; `fields` are all that were ever changed on this customer, to choose from. */
export async function listChanges(
  { tx }: Books,
  { customerId, field, cursor }: ChangesQuery,
  size = PAGE,
): Promise<{ rows: KeptChange[]; fields: string[]; next: string | null }> {
  const from = z.uuid().safeParse(cursor);
  const of = sql`customer_id = ${customerId}::uuid`;
  const [rows, fields] = await Promise.all([
    tx.execute<{ id: string; field: string; before: string; after: string; by: string; at: string }>(sql`
      select id, field, before, after, changed_by as by, recorded_at as at from books.customer_changes
      where ${of} ${field ? sql`and field = ${field}` : sql``}
        ${from.success ? sql`and (recorded_at, id) < (select recorded_at, id from books.customer_changes where id = ${from.data}::uuid and ${of})` : sql``}
      order by recorded_at desc, id desc limit ${size + 1}`),
    tx.execute<{ fields: string[] }>(sql`
      select array(select distinct field from books.customer_changes where ${of} order by field limit 100) as fields
      from books.customers where id = ${customerId}::uuid`),
  ]);
  const [found] = fields;
  if (!found) throw new Refusal("not-found");
  const page = rows.slice(0, size).map((row) => ({
    changeId: row.id,
    field: row.field,
    before: row.before,
    after: row.after,
    by: row.by,
    madeAt: row.at,
  }));
  return {
    rows: page,
    fields: found.fields,
    next: rows.length > size ? (page.at(-1)?.changeId ?? null) : null,
  };
}
