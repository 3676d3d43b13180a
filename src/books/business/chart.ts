// The chart of accounts: adding an account, calling one otherwise, and putting one away that nothing uses any more. What
// was posted on it stays, and its number stays taken.
import { sql } from "drizzle-orm";
import { countOf } from "@/domain/count-of.ts";
import type { ChartAccount, NewAccount, RenamedAccount } from "@/domain/business/account-input.ts";
import { ROLE_WORDS } from "@/domain/ledger/chart.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** By number, those put away among them. */
export async function readChart({ tx }: Books): Promise<ChartAccount[]> {
  const rows = await tx.execute<ChartAccount>(sql`
    select c.code, c.name, c.kind, c.role, c.bank, c.version, c.archived_at is not null as archived,
      (select a.name from books.tax_agencies a where a.chart_code = c.code) as agency,
      (select count(*)::int from books.products p where p.chart_code = c.code and p.archived_at is null) as products
    from books.chart c order by c.code collate books.natural`);
  return [...rows];
}

/** Refuses a number that another account has, archived or not. */
export async function createAccount(
  { tx }: Books,
  { code, name, kind }: NewAccount,
): Promise<{ code: string }> {
  const isBank = kind === "bank";
  await tx.execute(sql`
    insert into books.chart (code, name, kind, bank) values (${code}, ${name}, ${isBank ? "asset" : kind}, ${isBank})`);
  return { code };
}

/** Refuses with "changed-meanwhile" and { version, now } when somebody else was faster. */
export async function renameAccount(
  books: Books,
  { code, version, name }: RenamedAccount,
): Promise<{ version: number }> {
  const kept = await lockChart(books, code);
  if (kept.version !== version)
    throw new Refusal("changed-meanwhile", { version: kept.version, now: { name: kept.name } });
  if (kept.name === name) return { version };
  await books.tx.execute(
    sql`update books.chart set name = ${name}, version = version + 1 where code = ${code}`,
  );
  return { version: version + 1 };
}

/** Refuses with "account-in-use" and { because } what something still uses. */
export async function archiveAccount(books: Books, code: string): Promise<{ version: number }> {
  const kept = await lockChart(books, code);
  if (kept.archived) return { version: kept.version };
  const because = usesOf(kept);
  if (because) throw new Refusal("account-in-use", { because });
  return putAway(books, kept, true);
}

export async function unarchiveAccount(books: Books, code: string): Promise<{ version: number }> {
  const kept = await lockChart(books, code);
  return kept.archived ? putAway(books, kept, false) : { version: kept.version };
}

async function putAway(
  { tx }: Books,
  { code, version }: ChartAccount,
  away: boolean,
): Promise<{ version: number }> {
  await tx.execute(sql`
    update books.chart set archived_at = ${away ? sql`clock_timestamp()` : sql`null`}, version = version + 1
    where code = ${code}`);
  return { version: version + 1 };
}

function usesOf({ role, products, agency }: ChartAccount): string | null {
  if (role !== null) return `The books post to it by themselves: ${ROLE_WORDS[role].toLowerCase()}.`;
  if (agency !== null) return `The tax of ${agency} goes there.`;
  if (products === 0) return null;
  return `The revenue of ${countOf(products, "product")} goes there. Give them another account first.`;
}

/** Whoever puts a product on it waits, or is waited for: a foreign key takes a lock of the account's row, too. */
async function lockChart(books: Books, code: string): Promise<ChartAccount> {
  await books.tx.execute(sql`select from books.chart where code = ${code} for update`);
  const accounts = await readChart(books);
  const kept = accounts.find((account) => account.code === code);
  if (!kept) throw new Refusal("not-found");
  return kept;
}
