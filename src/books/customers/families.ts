// Parent and child customers: a branch with an account and history of its own belongs to a head office that may share its
// credit limit. Families are one level deep (customers_parent); whose limit counts follows by itself (share_limits.sql).
import { sql } from "drizzle-orm";
import type { LimitSharing, ParentChoice } from "@/domain/customers/family-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccounts } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { keepChanges } from "./customer-changes.ts";

export type Relative = { customerId: string; number: string; name: string };
export type Family = {
  parent: Relative | null;
  /** By their numbers; those who were merged away are in no family. */
  children: readonly Relative[];
  /** There are more children than are listed. */
  isCut: boolean;
  /** Its own limit, at the parent; the parent's, at a child. */
  sharesLimit: boolean;
};

/** A profile lists so many. */
const LISTED = 200;

export async function readFamily({ tx }: Books, customerId: string): Promise<Family> {
  const [[own], children] = await Promise.all([
    tx.execute<{ parent_id: string | null; number: string; name: string; shares: boolean }>(sql`
      select c.parent_id, p.number, p.name, exists (
        select from books.accounts a where a.customer_id = coalesce(c.parent_id, c.id) and a.shares_limit) as shares
      from books.customers c left join books.customers p on p.id = c.parent_id where c.id = ${customerId}::uuid`),
    tx.execute<{ id: string; number: string; name: string }>(sql`
      select id, number, name from books.customers where parent_id = ${customerId}::uuid
      order by number collate books.natural, id limit ${LISTED + 1}`),
  ]);
  if (!own) throw new Refusal("not-found");
  const { parent_id: parentId, number, name } = own;
  return {
    parent: parentId === null ? null : { customerId: parentId, number, name },
    children: children.slice(0, LISTED).map(({ id, ...child }) => ({ customerId: id, ...child })),
    isCut: children.length > LISTED,
    sharesLimit: own.shares,
  };
}

/**
 * Refuses "parent-of-itself", "has-children" for who is a parent, "parent-is-child", who was archived or merged away, and
 * "not-allowed" where it changes whose limit counts and whoever does it may not change limits.
 */
export async function chooseParent(
  books: Books,
  { customerId, parentId }: ParentChoice,
  { mayLimit }: { mayLimit: boolean },
): Promise<{ parentId: string | null }> {
  if (customerId === parentId) throw new Refusal("parent-of-itself", { field: "parentId" });
  const { own, parent, before } = await lockFamily(books, customerId, parentId);
  if (own.is_parent && parentId !== null) throw new Refusal("has-children", { field: "parentId" });
  if (parent?.parent_id) throw new Refusal("parent-is-child", { field: "parentId" });
  if (parent?.archived) throw new Refusal("archived", { field: "parentId" });
  if (!mayLimit && (parent?.shares || before?.shares))
    throw new Refusal("not-allowed", { field: "parentId", permission: "limit:change" });
  if (own.parent_id === parentId) return { parentId };
  await books.tx.execute(sql`
    update books.customers set parent_id = ${parentId}::uuid where id = ${customerId}::uuid`);
  await keepChanges(books, customerId, [{ field: "Parent", before: said(before), after: said(parent) }]);
  return { parentId };
}

/** From the next charge on. Refuses "parent-is-child": a child shares its parent's limit and none of its own. */
export async function shareLimit(
  books: Books,
  { customerId, shares }: LimitSharing,
): Promise<{ shares: boolean }> {
  const { own } = await lockFamily(books, customerId, null);
  if (own.parent_id !== null && shares) throw new Refusal("parent-is-child");
  if (own.shares === shares) return { shares };
  await books.tx.execute(sql`
    update books.accounts set shares_limit = ${shares} where customer_id = ${customerId}::uuid`);
  const words = (shared: boolean) => (shared ? "shared with children" : "its own alone");
  await keepChanges(books, customerId, [
    { field: "Credit limit", before: words(own.shares), after: words(shares) },
  ]);
  return { shares };
}

type Row = Relative & {
  id: string;
  parent_id: string | null;
  is_parent: boolean;
  shares: boolean;
  archived: boolean;
  merged: boolean;
};

const said = (customer: Row | null) => (customer ? `${customer.number} ${customer.name}` : "");

/** The customer, the parent to be and the one that it has, and all their accounts, in the order that everybody uses. */
async function lockFamily(books: Books, customerId: string, parentId: string | null) {
  const rows = await books.tx.execute<Row>(sql`
    select c.id, c.number, c.name, c.parent_id, c.archived_at is not null as archived, c.merged_into is not null as merged,
      exists (select from books.customers m where m.parent_id = c.id) as is_parent,
      exists (select from books.accounts a where a.customer_id = c.id and a.shares_limit) as shares
    from books.customers c
    where c.id = any (array[${customerId}::uuid, ${parentId}::uuid])
      or c.id = (select k.parent_id from books.customers k where k.id = ${customerId}::uuid)
    order by c.id for no key update of c`);
  const named = (id: string | null) => rows.find((row) => row.id === id) ?? null;
  const [own, parent] = [named(customerId), named(parentId)];
  if (!own) throw new Refusal("not-found");
  if (parentId !== null && !parent) throw new Refusal("not-found", { field: "parentId" });
  if (own.merged || parent?.merged) throw new Refusal("merged-away");
  const accounts = await books.tx.execute<{ id: string }>(sql`
    select id from books.accounts where customer_id = any (${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  await lockAccounts(
    books,
    accounts.map(({ id }) => id),
  );
  return { own, parent, before: named(own.parent_id) };
}
