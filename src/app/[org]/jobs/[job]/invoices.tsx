// The invoices of one job, newest first, and what is left of each.
import { FileSpreadsheet } from "lucide-react";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import type { SearchParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import { Section } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { invoiceColumns } from "../../_lists/invoice-columns.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { BY_DAY, ListRows } from "../../_lists/list-rows.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { toInvoices, toJob } from "../../_shell/links.ts";
import type { JobPage } from "./read-job.ts";

type Props = { here: CurrentMember; job: JobPage; asked: SearchParams };

export async function JobInvoices({ here, job, asked }: Props) {
  const { org } = here;
  const { jobId, currency } = job;
  const query = invoiceList.read({ cursor: asked["cursor"] });
  const links = listLinks(invoiceList, query, (page) => toJob(org.slug, jobId, page));
  const api = await apiFor(org.slug);
  const page = await api.invoices.list({ ...query, jobId });
  const isHome = currency === org.currency;
  const columns = invoiceColumns({
    org,
    totals: api.invoices.totals({ jobId }),
    sortBy: links.sortBy,
    withReceipts: page.rows.some((row) => row.receipt !== null),
    withJobs: false,
  });
  return (
    <Section id="invoices" title="Invoices">
      <ListRows
        what="invoices"
        caption={`Invoices of this job, newest first, in ${currency}`}
        links={links}
        page={page}
        turns={BY_DAY}
        columns={columns
          .filter(({ key }) => key !== "customer")
          .map(({ sort: _sort, ...column }) =>
            column.key === "number" ? { ...column, place: "lead" as const } : column,
          )}
        rowKey={(row) => row.invoiceId}
        {...(isHome && page.rows.length > 0 && { totalName: `Total, ${currency}` })}
        count={
          page.rows.length > 0 ? (
            <Link href={toInvoices(org.slug, { job: jobId })} className="text-link">
              Search and sort these invoices
            </Link>
          ) : null
        }
        none={
          <Empty icon={<FileSpreadsheet />} title="No invoices on this job yet">
            What is billed on it stands here, with what is left to pay.
          </Empty>
        }
      />
    </Section>
  );
}
