// The labels that a file of customers names: those that nobody has made yet are made, and put on with the others. A label that
// is archived is put on nobody anew, and none is taken off.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { labelsIn } from "@/domain/imports/labels.ts";
import type { FaultGroup } from "@/domain/imports/look.ts";
import type { Books } from "../open.ts";

type Known = { id: string; name: string; archived: boolean };

/** By their names in small letters. */
async function readKnown({ tx }: Books): Promise<Map<string, Known>> {
  const rows = await tx.execute<Known>(sql`
    select id, name, archived_at is not null as archived from books.labels`);
  return new Map(rows.map((row) => [row.name.toLowerCase(), row]));
}

const namesOf = ({ labels }: FileCustomer, known: ReadonlyMap<string, unknown>): string[] =>
  labelsIn(labels, (name) => known.has(name.toLowerCase()));

const ROWS_NAMED = 20;

/** What a look tells of them: the names that would be made, and the rows whose labels are archived. */
export async function lookAtLabels(
  books: Books,
  customers: readonly FileCustomer[],
  column: string,
): Promise<{ newLabels: string[]; warnings: FaultGroup[] }> {
  if (customers.every(({ labels }) => labels === "")) return { newLabels: [], warnings: [] };
  const known = await readKnown(books);
  const named = customers.map((customer) => ({ row: customer.row, names: namesOf(customer, known) }));
  const fresh = new Map<string, string>();
  for (const name of named.flatMap(({ names }) => names))
    if (!known.has(name.toLowerCase()) && !fresh.has(name.toLowerCase())) fresh.set(name.toLowerCase(), name);
  const rows = named
    .filter(({ names }) => names.some((name) => known.get(name.toLowerCase())?.archived))
    .map(({ row }) => row);
  const says = "These labels are archived: whoever has them keeps them, and they are put on nobody anew.";
  const archived = { column, says, count: rows.length, rows: rows.slice(0, ROWS_NAMED), answer: null };
  return { newLabels: [...fresh.values()], warnings: rows.length > 0 ? [archived] : [] };
}

/** What was put on whom, and made for it, as an undo has to know it. */
export type LabelsBefore = { put: { customerId: string; labelId: string }[]; made: string[] };

export async function bringInLabels(
  books: Books,
  customers: readonly { customer: FileCustomer; customerId: string }[],
): Promise<LabelsBefore> {
  if (customers.every(({ customer }) => customer.labels === "")) return { put: [], made: [] };
  const known = await readKnown(books);
  const pairs = customers.flatMap(({ customer, customerId }) =>
    namesOf(customer, known).map((name) => ({ customerId, name })),
  );
  const made = await makeLabels(
    books,
    pairs.map(({ name }) => name).filter((name) => !known.has(name.toLowerCase())),
  );
  for (const label of made) known.set(label.name.toLowerCase(), label);
  const rows = pairs.flatMap(({ customerId, name }) => {
    const { id, archived } = present(known.get(name.toLowerCase()), "it was made where it wasn't there");
    return archived ? [] : [{ customer: customerId, label: id }];
  });
  const put = await books.tx.execute<{ customerId: string; labelId: string }>(sql`
    with put as (
      insert into books.customer_labels (customer_id, label_id)
      select distinct customer, label from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as g (customer uuid, label uuid)
      on conflict (org_id, customer_id, label_id) do update set is_on = true where not customer_labels.is_on
      returning customer_id, label_id),
    told as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select p.customer_id, 'Label', '', l.name, ${books.userName}, ${books.commandId}::uuid
      from put p join books.labels l on l.id = p.label_id)
    select customer_id as "customerId", label_id as "labelId" from put`);
  return { put: [...put], made: made.map(({ id }) => id) };
}

/** The first way in which a name is written counts. */
async function makeLabels({ tx }: Books, names: readonly string[]): Promise<Known[]> {
  if (names.length === 0) return [];
  const rows = await tx.execute<Known>(sql`
    insert into books.labels (name)
    select name from (
      select distinct on (lower(name)) name from unnest(${sql.param([...names])}::text[]) with ordinality n (name, at)
      order by lower(name), at) first
    returning id, name, false as archived`);
  return [...rows];
}

/** Takes off what was put on and is on still, and archives what was made for it and nobody has. */
export async function giveBackLabels(books: Books, { put, made }: LabelsBefore): Promise<void> {
  if (put.length > 0)
    await books.tx.execute(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(put)}::text::jsonb) as g ("customerId" uuid, "labelId" uuid)),
      off as (
        update books.customer_labels u set is_on = false from given g
        where u.customer_id = g."customerId" and u.label_id = g."labelId" and u.is_on
        returning u.customer_id, u.label_id)
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select o.customer_id, 'Label', l.name, '', ${books.userName}, ${books.commandId}::uuid
      from off o join books.labels l on l.id = o.label_id`);
  if (made.length > 0)
    await books.tx.execute(sql`
      update books.labels l set archived_at = clock_timestamp(), version = version + 1
      where l.id = any (${sql.param(made)}::text[]::uuid[]) and l.archived_at is null
        and not exists (select from books.customer_labels u where u.label_id = l.id and u.is_on)`);
}
