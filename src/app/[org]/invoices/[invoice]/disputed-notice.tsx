// That the customer objects to an invoice, to what, who said so and when, and the way to say that it is settled.
import { DISPUTE_REASON_WORDS } from "@/domain/invoices/dispute.ts";
import { InstantText } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import type { Invoice } from "./read-invoice.ts";
import { SettleDispute } from "./settle-dispute.tsx";

export function DisputedNotice({ here, invoice }: { here: CurrentMember; invoice: Invoice }) {
  const { invoiceId, disputeNote, disputes } = invoice;
  const { locale, zone } = here.org;
  const standing = disputes.find(({ settledAt }) => settledAt === null);
  return (
    <div className="mb-4">
      <Notice tone="soon" title="The customer disputes this invoice">
        {standing && standing.reason !== "other" ? (
          <p className="font-medium">{DISPUTE_REASON_WORDS[standing.reason]}</p>
        ) : null}
        {disputeNote ? <p className="wrap-anywhere whitespace-pre-line">{disputeNote}</p> : null}
        {standing ? (
          <p className="text-13 text-soft">
            {standing.raisedBy}, <InstantText at={standing.raisedAt} locale={locale} zone={zone} />
          </p>
        ) : null}
        {here.permissions.includes("invoice:write") ? (
          <div className="mt-2">
            <SettleDispute org={here.org.slug} invoiceId={invoiceId} />
          </div>
        ) : null}
      </Notice>
    </div>
  );
}
