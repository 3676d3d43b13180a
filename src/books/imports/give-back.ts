// What an import changed of what was there before, given back when it is undone: field by field, where nobody has changed it
// since. What is kept for that lies beside the import's summary; of customers their history says it.
import { sql } from "drizzle-orm";
import { sameLimit, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { needsApproval } from "@/domain/credit/limit-approval.ts";
import { readAlone } from "../credit/credit-changes.ts";
import { lockAccounts } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { readContactsOf } from "../customers/contact-list.ts";
import { writeContacts, type ContactsBefore } from "./contacts.ts";
import { giveBackLabels, type LabelsBefore } from "./labels.ts";
import { decide, readStanding } from "./limits.ts";
import { giveBackProducts, type ProductBefore } from "./products.ts";
import { changeCustomers, fieldCalled, heldOf, lockCustomers } from "./update-customers.ts";

/** The history rows of limits; contacts and products as they were. */
export type Before = {
  limitChanges?: string[];
  contacts?: ContactsBefore;
  products?: ProductBefore[];
  labels?: LabelsBefore;
};

export async function giveBack(books: Books, fileId: string): Promise<void> {
  const [row] = await books.tx.execute<{ command_id: string; before: string | null }>(sql`
    select command_id, (summary -> 'before')::text as before from books.imports
    where file_id = ${fileId}::uuid and undone_at is null`);
  if (!row) return;
  const { limitChanges = [], contacts, products = [], labels } = JSON.parse(row.before ?? "{}") as Before;
  await giveBackLimits(books, limitChanges);
  await giveBackCustomers(books, row.command_id);
  if (contacts) await giveBackContacts(books, contacts);
  await giveBackProducts(books, products);
  if (labels) await giveBackLabels(books, labels);
}

async function giveBackLimits(books: Books, changes: readonly string[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = await books.tx.execute<{ account_id: string; before: string; after: string }>(sql`
    select account_id, before, after from books.limit_changes where id = any (${sql.param(changes)}::text[]::uuid[])`);
  const accountIds = rows.map((row) => row.account_id);
  await lockAccounts(books, accountIds);
  const standing = await readStanding(books, accountIds);
  const alone = await readAlone(books, books.currency);
  const given = rows.flatMap((row) => {
    const [before, after] = [row.before, row.after].map((text) => JSON.parse(text) as DecidedTerms);
    const now = standing.get(row.account_id);
    if (!before || !after || !now || !sameLimit(now.limit, after.limit)) return [];
    const back = { ...now, limit: before.limit };
    // More than one person may decide isn't given back by an undo, either.
    return needsApproval(now, back, alone) ? [] : [{ accountId: row.account_id, before: now, after: back }];
  });
  await decide(books, given, "Import undone");
}

async function giveBackCustomers(books: Books, commandId: string): Promise<void> {
  const changes = await books.tx.execute<{ id: string; field: string; before: string; after: string }>(sql`
    select customer_id as id, field, before, after from books.customer_changes
    where command_id = ${commandId}::uuid`);
  const standing = await lockCustomers(
    books,
    changes.map(({ id }) => id),
  );
  const back = changes.flatMap(({ id, field: called, before: was, after: became }) => {
    const texts = standing.get(id);
    const field = fieldCalled(called);
    // What isn't a field of a customer, such as that they were added, has no value to give back.
    if (!texts || field === null) return [];
    const [before, after] = [heldOf(field, became), heldOf(field, was)];
    return texts[field] === before ? [{ id, field, before, after }] : [];
  });
  await changeCustomers(books, back);
}

async function giveBackContacts(books: Books, { added, changed }: ContactsBefore): Promise<void> {
  const standing = await readContactsOf(
    books,
    [...added, ...changed].map(({ customerId }) => customerId),
  );
  const now = new Map(standing.map((contact) => [contact.contactId, contact]));
  const versions = new Map([
    ...added.map(({ contactId }) => [contactId, 1] as const),
    ...changed.map(({ contactId, version }) => [contactId, version + 1] as const),
  ]);
  const was = new Map(changed.map((contact) => [contact.contactId, contact]));
  const back = [...versions].flatMap(([id, version]) => {
    const before = now.get(id);
    if (before?.version !== version) return [];
    return [{ id, customerId: before.customerId, before, after: was.get(id) ?? null }];
  });
  await writeContacts(books, back);
}
