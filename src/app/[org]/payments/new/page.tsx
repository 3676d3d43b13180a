// Takes a payment: whose it is, how much, and what it settles; what settles nothing is open credit.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { parseCurrencyParam } from "../../_lists/asked-list.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { asked, currencyHref, toCustomer } from "../../_shell/links.ts";
import { listed } from "../../_apply/listed.ts";
import { PaymentForm } from "./payment-form.tsx";

export const metadata: Metadata = { title: "Record payment" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewPaymentPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const customerId = asked(query, "customer");
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (customerId && customerId.length > 100) notFound();
  if (!here.permissions.includes("payment:record"))
    return <NotAllowed title="Record payment" to="recording payments" permission="payment:record" />;
  const account = customerId
    ? await api.payments.account({ customerId, currency: parseCurrencyParam(query) })
    : null;
  const { locale, today, currency } = here.org;
  const item = account?.debts.find((debt) => String(debt.itemId) === asked(query, "item"));
  return (
    <Screen title="Record payment">
      <PaymentForm
        org={org}
        place={{ locale, today, currency: account?.currency ?? currency }}
        account={account && listed(account, locale)}
        back={account && toCustomer(org, account.customerId, currencyHref(account.currency, currency))}
        settles={item?.itemId ?? null}
        mayAdd={here.permissions.includes("customer:write")}
      />
    </Screen>
  );
}
