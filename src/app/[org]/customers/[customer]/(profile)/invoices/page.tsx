// The invoices of one customer, newest first, and what is left of each.
import { FileSpreadsheet } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { invoiceColumns } from "../../../../_lists/invoice-columns.tsx";
import { asked, toCustomerTab, toInvoices, toNewReceipt } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Invoices");

export default async function CustomerInvoices({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const cursor = asked(await searchParams, "cursor")?.slice(0, 60);
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, next } = await api.invoices.list({ customerId, ...(cursor && { cursor }) });
  const to = (query: { cursor?: string }) => toCustomerTab(org, customerId, "invoices", query);
  const totals = rows.length > 0 ? api.invoices.totals({ customerId }) : null;
  const sorting = { sort: "issued", direction: "desc", kept: {} } as const;
  return (
    <TabList
      what="Invoices"
      currency={here.org.currency}
      columns={totals ? ofOneCustomer(invoiceColumns({ here: here.org, totals, sorting }), "number") : []}
      rows={rows}
      rowKey={(row) => row.invoiceId}
      whole={toInvoices(org, { customer: customerId })}
      next={next ? to({ cursor: next }) : null}
      first={cursor ? to({}) : null}
      none={
        <Empty
          icon={<FileSpreadsheet />}
          title="No invoices yet"
          action={
            here.permissions.includes("receipt:record") ? (
              <ButtonLink variant="primary" href={toNewReceipt(org, { customer: customerId })}>
                Go to the counter
              </ButtonLink>
            ) : null
          }
        >
          A charge to their account at the counter makes an invoice.
        </Empty>
      }
    />
  );
}
