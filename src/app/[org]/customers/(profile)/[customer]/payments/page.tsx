// The payments of one customer, newest first, and what became of each.
import { Banknote } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readHere } from "../../../../here.ts";
import { paymentColumns } from "../../../../payments/(list)/columns.tsx";
import { asked, toCustomerTab, toNewPayment } from "../../../../ways.ts";
import { ofOneCustomer } from "../of-one-customer.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Payments");

export default async function CustomerPayments({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const cursor = asked(await searchParams, "cursor");
  const [here, api, { customerId }] = await Promise.all([
    readHere(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, next } = await api.payments.list({ customerId, ...(cursor && { cursor }) });
  const to = (query: { cursor?: string }) => toCustomerTab(org, customerId, "payments", query);
  if (rows.length === 0) {
    return (
      <Card>
        <Empty
          icon={<Banknote />}
          title="No payments yet"
          action={
            here.permissions.includes("payment:record") ? (
              <ButtonLink look="primary" href={toNewPayment(org, { customer: customerId })}>
                Take a payment
              </ButtonLink>
            ) : null
          }
        >
          A payment settles invoices, oldest due first or as you choose. What settles nothing stays as open
          credit.
        </Empty>
      </Card>
    );
  }
  return (
    <>
      <Card>
        <Table
          caption={`Payments, newest first, in ${here.org.currency}`}
          columns={ofOneCustomer(paymentColumns(here.org, api.payments.totals({ customerId })), "number")}
          rows={rows}
          rowKey={(row) => row.paymentId}
          rowLinks
          totalName={`Total, ${here.org.currency}`}
        />
      </Card>
      <Pager
        label="Pages of payments"
        count={null}
        first={cursor ? { href: to({}), label: "Newest" } : null}
        next={next ? { href: to({ cursor: next }), label: "Older" } : null}
      />
    </>
  );
}
