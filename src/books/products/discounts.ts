// Discount classes of customers, groups of products, and what a class pays less for a group. From the next document on; what
// was sold keeps its discount.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { discountOf, type Discount, type Discounted, type Discounts } from "@/domain/products/discount.ts";
import type {
  ClassPercents,
  CustomerClass,
  DiscountsAsked,
  NewDiscounted,
  PutAwayDiscounted,
  RenamedDiscounted,
} from "@/domain/products/discount-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepChanges } from "../customers/customer-changes.ts";
import type { Books } from "../open.ts";

const TABLES = {
  class: {
    table: sql`books.discount_classes`,
    uses: sql`books.customers u where u.discount_class_id = d.id`,
  },
  group: {
    table: sql`books.product_groups`,
    uses: sql`books.products u where u.archived_at is null and u.group_id = d.id`,
  },
};

export async function readDiscounts({ tx }: Books): Promise<Discounts> {
  const read = ({ table, uses }: { table: SQL; uses: SQL }) =>
    tx.execute<Discounted>(sql`
      select d.id, d.name, d.version, d.archived_at is not null as archived, (select count(*)::int from ${uses}) as uses
      from ${table} d order by lower(d.name) collate "und-x-icu", d.id`);
  const [classes, groups, percents] = await Promise.all([
    read(TABLES.class),
    read(TABLES.group),
    tx.execute<Discount>(sql`
      select class_id as "classId", group_id as "groupId", trim_scale(percent)::text as percent
      from books.discounts where percent > 0`),
  ]);
  return { classes: [...classes], groups: [...groups], percents: [...percents] };
}

/** Refuses a name that another of its kind has, archived or not. */
export async function addDiscounted({ tx }: Books, { kind, name }: NewDiscounted): Promise<{ id: string }> {
  await refuseTaken(tx, { kind, name, id: null });
  const [row] = await tx.execute<{ id: string }>(
    sql`insert into ${TABLES[kind].table} (name) values (${name}) returning id`,
  );
  return present(row, "it was added");
}

/** Refuses with "changed-meanwhile" and { version, now } when somebody else was faster. */
export async function renameDiscounted(
  books: Books,
  { kind, id, version, name }: RenamedDiscounted,
): Promise<{ version: number }> {
  const kept = await lock(books, kind, id);
  if (kept.version !== version)
    throw new Refusal("changed-meanwhile", { version: kept.version, now: { name: kept.name } });
  if (kept.name === name) return { version };
  await refuseTaken(books.tx, { kind, name, id });
  await books.tx.execute(sql`
    update ${TABLES[kind].table} set name = ${name}, version = version + 1 where id = ${id}::uuid`);
  return { version: version + 1 };
}

/** What is archived isn't offered any more and takes nothing off; who is of it stays, for when it is brought back. */
export async function putAwayDiscounted(
  books: Books,
  { kind, id, away }: PutAwayDiscounted,
): Promise<{ archived: boolean }> {
  await lock(books, kind, id);
  await books.tx.execute(sql`
    update ${TABLES[kind].table} set archived_at = ${away ? sql`clock_timestamp()` : sql`null`}, version = version + 1
    where id = ${id}::uuid and (archived_at is not null) <> ${away}`);
  return { archived: away };
}

/** The percentages of a class, as they are from now on. */
export async function setDiscounts(
  books: Books,
  { classId, percents }: ClassPercents,
): Promise<{ changed: number }> {
  await lock(books, "class", classId);
  const groups = new Set((await readDiscounts(books)).groups.map(({ id }) => id));
  const unknown = percents.findIndex(({ groupId }) => !groups.has(groupId));
  if (unknown >= 0) throw new Refusal("not-found", { field: `percents.${unknown}.groupId` });
  const rows = await books.tx.execute(sql`
    insert into books.discounts (class_id, group_id, percent)
    select ${classId}::uuid, g."groupId", g.percent
    from jsonb_to_recordset(${JSON.stringify(percents)}::text::jsonb) as g ("groupId" uuid, percent numeric)
    on conflict (org_id, class_id, group_id) do update set percent = excluded.percent
      where discounts.percent <> excluded.percent returning 1`);
  return { changed: rows.length };
}

export type CustomerDiscount = { classId: string | null; className: string | null };

export async function readCustomerDiscount({ tx }: Books, customerId: string): Promise<CustomerDiscount> {
  const [row] = await tx.execute<CustomerDiscount>(sql`
    select d.id as "classId", d.name as "className" from books.customers c
    left join books.discount_classes d on d.id = c.discount_class_id where c.id = ${customerId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return row;
}

/** Refuses a class that isn't there or is archived. */
export async function chooseCustomerClass(
  books: Books,
  { customerId, classId }: CustomerClass,
): Promise<{ classId: string | null }> {
  const [customer] = await books.tx.execute<{ name: string | null }>(sql`
    select (select d.name from books.discount_classes d where d.id = c.discount_class_id) as name
    from books.customers c where c.id = ${customerId}::uuid for no key update of c`);
  if (!customer) throw new Refusal("not-found");
  const chosen = classId === null ? null : await lock(books, "class", classId);
  if (chosen?.archived) throw new Refusal("not-found", { field: "classId" });
  await books.tx.execute(sql`
    update books.customers set discount_class_id = ${classId}::uuid where id = ${customerId}::uuid`);
  const change = { field: "Discount class", before: customer.name ?? "", after: chosen?.name ?? "" };
  await keepChanges(books, customerId, [change]);
  return { classId };
}

/** In percent, by product: what that customer pays less for each; whoever isn't of a class pays the price. */
export async function readDiscountsOn(
  books: Books,
  { customerId, productIds }: DiscountsAsked,
): Promise<Record<string, string>> {
  const { tx } = books;
  const [customer] = await tx.execute<{ class_id: string | null }>(sql`
    select d.id as class_id from books.customers c
    left join books.discount_classes d on d.id = c.discount_class_id and d.archived_at is null
    where c.id = ${customerId}::uuid`);
  if (customerId !== null && !customer) throw new Refusal("not-found", { field: "customerId" });
  const classId = customer?.class_id ?? null;
  if (classId === null || productIds.length === 0) return {};
  const [percents, products] = await Promise.all([
    tx.execute<Discount>(sql`
      select d.class_id as "classId", d.group_id as "groupId", trim_scale(d.percent)::text as percent
      from books.discounts d join books.product_groups g on g.id = d.group_id and g.archived_at is null
      where d.class_id = ${classId}::uuid and d.percent > 0`),
    tx.execute<{ id: string; group_id: string }>(sql`
      select id, group_id from books.products
      where id = any (${sql.param(productIds)}::text[]::uuid[]) and group_id is not null`),
  ]);
  const taken = products.map(({ id, group_id: groupId }) => [id, discountOf(percents, { classId, groupId })]);
  return Object.fromEntries(taken.filter(([, percent]) => percent !== "0"));
}

/** The group of that name, in any case, made where there is none; null for no name. */
export async function groupNamed(books: Books, name: string): Promise<string | null> {
  if (name === "") return null;
  const [there] = await books.tx.execute<{ id: string }>(sql`
    select id from books.product_groups where lower(name) = lower(${name}) order by name <> ${name}, id limit 1`);
  return there?.id ?? (await addDiscounted(books, { kind: "group", name })).id;
}

type Taken = { kind: NewDiscounted["kind"]; name: string; id: string | null };

/** In any case: "trade" and "Trade" would be taken for one. */
async function refuseTaken(tx: Books["tx"], { kind, name, id }: Taken): Promise<void> {
  const [taken] = await tx.execute(sql`
    select 1 from ${TABLES[kind].table} where lower(name) = lower(${name}) and id is distinct from ${id}::uuid`);
  if (taken) throw new Refusal("name-taken", { field: "name" });
}

async function lock({ tx }: Books, kind: NewDiscounted["kind"], id: string) {
  const [row] = await tx.execute<{ name: string; version: number; archived: boolean }>(sql`
    select name, version, archived_at is not null as archived from ${TABLES[kind].table}
    where id = ${id}::uuid for update`);
  if (!row) throw new Refusal("not-found");
  return row;
}
