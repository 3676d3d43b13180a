// What can be done about an invoice by whoever looks at it: take its payment, give up the rest, take it back.
import { Banknote } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import type { Here } from "../../_shell/current-member.ts";
import { listedForesight, type Foresight } from "../../_reverse/reversal-effects.ts";
import { currencyWay, toAdjust, toNewPayment } from "../../_shell/links.ts";
import type { Invoice } from "./read-invoice.ts";
import { VoidInvoice } from "./void-invoice.tsx";

type Props = { here: Here; invoice: Invoice; foresight: Foresight | null };

export function Actions({ here, invoice, foresight }: Props) {
  const { slug: org, locale, today, currency: home } = here.org;
  const may = (permission: Here["permissions"][number]) => here.permissions.includes(permission);
  const { customerId, eventId, leftCents } = invoice;
  const item = String(eventId);
  const of = currencyWay(invoice.currency, home);
  return (
    <>
      {foresight && foresight.stays === null ? (
        <VoidInvoice
          where={{ org, locale, today }}
          invoice={{ invoiceId: invoice.invoiceId, number: invoice.number }}
          foresight={listedForesight(foresight, locale)}
        />
      ) : null}
      {leftCents > 0 && may("account:adjust") ? (
        <ButtonLink href={toAdjust(org, customerId, { ...of, kind: "write-off", item })}>
          Write off
        </ButtonLink>
      ) : null}
      {leftCents > 0 && may("payment:record") ? (
        <ButtonLink look="primary" href={toNewPayment(org, { customer: customerId, ...of, item })}>
          <Banknote aria-hidden="true" />
          Take payment
        </ButtonLink>
      ) : null}
    </>
  );
}
