// That the customer objects to an invoice, to what, and the way to say that it is settled.
import { Notice } from "@/ui/notice.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import type { Invoice } from "./read-invoice.ts";
import { SettleDispute } from "./settle-dispute.tsx";

export function DisputedNotice({ here, invoice }: { here: CurrentMember; invoice: Invoice }) {
  const { invoiceId, disputeNote } = invoice;
  return (
    <div className="mb-4">
      <Notice tone="soon" title="The customer disputes this invoice">
        {disputeNote ? <p className="wrap-anywhere whitespace-pre-line">{disputeNote}</p> : null}
        {here.permissions.includes("invoice:write") ? (
          <div className="mt-2">
            <SettleDispute org={here.org.slug} invoiceId={invoiceId} />
          </div>
        ) : null}
      </Notice>
    </div>
  );
}
