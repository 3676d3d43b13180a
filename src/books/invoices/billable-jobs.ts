// What of all that is held back may be billed today, job by job: where an office begins its day.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { billableOf, readAwaitedLines, type HeldLine, type WhoseJobs } from "./held-lines.ts";

export type BillableJob = {
  /** null: of invoices that are on none. */
  job: HeldLine["job"];
  customerId: string;
  customerName: string;
  currency: string;
  billableCents: Cents;
  /** The day on which the first of it could have been billed. */
  since: Day;
};

/** Who has waited longest comes first. */
export async function listBillableJobs(books: Books, whose: WhoseJobs): Promise<BillableJob[]> {
  const lines = (await readAwaitedLines(books, whose)).filter(({ since }) => since !== null);
  const groups = [...Map.groupBy(lines, ({ accountId, job }) => `${accountId} ${job?.jobId ?? ""}`).values()];
  const whoseOf = await readCustomers(
    books,
    lines.map(({ accountId }) => accountId),
  );
  const jobs = groups.flatMap((of): BillableJob[] => {
    const { billableCents, since } = billableOf(of);
    const [first] = of;
    if (!first || since === null) return [];
    const customer = present(whoseOf.get(first.accountId), "an account has its customer");
    return [{ job: first.job, ...customer, billableCents, since }];
  });
  return jobs.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

type Customer = Pick<BillableJob, "customerId" | "customerName" | "currency">;

async function readCustomers(
  { tx }: Books,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Customer>> {
  const rows = await tx.execute<{ id: string; customer_id: string; name: string; currency: string }>(sql`
    select a.id, a.customer_id, c.name, a.currency from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = any (${sql.param([...new Set(accountIds)])}::text[]::uuid[])`);
  return new Map(
    rows.map((row) => [
      row.id,
      { customerId: row.customer_id, customerName: row.name, currency: row.currency },
    ]),
  );
}
