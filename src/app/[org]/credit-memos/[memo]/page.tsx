// One credit memo: what it credits, what that settles now, and what of it is still open credit.
import type { Metadata } from "next";
import { FileText } from "lucide-react";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { NewTabLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { ReversedNotice } from "../../_corrections/reversed-notice.tsx";
import { PaperMails } from "../../_statement-mail/paper-mails.tsx";
import { SendPaper } from "../../_statement-mail/send-paper.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import {
  currencyHref,
  toApplyCredit,
  toCreditMemoPdf,
  toCustomer,
  toEvent,
  toInvoice,
  toReceipt,
} from "../../_shell/links.ts";
import { CreditedLines } from "./credited-lines.tsx";
import { readCreditMemo, type CreditMemo } from "./read-credit-memo.ts";
import { ReverseMemo } from "./reverse-memo.tsx";
import { SettledByMemo } from "./settled-by-memo.tsx";

type Props = PageProps<"/[org]/credit-memos/[memo]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, memo } = await params;
  return { title: `Credit memo ${(await readCreditMemo(org, memo)).number}` };
}

export default async function CreditMemoPage({ params }: Props) {
  const { org, memo: creditMemoId } = await params;
  const [here, memo] = await Promise.all([readCurrentMember(org), readCreditMemo(org, creditMemoId)]);
  const reading = { currency: memo.currency, locale: here.org.locale };
  const texts = [
    ["To the customer", memo.notesToCustomer],
    ["Reason", memo.reason],
  ] as const;
  return (
    <Screen
      title={`Credit memo ${memo.number}`}
      about={<About org={org} home={here.org.currency} memo={memo} locale={here.org.locale} />}
      actions={<Actions here={here} memo={memo} />}
    >
      {memo.reversedBy ? (
        <ReversedNotice org={org} title="This credit memo is reversed" by={memo.reversedBy} />
      ) : null}
      <Figures memo={memo} locale={here.org.locale} />
      {texts.map(([name, text]) =>
        text ? (
          <p key={name} className="mt-3 wrap-anywhere">
            <span className="text-soft">{name}: </span>
            {text}
          </p>
        ) : null,
      )}
      <CreditedLines memo={memo} {...reading} />
      <SettledByMemo org={org} memo={memo} {...reading} />
      {memo.invoice ? (
        <PaperMails here={here} paper={{ kind: "credit-memo", id: memo.creditMemoId }} />
      ) : null}
    </Screen>
  );
}

type AboutProps = { org: string; home: string; memo: CreditMemo; locale: string };

function About({ org, home, memo, locale }: AboutProps) {
  const { customerId, customerName, invoice, receipt, eventId, issuedOn } = memo;
  const posted = postedWords(issuedOn, memo.period, locale);
  return (
    <p>
      <Link href={toCustomer(org, customerId, currencyHref(memo.currency, home))} className="text-link">
        {customerName}
      </Link>{" "}
      {invoice ? (
        <>
          · for invoice{" "}
          <Link href={toInvoice(org, invoice.invoiceId)} className="text-link">
            {invoice.number}
          </Link>{" "}
        </>
      ) : null}
      {receipt ? (
        <>
          · for return{" "}
          <Link href={toReceipt(org, receipt.receiptId)} className="text-link">
            {receipt.number}
          </Link>{" "}
        </>
      ) : null}
      · dated {formatDay(issuedOn, locale)} ·{" "}
      <Link href={toEvent(org, eventId)} className="text-link">
        event {eventId}
      </Link>
      {posted ? ` · ${posted}` : null}
    </p>
  );
}

async function Actions({ here, memo }: { here: CurrentMember; memo: CreditMemo }) {
  const { slug: org, locale, today, currency: home } = here.org;
  const { creditMemoId, customerId, eventId, number, openCents, invoice, reversedBy } = memo;
  const mayReverse = here.permissions.includes("event:reverse") && reversedBy === null;
  const preview = mayReverse ? await (await apiFor(org)).events.previewReversal({ eventId }) : null;
  const query = { ...currencyHref(memo.currency, home), credit: String(eventId) };
  return (
    <>
      {invoice ? (
        <NewTabLink href={toCreditMemoPdf(org, creditMemoId)}>
          <FileText aria-hidden="true" />
          PDF
        </NewTabLink>
      ) : null}
      {invoice && here.permissions.includes("invoice:write") ? (
        <SendPaper
          org={org}
          paper={{ kind: "credit-memo", id: creditMemoId }}
          name={`credit memo ${number}`}
          recipient={memo.customerEmail}
        />
      ) : null}
      {preview && preview.stays === null ? (
        <ReverseMemo where={{ org, locale, today }} memo={{ eventId, number }} preview={preview} />
      ) : null}
      {openCents > 0 && here.permissions.includes("credit:apply") ? (
        <ButtonLink variant="primary" href={toApplyCredit(org, customerId, query)}>
          Apply open credit
        </ButtonLink>
      ) : null}
    </>
  );
}

function Figures({ memo, locale }: { memo: CreditMemo; locale: string }) {
  const figures: [string, Cents][] = [
    ["Credited", memo.totalCents],
    ["Applied", memo.appliedCents],
    ["Open credit", memo.openCents],
  ];
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px bg-line max-desk:[&>div:last-child:nth-child(odd)]:col-span-2 desk:flex">
        {figures.map(([name, amount]) => (
          <div key={name} className="bg-card px-4 py-3 desk:flex-1">
            <dt className="text-13 text-soft">{name}</dt>
            <dd
              className={`text-20 font-semibold ${memo.reversedBy && name === "Credited" ? "text-soft line-through" : ""}`}
            >
              {formatAmount(amount, memo.currency, locale)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
