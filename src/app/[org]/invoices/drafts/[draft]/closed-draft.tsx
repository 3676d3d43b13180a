// The address of a draft that is none any more: it leads to what became of it.
import { FileSpreadsheet } from "lucide-react";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Screen } from "@/ui/page.tsx";
import { toInvoice, toInvoices } from "../../../_shell/links.ts";

export function ClosedDraft({ org, invoiceId }: { org: string; invoiceId: string | null }) {
  return (
    <Screen title="Draft of an invoice">
      <Card>
        {invoiceId ? (
          <Empty
            icon={<FileSpreadsheet />}
            title="This draft was issued"
            action={
              <ButtonLink variant="primary" href={toInvoice(org, invoiceId)}>
                Open the invoice
              </ButtonLink>
            }
          >
            It has a number now and can’t be changed any more.
          </Empty>
        ) : (
          <Empty
            icon={<FileSpreadsheet />}
            title="This draft was discarded"
            action={<ButtonLink href={toInvoices(org)}>To the invoices</ButtonLink>}
          >
            Nothing of it was posted.
          </Empty>
        )}
      </Card>
    </Screen>
  );
}
