// That somebody has seen a paper behind its link, by their own word or act there; opening the address alone says nothing, as mail
// scanners do that, too.
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import type { Books } from "../open.ts";

/** Once per link: the first time stays. */
export async function noteOpening({ tx }: Books, linkId: string): Promise<{ opened: true }> {
  await tx.execute(sql`insert into books.openings (link_id) values (${linkId}::uuid) on conflict do nothing`);
  return { opened: true };
}

/** When each of these links was, by its id; those that weren't are missing. */
export async function readOpenings({ tx }: Books, linkIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<{ link_id: string; opened_at: string }>(sql`
    select link_id, opened_at from books.openings where link_id = any (${sql.param([...linkIds])}::uuid[])`);
  return new Map(rows.map((row) => [row.link_id, row.opened_at]));
}

/** The account of a paper. Refuses what isn't there. */
export async function accountOfPaper(
  { tx }: Books,
  { kind, id }: MailedPaper,
): Promise<{ accountId: string; currency: string }> {
  const table = {
    statement: sql`books.statements`,
    invoice: sql`books.invoices`,
    "credit-memo": sql`books.credit_memos`,
  }[kind];
  const [row] = await tx.execute<{ account_id: string; currency: string }>(sql`
    select account_id, currency from ${table} where id = ${id}::uuid`);
  if (!row) throw new Refusal("not-found");
  return { accountId: row.account_id, currency: row.currency };
}
