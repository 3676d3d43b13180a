// Contacts of a file: of a known customer, each is found by their e-mail, else by their name. A new one is added, one that is
// there says what the file says anew, and one that stands so already is skipped; who changed what is kept.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { contactText, type ContactDetails } from "@/domain/customers/contact.ts";
import type { FileContact, FileEntries } from "@/domain/imports/entries.ts";
import { foldName } from "@/domain/imports/fold.ts";
import { readContactsOf, type KeptContact } from "../customers/contact-list.ts";
import { contactField } from "../customers/contacts.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import type { Fault } from "./already-there.ts";
import type { Matched } from "./match-customers.ts";

type Change = { kept: KeptContact; after: ContactDetails };
type New = { customerId: string; after: ContactDetails };

export type SortedContacts = { fresh: New[]; changes: Change[]; alreadyThere: number; faults: Fault[] };

/** `column`: the file's own heading of the contact's e-mail, or name. */
export async function sortContacts(
  books: Books,
  { contacts }: FileEntries,
  { known, column }: { known: ReadonlyMap<string, Matched>; column: string },
): Promise<SortedContacts> {
  const standing = await readContactsOf(
    books,
    [...known.values()].map(({ customerId }) => customerId),
  );
  const byEmail = new Map(standing.map((each) => [keyOf(each.customerId, each.email?.toLowerCase()), each]));
  const byName = new Map(standing.map((each) => [keyOf(each.customerId, foldName(each.name)), each]));
  const seen = new Map<string, number>();
  const sorted: SortedContacts = { fresh: [], changes: [], alreadyThere: 0, faults: [] };
  for (const contact of contacts) {
    const customerId = known.get(contact.customer)?.customerId;
    if (customerId === undefined) continue;
    const { row, email, name } = contact;
    const mailed = email === "" ? undefined : byEmail.get(keyOf(customerId, email.toLowerCase()));
    const kept = mailed ?? (name === "" ? undefined : byName.get(keyOf(customerId, foldName(name))));
    const who = kept?.contactId ?? keyOf(customerId, email.toLowerCase() || foldName(name));
    const there = seen.get(who);
    seen.set(who, there ?? row);
    const after = saidOf(contact, kept ?? null);
    if (there !== undefined)
      sorted.faults.push({ row, column, says: `It is the same contact as on row ${there}.` });
    else if (after.email === null && (after.getsStatements || after.getsInvoices))
      sorted.faults.push({ row, column, says: "Papers go to it, and it has no e-mail." });
    else if (!kept) sorted.fresh.push({ customerId, after });
    else {
      if (contactText(after) === contactText(kept)) sorted.alreadyThere += 1;
      else sorted.changes.push({ kept, after });
    }
  }
  return sorted;
}

const keyOf = (customerId: string, of: string | undefined): string => `${customerId}\n${of ?? ""}`;

/** A cell that is empty says nothing; one without a name is called by their e-mail. */
function saidOf(said: FileContact, kept: ContactDetails | null): ContactDetails {
  return {
    name: said.name || kept?.name || said.email,
    title: said.title || (kept?.title ?? ""),
    email: said.email || (kept?.email ?? null),
    phone: said.phone || (kept?.phone ?? null),
    mobile: said.mobile || (kept?.mobile ?? null),
    fax: said.fax || (kept?.fax ?? null),
    contactRole: said.role || (kept?.contactRole ?? ""),
    getsStatements: said.getsStatements ?? kept?.getsStatements ?? false,
    getsInvoices: said.getsInvoices ?? kept?.getsInvoices ?? false,
  };
}

/** What an undo has to know: who was added at whom, and who was how before. */
export type ContactsBefore = { added: { contactId: string; customerId: string }[]; changed: KeptContact[] };

export async function bringInContacts(
  books: Books,
  { fresh, changes }: Pick<SortedContacts, "fresh" | "changes">,
): Promise<ContactsBefore> {
  const ids = await newIds(books, fresh.length);
  const added = fresh.map(({ customerId, after }, at) => ({
    id: present(ids[at], "as many ids as contacts"),
    customerId,
    before: null,
    after,
  }));
  const changed = changes.map(({ kept, after }) => ({
    id: kept.contactId,
    customerId: kept.customerId,
    before: kept,
    after,
  }));
  await writeContacts(books, [...added, ...changed]);
  return {
    added: added.map(({ id: contactId, customerId }) => ({ contactId, customerId })),
    changed: changes.map(({ kept }) => kept),
  };
}

type Written = {
  id: string;
  customerId: string;
  /** null where they are new. */
  before: ContactDetails | null;
  /** null where they are removed. */
  after: ContactDetails | null;
};

/** Adds, changes and removes, with the history of each. */
export async function writeContacts(books: Books, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ id, customerId, before, after }) => ({
    id,
    customer_id: customerId,
    is_new: before === null,
    is_gone: after === null,
    field: contactField((before ?? after)?.name ?? ""),
    was: before === null ? "" : contactText(before),
    becomes: after === null ? "" : contactText(after),
    name: after?.name,
    title: after?.title,
    email: after?.email,
    phone: after?.phone,
    mobile: after?.mobile,
    fax: after?.fax,
    role: after?.contactRole,
    gets_statements: after?.getsStatements,
    gets_invoices: after?.getsInvoices,
  }));
  await books.tx.execute(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as g (id uuid, customer_id uuid,
        is_new boolean, is_gone boolean, field text, was text, becomes text, name text, title text, email text, phone text,
        mobile text, fax text, role text, gets_statements boolean, gets_invoices boolean)),
    kept as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select customer_id, field, was, becomes, ${books.userName}, ${books.commandId}::uuid from given),
    changed as (
      update books.contacts c set name = g.name, title = g.title, email = g.email, phone = g.phone, mobile = g.mobile, fax = g.fax,
        role = g.role, gets_statements = g.gets_statements, gets_invoices = g.gets_invoices,
        version = version + 1
      from given g where g.id = c.id and not g.is_new and not g.is_gone),
    gone as (
      update books.contacts c set removed_at = clock_timestamp(), version = version + 1
      from given g where g.id = c.id and g.is_gone)
    insert into books.contacts (id, customer_id, name, title, email, phone, mobile, fax, role, gets_statements, gets_invoices)
    select id, customer_id, name, title, email, phone, mobile, fax, role, gets_statements, gets_invoices from given where is_new`);
}
