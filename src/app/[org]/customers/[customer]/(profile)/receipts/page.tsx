// The receipts of one customer, newest first: what was sold to them, what came back, and how much of it was charged.
import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { receiptList } from "@/domain/receipts/receipt-list.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { receiptColumns } from "../../../../_lists/receipt-columns.tsx";
import { toNewReceipt, toReceipts } from "../../../../_shell/links.ts";
import { profileTitle, type ProfileProps } from "../read-profile.ts";
import { readTab } from "../read-tab.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Receipts");

export default async function CustomerReceipts(props: ProfileProps) {
  const { org, here, api, customerId, links, query } = await readTab(props, "receipts", receiptList);
  const page = await api.receipts.list(query);
  const totals = page.rows.length > 0 ? api.receipts.totals({ customerId }) : null;
  return (
    <TabList
      what="Receipts"
      currency={here.org.currency}
      links={links}
      page={page}
      columns={totals ? ofOneCustomer(receiptColumns({ org: here.org, totals }), "number") : []}
      rowKey={(row) => row.receiptId}
      whole={toReceipts(org, { customer: customerId })}
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
