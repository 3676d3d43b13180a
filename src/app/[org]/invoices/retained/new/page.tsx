// Bills what customers hold back: whose, and how much of which lines, as one invoice.
import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { apiFor } from "@/server/api.ts";
import { Amount } from "@/ui/amount.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember, type CurrentMember } from "../../../_shell/current-member.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { currencyHref, toNewInvoice, toNewRetained } from "../../../_shell/links.ts";
import { RetainedForm } from "./retained-form.tsx";

export const metadata: Metadata = { title: "Retained invoice" };

type Props = PageProps<"/[org]/invoices/retained/new">;

const PARAMS = { customer: z.string().max(100), currency: Currency, job: z.uuid() };

export default async function NewRetainedPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { customer, currency, job } = readParams(PARAMS, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="Retained invoice" to="billing retainage" permission="invoice:write" />;
  if (customer === undefined) return <Holders here={here} />;
  const held = await api.retainage.held({ customer, currency });
  const account = job ? { ...held, lines: held.lines.filter((line) => line.job?.jobId === job) } : held;
  if (account.lines.length === 0)
    return (
      <Screen title="Retained invoice">
        <Card>
          <NothingHeld here={here} customerId={account.customerId}>
            {`Nothing of ${account.name}’s invoices is held back that you can bill.`}
          </NothingHeld>
        </Card>
      </Screen>
    );
  const { locale, today } = here.org;
  return (
    <Screen
      title="Retained invoice"
      about={
        <p>
          {account.name} holds back what stands below.
          {account.lines.length < held.lines.length ? (
            <>
              {" "}
              <Link
                href={toNewRetained(org, {
                  customer: account.customerId,
                  ...currencyHref(account.currency, here.org.currency),
                })}
                className="text-link"
              >
                Show all jobs
              </Link>
            </>
          ) : null}
        </p>
      }
    >
      <RetainedForm
        key={`${account.accountId} ${job ?? ""}`}
        org={org}
        account={account}
        jobId={job ?? null}
        place={{ locale, today }}
      />
    </Screen>
  );
}

/** Whose retainage is billed: one click each. */
async function Holders({ here }: { here: CurrentMember }) {
  const { slug, locale, currency: home } = here.org;
  const holders = await (await apiFor(slug)).retainage.holders({});
  return (
    <Screen title="Retained invoice" about={holders.length > 0 ? <p>Whose retainage is billed?</p> : null}>
      <Card>
        {holders.length === 0 ? (
          <NothingHeld here={here}>No customer holds anything back that you can bill.</NothingHeld>
        ) : (
          <ul className="divide-y divide-line">
            {holders.map(({ customerId, number, name, currency, heldCents }) => (
              <li key={`${customerId} ${currency}`}>
                <Link
                  href={toNewRetained(slug, { customer: customerId, ...currencyHref(currency, home) })}
                  className="flex min-h-11 flex-wrap items-center gap-x-2 px-4 -outline-offset-2 hover:bg-hover"
                >
                  <span className="font-medium">{name}</span>
                  {number === name ? null : <span className="text-soft">{number}</span>}
                  <span className="ml-auto">
                    <span className="text-soft">{currency} held back </span>
                    <Amount cents={heldCents} currency={currency} locale={locale} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Screen>
  );
}

type NothingProps = { here: CurrentMember; customerId?: string; children: string };

function NothingHeld({ here, customerId, children }: NothingProps) {
  return (
    <Empty
      icon={<ShieldCheck />}
      title="Nothing is held back"
      action={
        <ButtonLink variant="primary" href={toNewInvoice(here.org.slug, { customer: customerId })}>
          New invoice
        </ButtonLink>
      }
    >
      {children} Retainage is held back when an invoice says so, line by line.
    </Empty>
  );
}
