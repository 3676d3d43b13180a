// The labels that a file of customers names: those that nobody has made yet are made, and put on with the others. A label that
// is archived is put on nobody anew, and none is taken off.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { MOST_LABELS } from "@/domain/customers/label.ts";
import type { FileCustomer, FileEntries } from "@/domain/imports/entries.ts";
import type { RowFault } from "@/domain/imports/faults.ts";
import { labelsIn } from "@/domain/imports/labels.ts";
import type { FaultGroup } from "@/domain/imports/look.ts";
import type { Books } from "../open.ts";
import type { CustomerMatch } from "./match-customers.ts";

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
/** Of one file: who names more has most likely a column of something else. */
export const MOST_NEW_LABELS = 200;

type LabelFault = RowFault & { kind: string };
/** The names that would be made, and the rows whose labels are archived, or aren't taken. */
type LabelLook = { newLabels: string[]; warnings: FaultGroup[]; faults: LabelFault[] };

const lower = (name: string): string => name.toLowerCase();

/** What a look tells of them. `known`: by their keys, who is a customer already. */
export async function lookAtLabels(
  books: Books,
  customers: readonly FileCustomer[],
  { column, known: customersThere }: { column: string; known: CustomerMatch["known"] },
): Promise<LabelLook> {
  const labelled = customers.filter(({ labels }) => labels !== "");
  if (labelled.length === 0) return { newLabels: [], warnings: [], faults: [] };
  const known = await readKnown(books);
  const idOf = ({ key }: FileCustomer) => customersThere.get(key)?.customerId;
  const worn = await readWorn(
    books,
    labelled.flatMap((customer) => idOf(customer) ?? []),
  );
  const fresh = new Map<string, string>();
  const faults: LabelFault[] = [];
  const archived: number[] = [];
  for (const customer of labelled) {
    const names = namesOf(customer, known);
    const whose = idOf(customer) ?? customer.key;
    const has = worn.get(whose) ?? new Set();
    const after = has.union(new Set(names.map(lower).filter((name) => !known.get(name)?.archived)));
    const made = names.filter((name) => !known.has(lower(name)) && !fresh.has(lower(name)));
    const fault =
      after.size > Math.max(has.size, MOST_LABELS)
        ? TOO_MANY_ON_ONE
        : made.length > 0 && fresh.size + made.length > MOST_NEW_LABELS
          ? TOO_MANY_NEW
          : null;
    if (fault) {
      faults.push({ row: customer.row, column, ...fault });
      continue;
    }
    for (const name of made) fresh.set(lower(name), name);
    worn.set(whose, after);
    if (names.some((name) => known.get(lower(name))?.archived)) archived.push(customer.row);
  }
  const says = "These labels are archived: whoever has them keeps them, and they are put on nobody anew.";
  const warning = { column, says, count: archived.length, rows: archived.slice(0, ROWS_NAMED), answer: null };
  return { newLabels: [...fresh.values()], warnings: archived.length > 0 ? [warning] : [], faults };
}

const TOO_MANY_ON_ONE = {
  kind: "too many labels",
  says: `With the labels that they have, these are more than a customer can have (${MOST_LABELS}).`,
};
const TOO_MANY_NEW = {
  kind: "too many new labels",
  says: `A file makes ${MOST_NEW_LABELS} new labels at most, and these are beyond them. Leave the column alone if it doesn’t hold labels, or make them first.`,
};

/** A customer whose labels aren't taken isn't taken either. */
export function withoutRows(entries: FileEntries, faults: readonly RowFault[]): FileEntries {
  if (faults.length === 0) return entries;
  const rows = new Set(faults.map(({ row }) => row));
  return { ...entries, customers: entries.customers.filter(({ row }) => !rows.has(row)) };
}

/** By customer, the names of what they have on, in small letters. */
async function readWorn({ tx }: Books, customerIds: readonly string[]): Promise<Map<string, Set<string>>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.execute<{ customer_id: string; names: string[] }>(sql`
    select u.customer_id, array_agg(l.name) as names
    from books.customer_labels u join books.labels l on l.id = u.label_id
    where u.is_on and u.customer_id = any (${sql.param([...new Set(customerIds)])}::text[]::uuid[])
    group by u.customer_id`);
  return new Map(rows.map((row) => [row.customer_id, new Set(row.names.map(lower))]));
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
