// One customer's account: what they owe, how late it is, what they may still charge, and how it came about. A day in
// the address moves the whole page to that day, and a time to what was known then.
import { Banknote, FileText, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { STATUS_WORDS } from "@/domain/account-words.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { readHere } from "../../here.ts";
import { momentInput, momentWay, readMoment } from "../../moment.ts";
import { asked, toCustomer, toNewPayment, toStatement } from "../../ways.ts";
import { CustomerTabs } from "../customer-tabs.tsx";
import { MemoHint } from "../memo-hint.tsx";
import { STATUS_TONES } from "../status-tones.ts";
import { AgingCard } from "./aging-card.tsx";
import { AsOfChip, momentWords } from "./as-of-chip.tsx";
import { Earmarks } from "./earmarks.tsx";
import { Figures } from "./figures.tsx";
import { History } from "./history.tsx";
import { readAccount } from "./read-account.ts";
import { UnpaidInvoices } from "./unpaid-invoices.tsx";

type Props = {
  params: Promise<{ org: string; customer: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function read({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const query = await searchParams;
  const here = await readHere(org);
  const cursor = asked(query, "cursor");
  const moment = readMoment(query, here.org.zone);
  const at = new URLSearchParams({ ...momentInput(moment), ...(cursor && { cursor }) }).toString();
  return { org, here, cursor, asked: moment, account: await readAccount(org, customer, at) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { account } = await read(props);
  return { title: account.name };
}

export default async function CustomerPage(props: Props) {
  const { org, here, cursor, asked: wanted, account } = await read(props);
  const { locale, today, zone } = here.org;
  const kept = account.isToday ? {} : { ...momentWay(wanted), asOf: account.asOf };
  const known = { typed: wanted.known?.typed, at: account.knownAt, zone };
  const moment = momentWords({ account, known, locale });
  const back = toCustomer(org, account.customerId);
  const reading = { currency: account.currency, locale };
  return (
    <>
      {account.isToday ? null : <AsOfBand moment={moment} back={back} />}
      <Screen
        title={account.name}
        about={
          <>
            <span>
              {account.customerNumber === account.name ? "" : `${account.customerNumber} · `}
              {account.terms}
            </span>
            <Tag tone={STATUS_TONES[account.status]}>{STATUS_WORDS[account.status]}</Tag>
            {account.isArchived ? <Tag tone="neutral">Archived</Tag> : null}
          </>
        }
        actions={
          <>
            <AsOfChip account={account} known={known} locale={locale} today={today} back={back} />
            {account.isToday && here.permissions.includes("payment:record") ? (
              <ButtonLink href={toNewPayment(org, { customer: account.customerId })}>
                <Banknote aria-hidden="true" />
                Take payment
              </ButtonLink>
            ) : null}
            <ButtonLink look="primary" href={toStatement(org, account.customerId, kept)}>
              <FileText aria-hidden="true" />
              Statement
            </ButtonLink>
          </>
        }
      >
        <MemoHint memo={account.memo} />
        <CustomerTabs org={org} customerId={account.customerId} />
        <Figures org={org} account={account} {...reading} />
        <AgingCard aging={account.aging} moment={moment} {...reading} />
        <Earmarks
          org={org}
          account={account}
          zone={zone}
          mayChange={here.permissions.includes("credit:apply")}
          {...reading}
        />
        <UnpaidInvoices account={account} {...reading} />
        <History org={org} account={account} kept={kept} cursor={cursor} {...reading} />
      </Screen>
    </>
  );
}

/** Another day's figures must not be taken for today's. */
function AsOfBand({ moment, back }: { moment: string; back: ReturnType<typeof toCustomer> }) {
  return (
    <p
      data-band
      className="sticky top-14 z-10 -mx-4 -mt-4 mb-4 flex flex-wrap items-center gap-x-2 border-b border-soon bg-soon-wash px-4 py-1.5 text-13 text-soon desk:-mx-8 desk:px-8 print:static"
    >
      <TriangleAlert aria-hidden="true" className="size-4" />
      <span className="font-medium">Everything here is as of {moment}.</span>
      <Link href={back} className="underline underline-offset-2 print:hidden">
        Back to today
      </Link>
    </p>
  );
}
