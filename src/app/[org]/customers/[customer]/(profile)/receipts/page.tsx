// The receipts of one customer, newest first: what was sold to them, what came back, and how much of it was charged.
import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { receiptColumns } from "../../../../_lists/receipt-columns.tsx";
import { asked, toCustomerTab, toNewReceipt, toReceipts } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Receipts");

export default async function CustomerReceipts({ params, searchParams }: ProfileProps) {
  const { org, customer } = await params;
  const cursor = asked(await searchParams, "cursor")?.slice(0, 100);
  const [here, api, { customerId }] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readProfile(org, customer),
  ]);
  const { rows, next } = await api.receipts.list({ customerId, ...(cursor && { cursor }) });
  const to = (query: { cursor?: string }) => toCustomerTab(org, customerId, "receipts", query);
  const totals = rows.length > 0 ? api.receipts.totals({ customerId }) : null;
  return (
    <TabList
      what="Receipts"
      currency={here.org.currency}
      columns={totals ? ofOneCustomer(receiptColumns(here.org, totals), "number") : []}
      rows={rows}
      rowKey={(row) => row.receiptId}
      whole={toReceipts(org, { customer: customerId })}
      next={next ? to({ cursor: next }) : null}
      first={cursor ? to({}) : null}
      none={
        <Empty
          icon={<ReceiptText />}
          title="No receipts yet"
          action={
            here.permissions.includes("receipt:record") ? (
              <ButtonLink variant="primary" href={toNewReceipt(org, { customer: customerId })}>
                Go to the counter
              </ButtonLink>
            ) : null
          }
        >
          Every sale and every return at the counter is a receipt.
        </Empty>
      }
    />
  );
}
