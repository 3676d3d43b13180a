// The people one deals with at a customer: added, edited and removed, and each time kept who did it. A removed one is
// gone from the page and stays in the history.
import { sql } from "drizzle-orm";
import { contactText, contactTexts, type ContactDetails } from "@/domain/customers/contact.ts";
import type { ContactEdit, NewContact } from "@/domain/customers/contact-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepChanges, lastEditor } from "./customer-changes.ts";
import type { Books } from "../open.ts";

export async function addContact(
  books: Books,
  { customerId, ...given }: NewContact,
): Promise<{ contactId: string }> {
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.contacts (customer_id, name, title, email, phone, mobile, fax, role, gets_statements, gets_invoices)
    select id, ${given.name}, ${given.title}, ${given.email}, ${given.phone || null},
      ${given.mobile || null}, ${given.fax || null}, ${given.contactRole}, ${given.getsStatements}, ${given.getsInvoices}
    from books.customers where id = ${customerId}::uuid returning id`);
  if (!row) throw new Refusal("not-found");
  await keepChanges(books, customerId, [
    { field: contactField(given.name), before: "", after: contactText(given) },
  ]);
  return { contactId: row.id };
}

/** Refuses with "changed-meanwhile" and { version, now, by } when somebody else was faster. */
export async function editContact(
  books: Books,
  { contactId, version, ...given }: ContactEdit,
): Promise<{ version: number }> {
  const kept = await lockContact(books, contactId);
  if (kept.version !== version) {
    const by = await lastEditor(books, kept.customerId);
    throw new Refusal("changed-meanwhile", { version: kept.version, now: contactTexts(kept.details), by });
  }
  await books.tx.execute(sql`
    update books.contacts set name = ${given.name}, title = ${given.title}, email = ${given.email},
      phone = ${given.phone || null}, mobile = ${given.mobile || null}, fax = ${given.fax || null}, role = ${given.contactRole},
      gets_statements = ${given.getsStatements}, gets_invoices = ${given.getsInvoices}, version = version + 1
    where id = ${contactId}::uuid`);
  await keepChanges(books, kept.customerId, [
    { field: contactField(kept.details.name), before: contactText(kept.details), after: contactText(given) },
  ]);
  return { version: version + 1 };
}

export async function removeContact(books: Books, contactId: string): Promise<{ removed: true }> {
  const { customerId, details } = await lockContact(books, contactId);
  await books.tx.execute(sql`
    update books.contacts set removed_at = clock_timestamp(), version = version + 1 where id = ${contactId}::uuid`);
  await keepChanges(books, customerId, [
    { field: contactField(details.name), before: contactText(details), after: "" },
  ]);
  return { removed: true };
}

/** What the history of a customer's changes calls a contact. */
export const contactField = (name: string): string => `Contact ${name}`;

type Kept = { customerId: string; version: number; details: ContactDetails };

async function lockContact({ tx }: Books, contactId: string): Promise<Kept> {
  const [row] = await tx.execute<{
    customer_id: string;
    version: number;
    name: string;
    title: string;
    email: string | null;
    phone: string | null;
    mobile: string | null;
    fax: string | null;
    role: ContactDetails["contactRole"];
    gets_statements: boolean;
    gets_invoices: boolean;
  }>(sql`
    select customer_id, version, name, title, email, phone, mobile, fax, role, gets_statements, gets_invoices from books.contacts
    where id = ${contactId}::uuid and removed_at is null for update`);
  if (!row) throw new Refusal("not-found");
  const { customer_id: customerId, version, gets_statements, gets_invoices, role, ...same } = row;
  const details = {
    ...same,
    contactRole: role,
    getsStatements: gets_statements,
    getsInvoices: gets_invoices,
  };
  return { customerId, version, details };
}
