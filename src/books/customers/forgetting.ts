// Takes a profile out of the books that nobody needs: added twice, or by mistake. Only one that nothing hangs on; the database
// refuses any other, whoever asks (drizzle/functions/forget_customer.sql). Who deleted whom stays in the audit log.
import { sql } from "drizzle-orm";
import type { Forgettable, Keeping } from "@/domain/customers/forgetting.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** What would go with a customer who is there, and what keeps them. */
export async function readForgettable({ tx }: Books, customerId: string): Promise<Forgettable> {
  const [row] = await tx.execute<Omit<Forgettable, "keeps"> & Record<Keeping, boolean>>(sql`
    with account as (select id, last_seq from books.accounts where customer_id = ${customerId}::uuid)
    select
      (select count(*)::int from books.contacts where customer_id = c.id and removed_at is null) as contacts,
      (select count(*)::int from books.locations where customer_id = c.id and removed_at is null) as locations,
      (select count(*)::int from books.customer_changes where customer_id = c.id) as changes,
      exists (select from account where last_seq is not null) as events,
      exists (select from books.receipts r join account a on a.id = r.account_id) as receipts,
      exists (select from books.statements s join account a on a.id = s.account_id) as statements,
      exists (select from books.invoice_drafts d where d.customer_id = c.id) as drafts,
      exists (select from books.jobs j where j.customer_id = c.id) as jobs,
      exists (select from books.attachments f where f.customer_id = c.id) as files,
      exists (select from books.credit_applications y where y.customer_id = c.id) as applications,
      exists (select from books.merges m where c.id in (m.from_customer_id, m.into_customer_id)) as merges
    from books.customers c where c.id = ${customerId}::uuid`);
  if (!row) throw new Refusal("not-found");
  const { contacts, locations, changes, ...kept } = row;
  const keeps = Object.entries(kept).flatMap(([each, is]) => (is ? [each as Keeping] : []));
  return { contacts, locations, changes, keeps };
}

/** Answers who it was. Refuses "customer-in-use" with what keeps them. */
export async function forgetCustomer(
  books: Books,
  customerId: string,
): Promise<{ number: string; name: string }> {
  const [customer] = await books.tx.execute<{ number: string; name: string }>(sql`
    select number, name from books.customers where id = ${customerId}::uuid for update`);
  if (!customer) throw new Refusal("not-found");
  const { keeps } = await readForgettable(books, customerId);
  if (keeps.length > 0) throw new Refusal("customer-in-use", { keeps });
  await books.tx.execute(sql`select books.forget_customer(${customerId}::uuid)`);
  return customer;
}
