// Where a customer's papers are mailed: to the customer's own address and to each contact that gets them; and which of these
// addresses mail came back from.
import { sql, type SQL } from "drizzle-orm";
import type { ContactPaper } from "@/domain/customers/contact.ts";
import type { Books } from "../open.ts";

const GETS: Record<ContactPaper, SQL> = {
  statements: sql`n.gets_statements`,
  invoices: sql`n.gets_invoices`,
};

/** Of a customer `c`: each address once, their own first, then by the names of who has it; an empty array where there is none. */
export const addressesFor = (paper: ContactPaper): SQL => sql`
  array(
    select (array_agg(t.address order by t.place, t.address))[1] from (
      select 0 as place, '' as name, c.email as address where c.email <> ''
      union all select 1, n.name, n.email from books.contacts n
      where n.removed_at is null and n.email <> '' and ${GETS[paper]} and n.customer_id = any (
        case when exists (select from books.customers m where m.merged_into = c.id) then books.merged_family(c.id) else array[c.id] end)
    ) t group by lower(t.address) order by min(t.place), min(t.name), min(t.address))`;

/** Whether mail to it came back, and nobody has said since that it is right. */
export const isBounced = (address: SQL): SQL => sql`
  exists (select from books.bounces b where b.address = (select lower(${address})) and b.kind = 'hard' and b.cleared_at is null)`;

/** Of a customer `c`, as whoever mails an invoice begins: the addresses with commas between them. */
export const MAILED_TO = sql`array_to_string(${addressesFor("invoices")}, ', ')`;

export type Recipients = { live: string[]; bounced: string[] };

/** Of one customer, who may have been merged into another. */
export async function readRecipients(
  { tx }: Books,
  customerId: string,
  paper: ContactPaper,
): Promise<Recipients> {
  const rows = await tx.execute<{ address: string; bounced: boolean }>(sql`
    select r.address, ${isBounced(sql`r.address`)} as bounced
    from books.customers c cross join lateral unnest(${addressesFor(paper)}) with ordinality as r (address, place)
    where c.id = books.survivor(${customerId}::uuid) order by r.place`);
  const of = (bounced: boolean) =>
    rows.filter((row) => row.bounced === bounced).map(({ address }) => address);
  return { live: of(false), bounced: of(true) };
}
