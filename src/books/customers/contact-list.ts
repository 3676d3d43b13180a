// The contacts of several customers, those of whoever was merged into them among them, as their page shows them.
import { sql } from "drizzle-orm";
import type { ContactDetails } from "@/domain/customers/contact.ts";
import type { Books } from "../open.ts";

/** `customerId`: that of the customer who was asked for. */
export type KeptContact = ContactDetails & { contactId: string; customerId: string; version: number };

/** Those that aren't removed, the last one first; locked by who may change them. */
export async function readContactsOf(books: Books, customerIds: readonly string[]): Promise<KeptContact[]> {
  if (customerIds.length === 0) return [];
  const ids = sql.param([...new Set(customerIds)]);
  // A look may not lock.
  const lock = books.commandId === null ? sql`` : sql`for update of k`;
  const rows = await books.tx.execute<{
    id: string;
    customer_id: string;
    name: string;
    title: string;
    email: string | null;
    phone: string | null;
    mobile: string | null;
    fax: string | null;
    role: ContactDetails["contactRole"];
    gets_statements: boolean;
    gets_invoices: boolean;
    version: number;
  }>(sql`
    select k.id, w.id as customer_id, name, title, email, phone, mobile, fax, role, gets_statements, gets_invoices, version
    from unnest(${ids}::text[]::uuid[]) as w (id)
    join books.contacts k on k.customer_id = any (books.merged_family(w.id))
    where removed_at is null order by k.id desc ${lock}`);
  return rows.map(({ id, customer_id, role, gets_statements, gets_invoices, ...same }) => ({
    contactId: id,
    customerId: customer_id,
    contactRole: role,
    getsStatements: gets_statements,
    getsInvoices: gets_invoices,
    ...same,
  }));
}
