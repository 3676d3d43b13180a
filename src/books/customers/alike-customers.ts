// Who is here already under the same name, e-mail or phone, so that nobody is added twice by mistake. It warns and
// doesn't refuse: two people may share a name, and a family a phone.
import { sql, type SQL } from "drizzle-orm";
import type { Books } from "../open.ts";

export type Sought = { name: string; email: string; phone: string };
export type AlikeCustomer = {
  customerId: string;
  number: string;
  name: string;
  isArchived: boolean;
  /** What is the same. */
  same: ("name" | "e-mail" | "phone")[];
};

const SHOWN = 5;
/** Fewer digits are an extension, not a phone. */
const PHONE_DIGITS = 6;

export async function findAlike({ tx }: Books, sought: Sought): Promise<AlikeCustomer[]> {
  const digits = sought.phone.replaceAll(/\D/g, "");
  const looked = { ...sought, digits: digits.length < PHONE_DIGITS ? "" : digits };
  const rows = await tx.execute<{
    id: string;
    number: string;
    name: string;
    archived: boolean;
    by_name: boolean;
    by_email: boolean;
    by_phone: boolean;
  }>(sql`
    with near as materialized (select * from books.customers c where ${mentions(looked)}),
    same as (
      select c.*,
        o.name <> '' and o.name in (books.search_text(c.name), books.search_text(c.company)) as by_name,
        o.email <> '' and books.search_text(coalesce(c.email, '')) = o.email as by_email,
        o.digits <> '' and regexp_replace(coalesce(c.phone, ''), '\\D', '', 'g') = o.digits as by_phone
      from near c cross join (select books.search_text(${looked.name}) as name,
        books.search_text(${looked.email}) as email, ${looked.digits}::text as digits) o)
    select id, number, name, archived_at is not null as archived, by_name, by_email, by_phone
    from same where by_name or by_email or by_phone order by archived_at is not null, name, id limit ${SHOWN}`);
  return rows.map((row) => ({
    customerId: row.id,
    number: row.number,
    name: row.name,
    isArchived: row.archived,
    same: [
      ...(row.by_name ? (["name"] as const) : []),
      ...(row.by_email ? (["e-mail"] as const) : []),
      ...(row.by_phone ? (["phone"] as const) : []),
    ],
  }));
}

/**
 * Only who mentions one of them at all is looked at closely. Behind the wall no index serves for that, so the database's
 * own function looks, as it does for the lists.
 */
function mentions({ name, email, digits }: Sought & { digits: string }): SQL {
  const parts = [name, email, digits].filter((text) => text.trim() !== "");
  if (parts.length === 0) return sql`false`;
  const said = (text: string) => sql`select books.matching_customers(${text})`;
  return sql`c.id in (${sql.join(parts.map(said), sql` union `)})`;
}
