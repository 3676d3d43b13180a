// One invoice: whose it is, what it was for, what it came to, how it was paid and what is left.
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { lateWords } from "@/domain/ledger/account-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, minus } from "@/domain/values/money.ts";
import type { Day } from "@/domain/values/day.ts";
import { offerOn } from "@/domain/values/terms.ts";
import { REFUSALS } from "@/domain/refusal.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { Attachments } from "../../_attachments/attachments.tsx";
import { ReversedNotice } from "../../_corrections/reversed-notice.tsx";
import { currencyHref, toCustomer, toEvent, toInvoice, toJob, toReceipt } from "../../_shell/links.ts";
import { PaperMails } from "../../_statement-mail/paper-mails.tsx";
import { StateTag } from "../../_lists/invoice-state-tag.tsx";
import { Actions } from "./actions.tsx";
import { Billing } from "./billing.tsx";
import { DisputedNotice } from "./disputed-notice.tsx";
import { Lines } from "./lines.tsx";
import { readInvoice, type Invoice } from "./read-invoice.ts";
import { RetainedTrace } from "./retained-trace.tsx";
import { Settlements } from "./settlements.tsx";

type Props = PageProps<"/[org]/invoices/[invoice]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, invoice } = await params;
  return { title: `Invoice ${(await readInvoice(org, invoice)).number}` };
}

export default async function InvoicePage({ params }: Props) {
  const { org, invoice: invoiceId } = await params;
  const [here, invoice] = await Promise.all([readCurrentMember(org), readInvoice(org, invoiceId)]);
  const reading = { currency: invoice.currency, locale: here.org.locale };
  const { eventId, voidedBy } = invoice;
  const preview =
    here.permissions.includes("event:reverse") && !voidedBy
      ? await (await apiFor(org)).events.previewReversal({ eventId })
      : null;
  return (
    <Screen
      title={`Invoice ${invoice.number}`}
      about={<About org={org} home={here.org.currency} invoice={invoice} />}
      actions={<Actions here={here} invoice={invoice} preview={preview} />}
    >
      {voidedBy ? <ReversedNotice org={org} title="This invoice is void" by={voidedBy} /> : null}
      {preview?.stays ? (
        <p className="mb-4 text-soft">It can’t be voided as it stands. {REFUSALS[preview.stays]}</p>
      ) : null}
      {invoice.disputed ? <DisputedNotice here={here} invoice={invoice} /> : null}
      <Figures invoice={invoice} today={here.org.today} {...reading} />
      <RetainedTrace here={here} invoice={invoice} />
      <Settlements org={org} invoice={invoice} {...reading} />
      <Lines invoice={invoice} {...reading} />
      <Billing invoice={invoice} locale={here.org.locale} />
      <PaperMails here={here} paper={{ kind: "invoice", id: invoice.invoiceId }} />
      <Attachments org={org} subject={{ kind: "invoice", id: invoice.invoiceId }} />
    </Screen>
  );
}

const LINK = "text-link";

function About({ org, home, invoice }: { org: string; home: string; invoice: Invoice }) {
  const { customerId, customerName, customerNumber, receipt, eventId, job, corrects, correctedBy } = invoice;
  return (
    <>
      <StateTag {...invoice} />
      <p>
        <Link href={toCustomer(org, customerId, currencyHref(invoice.currency, home))} className={LINK}>
          {customerName}
        </Link>
        {customerNumber === customerName ? "" : ` ${customerNumber}`}
        {job ? (
          <>
            {" "}
            · job{" "}
            <Link href={toJob(org, job.jobId)} className={LINK}>
              {job.number} {job.name}
            </Link>
          </>
        ) : null}
        <Linked org={org} words="issued instead of" to={corrects} />
        <Linked org={org} words="replaced by" to={correctedBy} />
        {receipt ? (
          <>
            {" "}
            · from receipt{" "}
            <Link href={toReceipt(org, receipt.receiptId)} className={LINK}>
              {receipt.number}
            </Link>
          </>
        ) : null}{" "}
        ·{" "}
        <Link href={toEvent(org, eventId)} className={LINK}>
          event {eventId}
        </Link>
      </p>
    </>
  );
}

function Linked({ org, words, to }: { org: string; words: string; to: Invoice["corrects"] }) {
  return to === null ? null : (
    <>
      {" "}
      · {words}{" "}
      <Link href={toInvoice(org, to.invoiceId)} className={LINK}>
        {to.number}
      </Link>
    </>
  );
}

type FigureProps = { invoice: Invoice; today: Day; currency: string; locale: string };

function Figures({ invoice, today, currency, locale }: FigureProps) {
  const early = offerOn(invoice.offer, today);
  const { totalCents, openCents, heldCents, daysPastDue, issuedOn, dueOn, voidedBy, owed } = invoice;
  const late = openCents > 0 ? lateWords(daysPastDue) : null;
  const write = (amount: typeof totalCents) => formatAmount(amount, currency, locale);
  const settled = voidedBy ? null : minus(totalCents, openCents);
  const figures: [string, ReactNode, ReactNode?][] = [
    [
      "Total",
      <span key="total" className={voidedBy ? "line-through" : undefined}>
        {write(totalCents)}
      </span>,
    ],
    ...(settled === null || !owed ? [] : [["Settled", write(settled)] as [string, ReactNode]]),
    [
      "Left to pay",
      write(openCents),
      early && `${write(minus(openCents, early.offeredCents))} until ${formatDay(early.untilOn, locale)}`,
    ],
    ...(heldCents > 0 ? [["Held back", write(heldCents)] as [string, ReactNode]] : []),
    ["Issued", formatDay(issuedOn, locale)],
    [
      "Due",
      formatDay(dueOn, locale),
      late && <span className={daysPastDue > 0 ? "text-late" : ""}>{late}</span>,
    ],
  ];
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px bg-line max-desk:[&>div:last-child:nth-child(odd)]:col-span-2 desk:flex">
        {figures.map(([name, value, note]) => (
          <div key={name} className="bg-card px-4 py-3 desk:flex-1">
            <dt className="text-13 text-soft">{name}</dt>
            <dd className="text-20 font-semibold">{value}</dd>
            {note ? <dd className="text-13 font-medium">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </Card>
  );
}
