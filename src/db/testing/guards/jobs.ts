// What a job may say, whose debts it takes, and how far its limit goes.
import { changed, posted, type Guard } from "./guard.ts";
import { item } from "./naive.ts";

const NEW_INVOICE = `insert into books.invoices (account_id, currency, job_id, source, number, issued_on, due_on, subtotal, total)`;

/** An invoice's debt, on a job. */
const charged = (amount: number, job: string, gated: boolean) => ({
  kind: "invoice",
  gated,
  items: amount,
  rows: [item({ amount, kind: "invoice", job })],
  journal: [
    ["1200", amount],
    ["4000", -amount],
  ] as const,
});
const BY = { by: "items_changed" };

export const JOBS: readonly Guard[] = [
  changed("jobs", "jobs_named", "name = ''"),
  changed("jobs", "jobs_status", "status = 'lost'"),
  changed("jobs", "jobs_manager", "manager_id = gen_random_uuid(), manager_name = ''"),
  changed("jobs", "jobs_country_form", "country = 'us'"),
  changed("jobs", "jobs_days", "starts_on = '2026-05-02', ends_on = '2026-05-01'"),
  changed("jobs", "jobs_contract_sum", "contract_sum = -1"),
  changed("jobs", "jobs_limit", "limit_cents = -1"),
  changed("jobs", "jobs_retainage_work", "retainage_work = 100.001"),
  changed("jobs", "jobs_retainage_work", "retainage_work = -1"),
  changed("jobs", "jobs_retainage_work", "retainage_work = 7.5005"),
  changed("jobs", "jobs_retainage_stored", "retainage_stored = 100.001"),
  changed("jobs", "jobs_retainage_stored", "retainage_stored = 7.5005"),
  posted("items_made", "items", charged(20_01, "{job}", true), BY),
  posted("items_made", "items", charged(5, "{theirs}", false), BY),
  {
    name: "invoice_on_job",
    table: "invoices",
    wrong: `${NEW_INVOICE} values ('{a}', 'USD', '{theirs}', 'contract', null, '2026-06-01', '2026-06-01', 5, 5)`,
  },
  {
    name: "invoice_on_job",
    table: "invoices",
    wrong: `update books.invoices set job_id = '{closed}' where job_id = '{job}'`,
  },
];
