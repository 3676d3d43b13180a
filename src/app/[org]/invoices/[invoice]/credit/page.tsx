// A credit memo of this invoice: what of it is credited, and what that does.
import type { Metadata } from "next";
import { ReceiptText } from "lucide-react";
import { mostCredit } from "@/domain/invoices/invoice-credit.ts";
import { REFUSALS } from "@/domain/refusal.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toInvoice, toReceipt } from "../../../_shell/links.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { readInvoice, type Invoice } from "../read-invoice.ts";
import { CreditForm } from "./credit-form.tsx";

type Props = PageProps<"/[org]/invoices/[invoice]/credit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, invoice } = await params;
  return { title: `Credit invoice ${(await readInvoice(org, invoice)).number}` };
}

export default async function CreditInvoicePage({ params }: Props) {
  const { org, invoice: invoiceId } = await params;
  const [here, api, invoice] = await Promise.all([
    readCurrentMember(org),
    apiFor(org),
    readInvoice(org, invoiceId),
  ]);
  const title = `Credit invoice ${invoice.number}`;
  if (!here.permissions.includes("event:reverse"))
    return <NotAllowed title={title} to="credit memos" permission="event:reverse" />;
  if (!invoice.isCorrectable) return <NotByLines org={org} title={title} invoice={invoice} />;
  const billed = await api.creditMemos.creditable({ invoiceId });
  if (mostCredit(billed) <= 0 && billed.lines.every((line) => line.credited.totalCents === line.totalCents))
    return <Nothing org={org} title={title} invoice={invoice} />;
  const { customerId, currency } = billed;
  const account = await api.payments.account({ customerId, currency });
  const { locale, today } = here.org;
  return (
    <Screen title={title}>
      <CreditForm org={org} billed={billed} account={account} place={{ locale, today }} />
    </Screen>
  );
}

type NoneProps = { org: string; title: string; invoice: Invoice };

function NotByLines({ org, title, invoice }: NoneProps) {
  const { receipt, voidedBy } = invoice;
  const action = receipt ? (
    <ButtonLink href={toReceipt(org, receipt.receiptId)}>Open receipt {receipt.number}</ButtonLink>
  ) : (
    <ButtonLink href={toInvoice(org, invoice.invoiceId)}>Back to the invoice</ButtonLink>
  );
  return (
    <Screen title={title}>
      <Card>
        <Empty icon={<ReceiptText />} title="This invoice isn’t credited by lines" action={action}>
          {voidedBy ? REFUSALS["invoice-voided"] : REFUSALS["not-by-lines"]}
        </Empty>
      </Card>
    </Screen>
  );
}

function Nothing({ org, title, invoice }: NoneProps) {
  const back = <ButtonLink href={toInvoice(org, invoice.invoiceId)}>Back to the invoice</ButtonLink>;
  return (
    <Screen title={title}>
      <Card>
        <Empty icon={<ReceiptText />} title="Nothing is left to credit" action={back}>
          All of this invoice was credited before.
        </Empty>
      </Card>
    </Screen>
  );
}
