// What can be done about an invoice by whoever looks at it. What is done most has a button; the rest is in a menu: bill it again,
// correct it, credit it, write off the rest, void it.
import { Banknote, ChevronDown, FileText } from "lucide-react";
import { NewTabLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Menu } from "@/ui/menu.tsx";
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

export function Actions(props: Props) {
  const { here, invoice } = props;
  const { slug: org, currency: home } = here.org;
  const { customerId, eventId, openCents } = invoice;
  const may = (permission: CurrentMember["permissions"][number]) => here.permissions.includes(permission);
  const of = { ...currencyHref(invoice.currency, home), item: String(eventId) };
  return (
    <>
      <More {...props} />
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
      {openCents > 0 && may("payment:record") ? (
        <ButtonLink variant="primary" href={toNewPayment(org, { customer: customerId, ...of })}>
          <Banknote aria-hidden="true" />
          Take payment
        </ButtonLink>
      ) : null}
    </>
  );
}

/** Everything else, where there is anything. */
function More({ here, invoice, preview }: Props) {
  const { slug: org, locale, today, currency: home } = here.org;
  const { invoiceId, number, customerId, eventId, openCents, isCorrectable } = invoice;
  const may = (permission: CurrentMember["permissions"][number]) => here.permissions.includes(permission);
  const [mayWrite, mayReverse] = [may("invoice:write"), may("event:reverse")];
  const mayAdjust = openCents > 0 && may("account:adjust");
  const isVoidable = preview?.stays === null;
  if (!mayWrite && !mayAdjust && !isVoidable && !(isCorrectable && mayReverse)) return null;
  const of = { ...currencyHref(invoice.currency, home), item: String(eventId) };
  return (
    <Menu
      side="end"
      variant="min-h-9 w-full justify-center gap-1.5 border border-line bg-card px-3 font-medium hover:bg-hover touch:min-h-11 [&_svg]:size-4"
      label={
        <>
          More
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      {mayWrite ? (
        <>
          <CopyInvoice
            org={org}
            invoiceId={invoiceId}
            mayCorrect={isCorrectable && mayReverse && isVoidable}
          />
          <ButtonLink variant="item" href={toNewRecurring(org, { invoice: invoiceId })}>
            Repeat
          </ButtonLink>
        </>
      ) : null}
      {isCorrectable && mayReverse ? (
        <ButtonLink variant="item" href={toCreditInvoice(org, invoiceId)}>
          Credit
        </ButtonLink>
      ) : null}
      {openCents > 0 && !invoice.disputed && mayWrite ? (
        <DisputeInvoice key={String(invoice.disputed)} org={org} invoice={invoice} />
      ) : null}
      {mayAdjust ? (
        <ButtonLink variant="item" href={toAdjust(org, customerId, { ...of, kind: "write-off" })}>
          Write off
        </ButtonLink>
      ) : null}
      {isVoidable ? (
        <VoidInvoice
          where={{ org, locale, today }}
          invoice={{ invoiceId, number }}
          preview={reversalEffects(preview, locale)}
        />
      ) : null}
    </Menu>
  );
}
