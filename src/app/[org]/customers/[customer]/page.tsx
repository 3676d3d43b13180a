// One customer's account: what they owe, how late it is, what they may still charge, and how it came about. A day in
// the address moves the whole page to that day.
import { FileText, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { STATUS_WORDS } from "@/domain/account-words.ts";
import { formatDay } from "@/domain/day.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { readHere } from "../../here.ts";
import { asked, toCustomer, toStatement } from "../../ways.ts";
import { STATUS_TONES } from "../status-tones.ts";
import { AgingCard } from "./aging-card.tsx";
import { AsOfChip } from "./as-of-chip.tsx";
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
  const cursor = asked(query, "cursor");
  return { org, cursor, account: await readAccount(org, customer, asked(query, "asOf"), cursor) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { account } = await read(props);
  return { title: account.name };
}

export default async function CustomerPage(props: Props) {
  const { org, cursor, account } = await read(props);
  const { locale, today } = (await readHere(org)).org;
  const past = account.isToday ? undefined : account.asOf;
  const reading = { currency: account.currency, locale };
  return (
    <>
      {past ? <AsOfBand day={formatDay(past, locale)} back={toCustomer(org, account.customerId)} /> : null}
      <Screen
        title={account.name}
        about={
          <>
            <span>
              {account.customerNumber === account.name ? "" : `${account.customerNumber} · `}
              {account.terms}
            </span>
            <Tag tone={STATUS_TONES[account.status]}>{STATUS_WORDS[account.status]}</Tag>
          </>
        }
        actions={
          <>
            <AsOfChip
              account={account}
              locale={locale}
              today={today}
              back={toCustomer(org, account.customerId)}
            />
            <ButtonLink look="primary" href={toStatement(org, account.customerId, { asOf: past })}>
              <FileText aria-hidden="true" />
              Statement
            </ButtonLink>
          </>
        }
      >
        <Figures account={account} {...reading} />
        <AgingCard aging={account.aging} asOf={account.asOf} {...reading} />
        <Earmarks earmarks={account.earmarks} {...reading} />
        <UnpaidInvoices account={account} {...reading} />
        <History org={org} account={account} past={past} cursor={cursor} {...reading} />
      </Screen>
    </>
  );
}

/** Another day's figures must not be taken for today's. */
function AsOfBand({ day, back }: { day: string; back: ReturnType<typeof toCustomer> }) {
  return (
    <p
      data-band
      className="sticky top-14 z-10 -mx-4 -mt-4 mb-4 flex flex-wrap items-center gap-x-2 border-b border-soon bg-soon-wash px-4 py-1.5 text-13 text-soon desk:-mx-8 desk:px-8 print:static"
    >
      <TriangleAlert aria-hidden="true" className="size-4" />
      <span className="font-medium">Everything here is as of {day}.</span>
      <Link href={back} className="underline underline-offset-2 print:hidden">
        Back to today
      </Link>
    </p>
  );
}
