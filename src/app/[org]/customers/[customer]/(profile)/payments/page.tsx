// The payments of one customer, newest first, and what became of each.
import { Banknote } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { paymentColumns } from "../../../../_lists/payment-columns.tsx";
import { asked, toCustomerTab, toNewPayment, toPayments } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Payments");

export default async function CustomerPayments({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const cursor = asked(await searchParams, "cursor")?.slice(0, 60);
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, next } = await api.payments.list({ customerId, ...(cursor && { cursor }) });
  const to = (query: { cursor?: string }) => toCustomerTab(org, customerId, "payments", query);
  const totals = rows.length > 0 ? api.payments.totals({ customerId }) : null;
  const sorting = { sort: "received", direction: "desc", kept: { customer: customerId } } as const;
  return (
    <TabList
      what="Payments"
      currency={here.org.currency}
      columns={totals ? ofOneCustomer(paymentColumns({ here: here.org, totals, sorting }), "number") : []}
      rows={rows}
      rowKey={(row) => row.paymentId}
      whole={toPayments(org, { customer: customerId })}
      next={next ? to({ cursor: next }) : null}
      first={cursor ? to({}) : null}
      none={
        <Empty
          icon={<Banknote />}
          title="No payments yet"
          action={
            here.permissions.includes("payment:record") ? (
              <ButtonLink variant="primary" href={toNewPayment(org, { customer: customerId })}>
                Take a payment
              </ButtonLink>
            ) : null
          }
        >
          A payment settles invoices, oldest due first or as you choose. What settles nothing stays as open
          credit.
        </Empty>
      }
    />
  );
}
