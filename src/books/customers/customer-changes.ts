// Who changed what on a customer's profile, when, from what to what. One row per field, in the same transaction as the
// change itself; nobody edits or removes one.
import { sql } from "drizzle-orm";
import { changeList } from "@/domain/customers/change-list.ts";
import type { Change } from "@/domain/edits.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { Refusal } from "@/domain/refusal.ts";
import { PAGE, pageOf, seek, type Key, type Page, type Sorted } from "../lists/list-order.ts";
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
type Row = Sorted & { id: string; field: string; before: string; after: string; by: string; at: string };

/** Newest first; `fields` are all that were ever changed on this customer, to choose from. */
export async function listChanges(
  { tx }: Books,
  { customerId, field, cursor, ...asked }: QueryOf<typeof changeList> & { customerId: string },
  size = PAGE,
): Promise<Page<KeptChange> & { fields: string[] }> {
  const { sort, direction } = changeList.orderOf(asked);
  const { columns, after, order } = seek(KEYS[sort], { direction, cursor });
  const of = sql`customer_id = ${customerId}::uuid`;
  const [rows, [found]] = await Promise.all([
    tx.execute<Row>(sql`
      select id, field, before, after, changed_by as by, recorded_at as at, ${columns} from books.customer_changes
      where ${of} ${field ? sql`and field = ${field}` : sql``} and ${after} order by ${order} limit ${size + 1}`),
    tx.execute<{ fields: string[] }>(sql`
      select array(select distinct field from books.customer_changes where ${of} order by field limit 100) as fields
      from books.customers where id = ${customerId}::uuid`),
  ]);
  if (!found) throw new Refusal("not-found");
  const changeOf = ({ id, at, by, ...row }: Row): KeptChange => ({
    changeId: id,
    field: row.field,
    before: row.before,
    after: row.after,
    by,
    madeAt: at,
  });
  return { ...pageOf(rows, size, changeOf), fields: found.fields };
}
