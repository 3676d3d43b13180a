// The payments of one customer, newest first, and what became of each.
import { Banknote } from "lucide-react";
import type { Metadata } from "next";
import { paymentList } from "@/domain/payments/payment-list.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { paymentColumns } from "../../../../_lists/payment-columns.tsx";
import { toNewPayment, toPayments } from "../../../../_shell/links.ts";
import { profileTitle, type ProfileProps } from "../read-profile.ts";
import { readTab } from "../read-tab.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Payments");

export default async function CustomerPayments(props: ProfileProps) {
  const { org, here, api, customerId, links, query } = await readTab(props, "payments", paymentList);
  const page = await api.payments.list(query);
  const totals = page.rows.length > 0 ? api.payments.totals({ customerId }) : null;
  return (
    <TabList
      what="Payments"
      currency={here.org.currency}
      links={links}
      page={page}
      columns={
        totals ? ofOneCustomer(paymentColumns({ org: here.org, totals, sortBy: links.sortBy }), "number") : []
      }
      rowKey={(row) => row.paymentId}
      whole={toPayments(org, { customer: customerId })}
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
