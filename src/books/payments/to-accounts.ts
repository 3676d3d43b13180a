// Where money that comes in can go: Undeposited Funds, or straight to a bank account of the chart.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ToAccounts } from "@/domain/payments/to-account.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** How many of the last payments say what is usual. */
const LAST = 200;

/** What can be chosen, and where the last payment of each method that wasn't taken at the counter went. */
export async function readToAccounts({ tx }: Books): Promise<ToAccounts> {
  const [accounts, last] = await Promise.all([
    tx.execute<{ code: string; name: string; role: string | null }>(sql`
      select code, name, role from books.chart
      where (bank and archived_at is null) or role = 'undeposited-funds' order by code collate books.natural`),
    tx.execute<{ method: string; to_chart: string | null }>(sql`
      select distinct on (method) method, to_chart from (
        select method, to_chart, receipt_id, event_number from books.payments order by event_number desc limit ${LAST}) p
      where receipt_id is null order by method, event_number desc`),
  ]);
  const withRole = (role: string) =>
    present(
      accounts.find((each) => each.role === role),
      "it is in the chart",
    );
  return {
    undeposited: withRole("undeposited-funds").name,
    banks: accounts.flatMap(({ code, name, role }) => (role === "undeposited-funds" ? [] : [{ code, name }])),
    first: withRole("bank").code,
    last: Object.fromEntries(last.map((each) => [each.method, each.to_chart])),
  };
}

/** Refuses what is no bank account in use. Nobody puts it away before this is done. */
export async function mustBeBank({ tx }: Books, code: string | null): Promise<void> {
  if (code === null) return;
  const found = await tx.execute(
    sql`select from books.chart where code = ${code} and bank and archived_at is null for key share`,
  );
  if (found.length === 0) throw new Refusal("not-found", { field: "toAccount" });
}
