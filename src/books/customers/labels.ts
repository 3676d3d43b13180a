// Labels of a business's own: made, renamed, archived, and put on customers, one or many. A customer's history says each change.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { labelWords, type Label, type LabelName } from "@/domain/customers/label.ts";
import type {
  CustomerLabels,
  LabelledCustomers,
  NewLabel,
  PutAwayLabel,
  RenamedLabel,
} from "@/domain/customers/label-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { keepChanges } from "./customer-changes.ts";

const BY_NAME = sql`lower(l.name) collate "und-x-icu", l.id`;

/** Whoever had it once has it again; who has it stays as they are. */
const PUT_ON = sql`on conflict (org_id, customer_id, label_id) do update set is_on = true where not customer_labels.is_on`;

export async function readLabels({ tx }: Books): Promise<Label[]> {
  const rows = await tx.execute<Label>(sql`
    select l.id, l.name, l.version, l.archived_at is not null as archived,
      (select count(*)::int from books.customer_labels u join books.customers c on c.id = u.customer_id
        where u.label_id = l.id and u.is_on and c.archived_at is null) as uses
    from books.labels l order by ${BY_NAME}`);
  return [...rows];
}

/** Those in use, to choose from. */
export async function readLabelNames({ tx }: Books): Promise<LabelName[]> {
  const rows = await tx.execute<LabelName>(sql`
    select l.id, l.name from books.labels l where l.archived_at is null order by ${BY_NAME}`);
  return [...rows];
}

/** Refuses a name that another has, archived or not. */
export async function addLabel(books: Books, { name }: NewLabel): Promise<{ id: string }> {
  await refuseTaken(books, name, null);
  const [row] = await books.tx.execute<{ id: string }>(
    sql`insert into books.labels (name) values (${name}) returning id`,
  );
  return present(row, "it was added");
}

/** Refuses with "changed-meanwhile" and { version, now } when somebody else was faster. */
export async function renameLabel(
  books: Books,
  { id, version, name }: RenamedLabel,
): Promise<{ version: number }> {
  const kept = await lock(books, id);
  if (kept.version !== version)
    throw new Refusal("changed-meanwhile", { version: kept.version, now: { name: kept.name } });
  if (kept.name === name) return { version };
  await refuseTaken(books, name, id);
  await books.tx.execute(sql`
    update books.labels set name = ${name}, version = version + 1 where id = ${id}::uuid`);
  return { version: version + 1 };
}

/** What is archived isn't offered any more; whoever has it keeps it, for when it is brought back. */
export async function putAwayLabel(books: Books, { id, away }: PutAwayLabel): Promise<{ archived: boolean }> {
  await lock(books, id);
  await books.tx.execute(sql`
    update books.labels set archived_at = ${away ? sql`clock_timestamp()` : sql`null`}, version = version + 1
    where id = ${id}::uuid and (archived_at is not null) <> ${away}`);
  return { archived: away };
}

/** How many have it now who hadn't, or haven't who had. Refuses a label that isn't there or is archived, and a customer who isn't. */
export async function labelCustomers(
  books: Books,
  { labelId, customerIds, on }: LabelledCustomers,
): Promise<{ changed: number }> {
  const label = await lock(books, labelId);
  if (label.archived) throw new Refusal("not-found", { field: "labelId" });
  const ids = [...new Set(customerIds)].sort();
  await lockCustomers(books, ids);
  const rows = await books.tx.execute<{ customer_id: string }>(
    on
      ? sql`insert into books.customer_labels (customer_id, label_id)
          select c, ${labelId}::uuid from unnest(${sql.param(ids)}::uuid[]) c ${PUT_ON} returning customer_id`
      : sql`update books.customer_labels set is_on = false
          where label_id = ${labelId}::uuid and customer_id = any (${sql.param(ids)}::uuid[]) and is_on returning customer_id`,
  );
  const change = { field: "Label", before: on ? "" : label.name, after: on ? label.name : "" };
  for (const { customer_id: customerId } of rows) await keepChanges(books, customerId, [change]);
  return { changed: rows.length };
}

const labelsOf = async (books: Books, customerId: string): Promise<LabelName[]> =>
  (await readLabelsOfMany(books, [customerId])).get(customerId) ?? [];

/** Refuses a customer who isn't there. */
export async function readLabelsOf(books: Books, customerId: string): Promise<LabelName[]> {
  const [customer] = await books.tx.execute(sql`select from books.customers where id = ${customerId}::uuid`);
  if (!customer) throw new Refusal("not-found");
  return labelsOf(books, customerId);
}

/** By customer; whoever has none isn't in the answer. */
export async function readLabelsOfMany(
  { tx }: Books,
  customerIds: readonly string[],
): Promise<Map<string, LabelName[]>> {
  const rows = await tx.execute<LabelName & { customer_id: string }>(sql`
    select u.customer_id, l.id, l.name from books.customer_labels u join books.labels l on l.id = u.label_id
    where u.customer_id = any (${sql.param([...customerIds])}::uuid[]) and u.is_on order by ${BY_NAME}`);
  const of = Map.groupBy(rows, (row) => row.customer_id);
  return new Map(
    [...of].map(([id, theirs]) => [id, theirs.map(({ id: labelId, name }) => ({ id: labelId, name }))]),
  );
}

/** Changes what differs from what was seen. Refuses labels that aren't there; an archived one that they have may stay, none is put on anew. */
export async function setLabelsOf(
  books: Books,
  { customerId, seenIds, labelIds }: CustomerLabels,
): Promise<{ labelIds: string[] }> {
  await lockCustomers(books, [customerId]);
  await mustBeThere(books, [...seenIds, ...labelIds]);
  const before = await labelsOf(books, customerId);
  const there = new Set([...before, ...(await readLabelNames(books))].map(({ id }) => id));
  const added = labelIds.filter((id) => !seenIds.includes(id));
  const removed = seenIds.filter((id) => !labelIds.includes(id));
  for (const id of added) if (!there.has(id)) throw new Refusal("not-found", { field: "labelIds" });
  await books.tx.execute(sql`
    update books.customer_labels set is_on = false
    where customer_id = ${customerId}::uuid and label_id = any (${sql.param(removed)}::uuid[]) and is_on`);
  await books.tx.execute(sql`
    insert into books.customer_labels (customer_id, label_id)
    select distinct ${customerId}::uuid, l from unnest(${sql.param(added)}::uuid[]) l ${PUT_ON}`);
  const after = await labelsOf(books, customerId);
  const change = { field: "Labels", before: labelWords(before), after: labelWords(after) };
  await keepChanges(books, customerId, [change]);
  return { labelIds: after.map(({ id }) => id) };
}

async function mustBeThere({ tx }: Books, labelIds: readonly string[]): Promise<void> {
  const [missing] = await tx.execute(sql`
    select from unnest(${sql.param([...labelIds])}::uuid[]) n (id)
    where not exists (select from books.labels l where l.id = n.id)`);
  if (missing) throw new Refusal("not-found", { field: "labelIds" });
}

/** Who stays after a merge has the other's labels, too. */
export async function carryLabels(books: Books, from: string, into: string): Promise<void> {
  const [theirs, own] = await Promise.all([labelsOf(books, from), labelsOf(books, into)]);
  if (theirs.length === 0) return;
  await books.tx.execute(sql`
    insert into books.customer_labels (customer_id, label_id)
    select ${into}::uuid, label_id from books.customer_labels where customer_id = ${from}::uuid and is_on ${PUT_ON}`);
  const after = labelWords(await labelsOf(books, into));
  await keepChanges(books, into, [{ field: "Labels", before: labelWords(own), after }]);
}

/** In one order, so that two who do this don't wait for each other; refuses who isn't there, or was merged into another. */
async function lockCustomers({ tx }: Books, ids: readonly string[]): Promise<void> {
  const rows = await tx.execute(sql`
    select id from books.customers where id = any (${sql.param([...ids])}::uuid[]) and merged_into is null
    order by id for no key update`);
  if (rows.length < ids.length) throw new Refusal("not-found");
}

/** In any case: "weekly" and "Weekly" would be taken for one. */
async function refuseTaken({ tx }: Books, name: string, id: string | null): Promise<void> {
  const [taken] = await tx.execute(sql`
    select 1 from books.labels where lower(name) = lower(${name}) and id is distinct from ${id}::uuid`);
  if (taken) throw new Refusal("name-taken", { field: "name" });
}

async function lock({ tx }: Books, id: string) {
  const [row] = await tx.execute<{ name: string; version: number; archived: boolean }>(sql`
    select name, version, archived_at is not null as archived from books.labels where id = ${id}::uuid for no key update`);
  if (!row) throw new Refusal("not-found");
  return row;
}
