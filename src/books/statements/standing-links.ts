// Links that stand until they are withdrawn: each for one person, who finds the newest statement and the account as it is. Its
// address is nowhere; who it is for, who made it and who ended it is kept.
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

export type StandingLink = {
  linkId: string;
  forWhom: string;
  madeBy: string;
  madeAt: string;
  /** When its holder said that they have seen what it opens. */
  openedAt: string | null;
};

/** A page shows so many. */
const SHOWN = 100;

/** Those that still open, the latest first. */
export async function readStandingLinks({ tx }: Books, accountId: string): Promise<StandingLink[]> {
  const rows = await tx.execute<{
    link_id: string;
    for_whom: string;
    made_by: string;
    made_at: string;
    opened_at: string | null;
  }>(sql`
    select l.link_id, l.for_whom, l.made_by, l.made_at, o.opened_at
    from books.standing_links l left join books.openings o on o.link_id = l.link_id
    where l.account_id = ${accountId}::uuid and l.withdrawn_at is null
    order by l.made_at desc limit ${SHOWN}`);
  return rows.map((row) => ({
    linkId: row.link_id,
    forWhom: row.for_whom,
    madeBy: row.made_by,
    madeAt: row.made_at,
    openedAt: row.opened_at,
  }));
}

export type NewStandingLink = { linkId: string; accountId: string; currency: string; forWhom: string };

export async function keepStandingLink({ tx, userName }: Books, link: NewStandingLink): Promise<void> {
  const { linkId, accountId, currency, forWhom } = link;
  await tx.execute(sql`
    insert into books.standing_links (link_id, account_id, currency, for_whom, made_by)
    values (${linkId}::uuid, ${accountId}::uuid, ${currency}, ${forWhom}, ${userName})`);
}

/** Refuses one that isn't there, or doesn't open any more, with "link-gone". */
export async function withdrawStandingLink({ tx, userName }: Books, linkId: string): Promise<void> {
  const [row] = await tx.execute(sql`
    update books.standing_links set withdrawn_by = ${userName}, withdrawn_at = clock_timestamp()
    where link_id = ${linkId}::uuid and withdrawn_at is null returning link_id`);
  if (!row) throw new Refusal("link-gone");
}

/** The id of an account's newest statement; null where none was issued yet. */
export async function newestStatementOf({ tx }: Books, accountId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from books.statements where account_id = ${accountId}::uuid order by issued_at desc, id desc limit 1`);
  return row?.id ?? null;
}
