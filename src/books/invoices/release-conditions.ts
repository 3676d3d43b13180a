// The conditions on which held retainage may be billed: set for many lines at once, met or opened again, by whom and when.
import { sql } from "drizzle-orm";
import type { MetCondition, ReleaseConditions } from "@/domain/invoices/release-conditions-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

type Line = { invoiceId: string; invoiceLine: number };

/** Refuses "not-found" where nothing was ever held back of a line. */
export async function setReleaseConditions(
  books: Books,
  { lines, conditions, expectedOn }: ReleaseConditions,
): Promise<{ lines: number }> {
  await checkHeldBack(books, lines);
  const { tx, userName } = books;
  const asked = sql`jsonb_to_recordset(${JSON.stringify(conditions)}::text::jsonb) as c (kind text, words text)`;
  await tx.execute(sql`
    insert into books.release_days (invoice_id, invoice_line, expected_on, changed_by)
    select l.id, l.line, ${expectedOn}::date, ${userName} from ${these(lines)}
    on conflict on constraint release_days_key do update
      set expected_on = excluded.expected_on, changed_by = excluded.changed_by, changed_at = clock_timestamp()
      where release_days.expected_on is distinct from excluded.expected_on`);
  await tx.execute(sql`
    update books.release_conditions r set dropped = true, met_on = null, met_by = '', changed_by = ${userName},
      changed_at = clock_timestamp()
    from ${these(lines)}
    where r.invoice_id = l.id and r.invoice_line = l.line and not r.dropped
      and not exists (select from ${asked} where c.kind = r.kind and c.words = r.words)`);
  await tx.execute(sql`
    insert into books.release_conditions (invoice_id, invoice_line, kind, words, changed_by)
    select l.id, l.line, c.kind, c.words, ${userName} from ${these(lines)} cross join ${asked}
    on conflict on constraint release_conditions_key do update
      set dropped = false, changed_by = excluded.changed_by, changed_at = clock_timestamp()
      where release_conditions.dropped`);
  return { lines: lines.length };
}

/** Answers with how many lines have it. Refuses a day to come, and "not-found" as above. */
export async function meetCondition(
  books: Books,
  { lines, condition, metOn }: MetCondition,
): Promise<{ lines: number }> {
  if (metOn !== null && metOn > books.today) throw new Refusal("date-in-future", { field: "metOn" });
  await checkHeldBack(books, lines);
  const { tx, userName } = books;
  const met = await tx.execute(sql`
    update books.release_conditions r set met_on = ${metOn}::date,
      met_by = ${metOn === null ? "" : userName}, changed_by = ${userName}, changed_at = clock_timestamp()
    from ${these(lines)}
    where r.invoice_id = l.id and r.invoice_line = l.line and not r.dropped
      and r.kind = ${condition.kind} and r.words = ${condition.words}
    returning 1`);
  return { lines: met.length };
}

const these = (lines: readonly Line[]) => {
  const rows = lines.map(({ invoiceId, invoiceLine }) => ({ id: invoiceId, line: invoiceLine }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as l (id uuid, line int)`;
};

async function checkHeldBack({ tx }: Books, lines: readonly Line[]): Promise<void> {
  const [strange] = await tx.execute(sql`
    select 1 from ${these(lines)} where not exists (
      select from books.invoice_lines i where i.invoice_id = l.id and i.line = l.line and i.retainage > 0) limit 1`);
  if (strange) throw new Refusal("not-found");
}
