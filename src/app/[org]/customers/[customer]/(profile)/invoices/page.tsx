// The invoices of one customer, newest first, and what is left of each.
import { FileSpreadsheet } from "lucide-react";
import type { Metadata } from "next";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Drafts } from "../../../../_lists/drafts.tsx";
import { invoiceColumns } from "../../../../_lists/invoice-columns.tsx";
import { toInvoices, toNewInvoice, toNewReceipt } from "../../../../_shell/links.ts";
import { profileTitle, type ProfileProps } from "../read-profile.ts";
import { readTab } from "../read-tab.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Invoices");

export default async function CustomerInvoices(props: ProfileProps) {
  const { org, here, api, customerId, links, query } = await readTab(props, "invoices", invoiceList);
  const mayWrite = here.permissions.includes("invoice:write");
  const [page, drafts] = await Promise.all([
    api.invoices.list(query),
    mayWrite && query.cursor === undefined ? api.invoiceDrafts.list({ customerId }) : null,
  ]);
  const totals = page.rows.length > 0 ? api.invoices.totals({ customerId }) : null;
  const hasJobs = page.rows.some((row) => row.job !== null);
  return (
    <>
      <Drafts org={here.org} drafts={drafts} />
      <TabList
        what="Invoices"
        currency={here.org.currency}
        links={links}
        page={page}
        columns={
          totals
            ? ofOneCustomer(
                invoiceColumns({ org: here.org, totals, sortBy: links.sortBy, withJobs: hasJobs }),
                "number",
              )
            : []
        }
        rowKey={(row) => row.invoiceId}
        whole={toInvoices(org, { customer: customerId })}
        none={
          <Empty
            icon={<FileSpreadsheet />}
            title="No invoices yet"
            action={
              mayWrite ? (
                <ButtonLink variant="primary" href={toNewInvoice(org, { customer: customerId })}>
                  New invoice
                </ButtonLink>
              ) : here.permissions.includes("receipt:record") ? (
                <ButtonLink variant="primary" href={toNewReceipt(org, { customer: customerId })}>
                  Go to the counter
                </ButtonLink>
              ) : null
            }
          >
            One is written by hand, or made by a charge to their account at the counter.
          </Empty>
        }
      />
    </>
  );
}
