// The invoices that come again: when each is due next, what is wrong with one, and pausing, resuming and ending them.
import { CalendarSync } from "lucide-react";
import type { Metadata } from "next";
import { recurringList } from "@/domain/invoices/recurring-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { listLinks } from "../../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../../_lists/list-screen.tsx";
import { recurringColumns } from "../../../_lists/recurring-columns.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toInvoices, toNewInvoice, toRecurring } from "../../../_shell/links.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { ChangeRecurring } from "./change-recurring.tsx";

export const metadata: Metadata = { title: "Recurring invoices" };

export default async function RecurringPage({
  params,
  searchParams,
}: PageProps<"/[org]/invoices/recurring">) {
  const { org } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="Recurring invoices" to="writing invoices" permission="invoice:write" />;
  const query = recurringList.read(await searchParams);
  const links = listLinks(recurringList, query, (asked) => toRecurring(org, asked));
  const page = await (await apiFor(org)).recurring.list(query);
  const write = (
    <ButtonLink variant="primary" href={toNewInvoice(org, { customer: query.customerId ?? null })}>
      New invoice
    </ButtonLink>
  );
  const how = (
    <>
      Open an invoice that was issued, or a draft, and choose Repeat: one like it is made every week or month,
      as a draft or issued.
    </>
  );
  const none = (
    <Empty icon={<CalendarSync />} title="No invoice comes again yet" action={write}>
      {how}
    </Empty>
  );
  if (page.rows.length === 0 && !links.isFiltered)
    return <EmptyList title="Recurring invoices">{none}</EmptyList>;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Recurring invoices"
      what="recurring invoices"
      caption={`Recurring invoices, in ${here.org.currency}`}
      columns={recurringColumns({
        org: here.org,
        sortBy: links.sortBy,
        changes: ({ scheduleId, customerName, state }) => (
          <ChangeRecurring org={org} scheduleId={scheduleId} name={customerName} state={state} />
        ),
      })}
      rowKey={(row) => row.scheduleId}
      rowLinks={false}
      count={`Amounts in ${here.org.currency} unless said otherwise`}
      before={<ButtonLink href={toInvoices(org)}>All invoices</ButtonLink>}
      action={write}
      filters={
        <>
          <p className="mb-3 max-w-prose text-13 text-soft">
            {how} Each is made in the first hour of its day.
          </p>
          {query.customerId ? (
            <Filtered all={links.all}>Of {page.rows[0]?.customerName ?? "this customer"}</Filtered>
          ) : null}
        </>
      }
      none={none}
    />
  );
}
