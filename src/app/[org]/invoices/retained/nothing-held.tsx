// Where nothing is held back that could be billed: it says so, and offers what can be done instead.
import { ShieldCheck } from "lucide-react";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { toNewInvoice } from "../../_shell/links.ts";

type Props = { org: string; customerId?: string; children: string };

export function NothingHeld({ org, customerId, children }: Props) {
  return (
    <Empty
      icon={<ShieldCheck />}
      title="Nothing is held back"
      action={
        <ButtonLink variant="primary" href={toNewInvoice(org, { customer: customerId })}>
          Create an invoice
        </ButtonLink>
      }
    >
      {children} Retainage is held back when an invoice says so, line by line.
    </Empty>
  );
}
