// What of all that is held back may be billed today, job by job: where an office begins its day.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import { readBillable, type JobName } from "../jobs/billable.ts";
import type { WhoseJobs } from "../jobs/own-jobs.ts";
import type { Books } from "../open.ts";

export type BillableJob = {
  /** null: of invoices that are on none. */
  job: JobName | null;
  customerId: string;
  customerName: string;
  currency: string;
  billableCents: Cents;
  /** The day on which the first of it could have been billed. */
  since: Day;
};

/** All of them, however many lines they have; who has waited longest comes first. */
export async function listBillableJobs(books: Books, whose: WhoseJobs): Promise<BillableJob[]> {
  const parts = await readBillable(books, whose);
  const whoseOf = await readCustomers(
    books,
    parts.map(({ accountId }) => accountId),
  );
  return parts.map(({ accountId, ...part }) => ({
    ...part,
    ...present(whoseOf.get(accountId), "an account has its customer"),
  }));
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
