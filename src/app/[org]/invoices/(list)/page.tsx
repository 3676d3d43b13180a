// Every invoice that was issued: found by number or customer, filtered by status and day, and totalled over all that
// match.
import { FileSpreadsheet } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Drafts } from "../../_lists/drafts.tsx";
import { FilterForm } from "../../_lists/filter-form.tsx";
import { invoiceColumns } from "../../_lists/invoice-columns.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toCreditMemos, toInvoices, toNewInvoice, toNewReceipt, toRecurring } from "../../_shell/links.ts";
import { StatePills } from "./state-pills.tsx";

export const metadata: Metadata = { title: "Invoices" };

export default async function InvoicesPage({ params, searchParams }: PageProps<"/[org]/invoices">) {
  const { org } = await params;
  const asked = await searchParams;
  const query = invoiceList.read(asked);
  const links = listLinks(invoiceList, query, (asked) => toInvoices(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const mayWrite = here.permissions.includes("invoice:write");
  const [page, drafts] = await Promise.all([
    api.invoices.list(query),
    // Beside the first page of all: who narrows it or goes on is looking for an invoice.
    mayWrite && !links.isFiltered && query.cursor === undefined ? api.invoiceDrafts.list({}) : null,
  ]);
  const open = <Drafts org={here.org} drafts={drafts} />;
  if (page.rows.length === 0 && !links.isFiltered) return <None here={here} drafts={open} />;
  const { rows } = page;
  const columns = invoiceColumns({
    org: here.org,
    totals: api.invoices.totals(invoiceList.match(query)),
    sortBy: links.sortBy,
    withReceipts: rows.some((row) => row.receipt !== null),
    withJobs: rows.some((row) => row.job !== null),
  });
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      columns={columns}
      title="Invoices"
      what="invoices"
      caption={`Invoices, in ${here.org.currency}`}
      rowKey={(row) => row.invoiceId}
      totalName={`Total, ${here.org.currency}`}
      before={
        <>
          <ButtonLink href={toCreditMemos(org)}>Credit memos</ButtonLink>
          {mayWrite ? <ButtonLink href={toRecurring(org)}>Recurring</ButtonLink> : null}
        </>
      }
      action={
        mayWrite ? (
          <ButtonLink variant="primary" href={toNewInvoice(org, { customer: query.customerId ?? null })}>
            New invoice
          </ButtonLink>
        ) : null
      }
      filters={
        <>
          {open}
          <FilterForm
            action={links.all}
            label="Find an invoice"
            placeholder="Number or customer"
            {...query}
            unread={invoiceList.unreadDays(asked)}
            kept={links.kept("search", "fromOn", "throughOn")}
          />
          <StatePills state={query.state} to={(state) => links.to({ state })} />
          {query.jobId ? (
            <Filtered all={links.all}>Invoices of job {rows[0]?.job?.number ?? "that was chosen"}</Filtered>
          ) : null}
          {query.customerId ? (
            <Filtered all={links.all}>Invoices of {rows[0]?.customerName ?? "this customer"}</Filtered>
          ) : null}
        </>
      }
      none={
        <Empty
          icon={<FileSpreadsheet />}
          title="No invoice matches"
          action={<ButtonLink href={links.all}>Show all</ButtonLink>}
        >
          A number is found by how it begins, a customer by name or number.
        </Empty>
      }
    />
  );
}

function None({ here, drafts }: { here: CurrentMember; drafts: ReactNode }) {
  return (
    <EmptyList title="Invoices" before={drafts}>
      <Empty icon={<FileSpreadsheet />} title="No invoices yet" action={<NextStep here={here} />}>
        One is written by hand, or made by a charge to an account at the counter; those from before come in by
        an import.
      </Empty>
    </EmptyList>
  );
}

function NextStep({ here: { org, permissions } }: { here: CurrentMember }) {
  if (permissions.includes("invoice:write"))
    return (
      <ButtonLink variant="primary" href={toNewInvoice(org.slug)}>
        New invoice
      </ButtonLink>
    );
  return permissions.includes("receipt:record") ? (
    <ButtonLink variant="primary" href={toNewReceipt(org.slug)}>
      Go to the counter
    </ButtonLink>
  ) : null;
}
