// Whose statement a run draws up: each account's own or, where it was chosen, the parent's with its branches, who then get none
// of their own. A family of more branches than one paper is for gets them one by one.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";
import { MOST_BRANCHES } from "./family-facts.ts";
import type { Run } from "./runs.ts";

/** The accounts that its statement is of, its own first; null for one that is on its parent's. */
export type RunPapers = Map<string, readonly string[] | null>;

type Row = { id: string; is_branch: boolean; branches: string[] };

export async function readRunPapers(
  { tx }: Books,
  { selection }: Run,
  accountIds: readonly string[],
): Promise<RunPapers> {
  if (!selection.families) return new Map(accountIds.map((id) => [id, [id]]));
  const rows = await tx.execute<Row>(sql`
    select a.id, c.parent_id is not null and f.small as is_branch, case when f.small then f.branches else '{}' end as branches
    from books.accounts a join books.customers c on c.id = a.customer_id
    cross join lateral (
      select count(*) <= ${MOST_BRANCHES} as small,
        coalesce(array_agg(b.id order by bc.number collate books.natural, b.id) filter (where c.parent_id is null), '{}') as branches
      from books.customers bc join books.accounts b on b.customer_id = bc.id and b.currency = a.currency
      where bc.parent_id = coalesce(c.parent_id, c.id)) f
    where a.id = any (${sql.param([...accountIds])}::uuid[])`);
  return new Map(rows.map(({ id, is_branch, branches }) => [id, is_branch ? null : [id, ...branches]]));
}

/** Every account that is read for them, once. */
export const accountsOn = (papers: RunPapers): string[] => [
  ...new Set([...papers].flatMap(([id, accountIds]) => accountIds ?? [id])),
];
