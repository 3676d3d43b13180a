// One customer's account: what they owe, how late it is, what they may still charge, and how it came about. A day in
// the address moves the whole page to that day, and a time to what was known then.
import { TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { Link } from "@/ui/link.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { currencyHref, toCustomer } from "../../../_shell/links.ts";
import { Printed } from "../../../_shell/printed.tsx";
import { CustomerActions } from "../../customer-actions.tsx";
import { CustomerScreen } from "../../customer-screen.tsx";
import { AgingCard } from "./aging-card.tsx";
import { AsOfChip, momentWords } from "../../../_moment/as-of-chip.tsx";
import { momentHref } from "../../../_moment/moment.ts";
import { parseAccountParams, accountInput, familyInput, viewOf, derivationInput } from "./search-params.ts";
import { CustomerSaid } from "./customer-said.tsx";
import { CurrencySwitch } from "./currency-switch.tsx";
import { Earmarks } from "./earmarks.tsx";
import { Family } from "./family.tsx";
import { Figures } from "./figures.tsx";
import { HeldBack } from "./held-back.tsx";
import { History } from "./history.tsx";
import { readAccount, readDerivation, readFamily } from "./read-account.ts";
import { UnpaidInvoices } from "./unpaid-invoices.tsx";
import { Derivation } from "./derivation.tsx";

type Props = PageProps<"/[org]/customers/[customer]">;

async function read({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const query = await searchParams;
  const here = await readCurrentMember(org);
  const asked = parseAccountParams(query, here.org.zone);
  const [account, derived] = await Promise.all([
    readAccount(org, customer, JSON.stringify(accountInput(asked))),
    asked.why ? readDerivation(org, customer, JSON.stringify(derivationInput(asked.why, asked))) : null,
  ]);
  const family = account.hasChildren
    ? await readFamily(org, account.customerId, JSON.stringify(familyInput(asked)))
    : null;
  return { org, here, asked, account, derived, family };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { account } = await read(props);
  return { title: account.name };
}

export default async function CustomerPage(props: Props) {
  const { org, here, asked, account, derived, family } = await read(props);
  const { locale, today, zone } = here.org;
  const known = {
    typed: account.knownAt === null ? undefined : asked.moment.known?.typed,
    at: account.knownAt,
    zone,
  };
  const moment = momentWords({ account, known, locale });
  const { currency } = asked;
  const back = toCustomer(org, account.customerId, { currency });
  const reading = { currency: account.currency, locale };
  const may = (permission: (typeof here.permissions)[number]) => here.permissions.includes(permission);
  const shown = { org, account, asked, ...reading };
  return (
    <>
      <Printed org={org} />
      {account.isToday ? null : <AsOfBand moment={moment} back={back} />}
      <CustomerScreen
        org={org}
        customer={{
          ...account,
          number: account.customerNumber,
          balanceCents: account.figures.balanceCents,
        }}
        locale={locale}
        currency={currency}
        actions={
          <>
            <AsOfChip
              account={account}
              asked={asked.moment}
              known={known}
              locale={locale}
              today={today}
              to={(query) => toCustomer(org, account.customerId, query)}
              kept={{ currency }}
            />
            <CustomerActions
              org={org}
              customerId={account.customerId}
              currency={currencyHref(account.currency, here.org.currency).currency ?? undefined}
              hasOpenCredit={account.figures.openCreditCents > 0}
              past={account.isToday ? null : { ...momentHref(asked.moment), asOf: account.asOf }}
              permissions={here.permissions}
            />
          </>
        }
      >
        <CurrencySwitch org={org} home={here.org.currency} account={account} asked={asked} />
        <Figures {...shown} />
        <HeldBack here={here} account={account} />
        <CustomerSaid here={here} account={account} />
        {asked.why ? <Derivation {...shown} figure={asked.why.figure} derived={derived} /> : null}
        <AgingCard
          aging={account.aging}
          moment={moment}
          bucketWay={(bucket) =>
            toCustomer(org, account.customerId, { ...viewOf(asked), bucket, after: null }, "unpaid")
          }
          {...reading}
        />
        {family ? <Family {...shown} family={family} permissions={here.permissions} moment={moment} /> : null}
        <Earmarks org={org} account={account} zone={zone} mayChange={may("credit:apply")} {...reading} />
        <UnpaidInvoices {...shown} permissions={here.permissions} />
        <History {...shown} permissions={here.permissions} />
      </CustomerScreen>
    </>
  );
}

/** Another day's figures must not be taken for today's. */
function AsOfBand({ moment, back }: { moment: string; back: ReturnType<typeof toCustomer> }) {
  return (
    <p
      data-band
      className="sticky top-14 z-10 -mx-4 -mt-4 mb-4 flex flex-wrap items-center gap-x-2 border-b border-soon bg-soon-wash px-4 py-1.5 text-13 text-soon desk:-mx-8 desk:px-8 print:static print:mx-0 print:mt-0 print:px-2"
    >
      <TriangleAlert aria-hidden="true" className="size-4" />
      <span className="font-medium">Everything here is as of {moment}.</span>
      <Link href={back} className="text-link text-soon! print:hidden">
        Back to today
      </Link>
    </p>
  );
}
