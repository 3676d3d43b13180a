// What can be done about an invoice by whoever looks at it: take its payment, credit it, write off the rest, reverse it.
import { Banknote, FileText } from "lucide-react";
import { NewTabLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { reversalEffects, type ReversalPreview } from "../../_corrections/reversal-effects.ts";
import {
  currencyHref,
  toAdjust,
  toCreditInvoice,
  toInvoicePdf,
  toNewPayment,
  toNewRecurring,
} from "../../_shell/links.ts";
import { SendPaper } from "../../_statement-mail/send-paper.tsx";
import { CopyInvoice } from "./copy-invoice.tsx";
import { DisputeInvoice } from "./dispute-invoice.tsx";
import type { Invoice } from "./read-invoice.ts";
import { VoidInvoice } from "./void-invoice.tsx";

type Props = { here: CurrentMember; invoice: Invoice; preview: ReversalPreview | null };

export function Actions({ here, invoice, preview }: Props) {
  const { slug: org, locale, today, currency: home } = here.org;
  const may = (permission: CurrentMember["permissions"][number]) => here.permissions.includes(permission);
  const { customerId, eventId, openCents } = invoice;
  const item = String(eventId);
  const of = currencyHref(invoice.currency, home);
  return (
    <>
      <NewTabLink href={toInvoicePdf(org, invoice.invoiceId)}>
        <FileText aria-hidden="true" />
        PDF
      </NewTabLink>
      {may("invoice:write") ? (
        <SendPaper
          org={org}
          paper={{ kind: "invoice", id: invoice.invoiceId }}
          name={`invoice ${invoice.number}`}
          recipient={invoice.customerEmail}
        />
      ) : null}
      {may("invoice:write") ? (
        <ButtonLink href={toNewRecurring(org, { invoice: invoice.invoiceId })}>Repeat</ButtonLink>
      ) : null}
      {may("invoice:write") ? (
        <CopyInvoice
          org={org}
          invoiceId={invoice.invoiceId}
          mayCorrect={invoice.isCorrectable && may("event:reverse") && preview?.stays === null}
        />
      ) : null}
      {preview && preview.stays === null ? (
        <VoidInvoice
          where={{ org, locale, today }}
          invoice={{ invoiceId: invoice.invoiceId, number: invoice.number }}
          preview={reversalEffects(preview, locale)}
        />
      ) : null}
      {invoice.isCorrectable && may("event:reverse") ? (
        <ButtonLink href={toCreditInvoice(org, invoice.invoiceId)}>Credit</ButtonLink>
      ) : null}
      {openCents > 0 && !invoice.disputed && may("invoice:write") ? (
        <DisputeInvoice key={String(invoice.disputed)} org={org} invoice={invoice} />
      ) : null}
      {openCents > 0 && may("account:adjust") ? (
        <ButtonLink href={toAdjust(org, customerId, { ...of, kind: "write-off", item })}>
          Write off
        </ButtonLink>
      ) : null}
      {openCents > 0 && may("payment:record") ? (
        <ButtonLink variant="primary" href={toNewPayment(org, { customer: customerId, ...of, item })}>
          <Banknote aria-hidden="true" />
          Take payment
        </ButtonLink>
      ) : null}
    </>
  );
}
