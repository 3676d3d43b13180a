// Bills what customers hold back: whose, and how much of which lines, as one invoice.
import type { Metadata } from "next";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { apiFor } from "@/server/api.ts";
import { Amount } from "@/ui/amount.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember, type CurrentMember } from "../../../_shell/current-member.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { currencyHref, toCustomers, toNewRetained, toReleaseConditions } from "../../../_shell/links.ts";
import { Beyond } from "../beyond.tsx";
import { NothingHeld } from "../nothing-held.tsx";
import { RetainedForm } from "./retained-form.tsx";

export const metadata: Metadata = { title: "Retained invoice" };

type Props = PageProps<"/[org]/invoices/retained/new">;

/** `may`: only what may be billed, as its conditions say. */
const PARAMS = { customer: z.string().max(100), currency: Currency, job: z.uuid(), may: z.literal("yes") };

export default async function NewRetainedPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { customer, currency, job, may } = readParams(PARAMS, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="Retained invoice" to="billing retainage" permission="invoice:write" />;
  if (customer === undefined) return <Holders here={here} />;
  const asked = { customer, currency, jobId: job };
  const ready = may ? await api.retainage.held({ ...asked, mayBeBilled: true }) : null;
  const isReady = ready !== null && ready.lines.length > 0;
  const account = isReady ? ready : await api.retainage.held(asked);
  if (account.lines.length === 0)
    return (
      <Screen title="Retained invoice">
        <Card>
          <NothingHeld org={org} customerId={account.customerId}>
            {`Nothing of ${account.name}’s invoices is held back that you can bill.`}
          </NothingHeld>
        </Card>
      </Screen>
    );
  const { locale, today } = here.org;
  const ground = await api.invoiceDrafts.ground({ customerId: account.customerId, issuedOn: today });
  const whose = { customer: account.customerId, ...currencyHref(account.currency, here.org.currency) };
  return (
    <Screen
      title="Retained invoice"
      about={
        <p>
          {account.name} holds back what stands below{isReady ? ", and it may be billed" : ""}.{" "}
          <Link href={toReleaseConditions(org, { ...whose, job })} className="text-link">
            Conditions of release
          </Link>
          {isReady || job ? (
            <>
              {" · "}
              <Link href={toNewRetained(org, whose)} className="text-link">
                Show all that is held
              </Link>
            </>
          ) : null}
        </p>
      }
    >
      <Beyond
        beyond={account.beyond}
        shown={account.lines.length}
        currency={account.currency}
        locale={locale}
      />
      <RetainedForm
        key={`${account.accountId} ${job ?? ""} ${may ?? ""}`}
        org={org}
        account={account}
        narrowed={`${job ?? ""}${may ?? ""}`}
        place={{ locale, today }}
        ground={ground}
      />
    </Screen>
  );
}

/** Whose retainage is billed: one click each. */
async function Holders({ here }: { here: CurrentMember }) {
  const { slug, locale, currency: home } = here.org;
  const { isAll, rows: holders } = await (await apiFor(slug)).retainage.holders({});
  return (
    <Screen title="Retained invoice" about={holders.length > 0 ? <p>Whose retainage is billed?</p> : null}>
      <Card>
        {holders.length === 0 ? (
          <NothingHeld org={slug}>No customer holds anything back that you can bill.</NothingHeld>
        ) : (
          <ul className="divide-y divide-line">
            {holders.map(({ customerId, number, name, currency, heldCents, billable }) => (
              <li key={`${customerId} ${currency}`}>
                <Link
                  href={toNewRetained(slug, { customer: customerId, ...currencyHref(currency, home) })}
                  className="flex min-h-11 flex-wrap items-center gap-x-2 px-4 py-1.5 -outline-offset-2 hover:bg-hover"
                >
                  <span className="font-medium">{name}</span>
                  {number === name ? null : <span className="text-soft">{number}</span>}
                  <span className="ml-auto text-right">
                    <span className="text-soft">{currency} held back </span>
                    <Amount cents={heldCents} currency={currency} locale={locale} />
                    {billable.since === null ? null : (
                      <span className="block text-13 text-good">
                        <Amount cents={billable.billableCents} currency={currency} locale={locale} /> may be
                        billed since {formatDay(billable.since, locale)}
                      </span>
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {isAll ? null : (
          <p className="border-t border-line px-4 py-2 text-soft">
            These are the first {holders.length.toLocaleString(locale)}. What others hold back is billed from
            their own pages, under{" "}
            <Link href={toCustomers(slug)} className="text-link">
              Customers
            </Link>
            .
          </p>
        )}
      </Card>
    </Screen>
  );
}
