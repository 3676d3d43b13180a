// Every payment that came in, newest first: found by number, customer or reference, and totalled over all that match.
import { Banknote, Plus } from "lucide-react";
import type { Metadata } from "next";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { paymentList } from "@/domain/payments/payment-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterForm } from "../../_lists/filter-form.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { paymentColumns } from "../../_lists/payment-columns.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toDeposits, toNewPayment, toPayments } from "../../_shell/links.ts";
import { toOnlinePayments } from "../../_shell/online-links.ts";
import { PaymentFilters } from "./payment-filters.tsx";

export const metadata: Metadata = { title: "Payments" };

export default async function PaymentsPage({ params, searchParams }: PageProps<"/[org]/payments">) {
  const { org } = await params;
  const asked = await searchParams;
  const query = paymentList.read(asked);
  const links = listLinks(paymentList, query, (asked) => toPayments(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.payments.list(query);
  if (page.rows.length === 0 && !links.isFiltered) return <None here={here} />;
  const totals = api.payments.totals(paymentList.match(query));
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Payments"
      what="payments"
      caption={`Payments, in ${here.org.currency}`}
      columns={paymentColumns({ org: here.org, totals, sortBy: links.sortBy })}
      rowKey={(row) => row.paymentId}
      totalName={`Total, ${here.org.currency}`}
      before={
        <>
          <ButtonLink href={toOnlinePayments(org)}>Online</ButtonLink>
          <ButtonLink href={toDeposits(org)}>Deposits</ButtonLink>
        </>
      }
      action={<RecordOne here={here} customerId={query.customerId} />}
      filters={
        <>
          <FilterForm
            action={links.all}
            label="Find a payment"
            placeholder="Number, reference or customer"
            {...query}
            unread={paymentList.unreadDays(asked)}
            kept={links.kept("search", "fromOn", "throughOn", "method", "open")}
          >
            <PaymentFilters method={query.method} open={query.open !== undefined} />
          </FilterForm>
          {links.isFiltered ? (
            <Filtered all={links.all}>{filterWords(query, page.rows[0]?.customerName)}</Filtered>
          ) : null}
        </>
      }
      none={
        <Empty icon={<Banknote />} title="No payment matches">
          A number or a reference is found by how it begins, a customer by name or number.
        </Empty>
      }
    />
  );
}

function filterWords(
  { search, customerId }: QueryOf<typeof paymentList>,
  name: string = "this customer",
): string {
  if (customerId) return `Payments of ${name}`;
  return search ? `Payments matching “${search}”` : "Only the payments that match";
}

function RecordOne({ here, customerId }: { here: CurrentMember; customerId?: string | undefined }) {
  if (!here.permissions.includes("payment:record")) return null;
  return (
    <ButtonLink variant="primary" href={toNewPayment(here.org.slug, { customer: customerId })}>
      <Plus aria-hidden="true" />
      Record payment
    </ButtonLink>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <EmptyList title="Payments">
      <Empty icon={<Banknote />} title="No payments yet" action={<RecordOne here={here} />}>
        A payment settles invoices, oldest due first or as you choose. What settles nothing stays on the
        account as open credit.
      </Empty>
    </EmptyList>
  );
}
