// Takes a payment: whose it is, how much, and what it settles; what settles nothing is open credit.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NumberParam, readParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { currencyHref, toCustomer, toNewPayment } from "../../_shell/links.ts";
import { listedAccount } from "../../_apply/listed-account.ts";
import { PaymentForm } from "./payment-form.tsx";

export const metadata: Metadata = { title: "Record payment" };

type Props = PageProps<"/[org]/payments/new">;

const PARAMS = { customer: z.string(), currency: Currency, item: NumberParam, family: z.literal("1") };

export default async function NewPaymentPage({ params, searchParams }: Props) {
  const { org } = await params;
  const asked = readParams(PARAMS, await searchParams);
  const { customer: customerId } = asked;
  const family = asked.family === "1";
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (customerId && customerId.length > 100) notFound();
  if (!here.permissions.includes("payment:record"))
    return <NotAllowed title="Record payment" to="recording payments" permission="payment:record" />;
  const [account, to] = await Promise.all([
    customerId ? api.payments.account({ customerId, currency: asked.currency, family }) : null,
    api.payments.toAccounts({}),
  ]);
  const { locale, today, currency, zone } = here.org;
  const same = { customer: customerId, currency: asked.currency, family: family ? null : "1" };
  const otherwise = customerId ? toNewPayment(org, same) : null;
  const item = account?.debts.find((debt) => debt.itemId === asked.item);
  return (
    <Screen title="Record payment">
      <PaymentForm
        key={family ? "family" : "alone"}
        org={org}
        place={{ locale, today, zone, currency: account?.currency ?? currency }}
        account={account && listedAccount(account, locale)}
        back={account && toCustomer(org, account.customerId, currencyHref(account.currency, currency))}
        settles={item?.itemId ?? null}
        family={family}
        to={to}
        otherwise={otherwise}
        mayAdd={here.permissions.includes("customer:write")}
      />
    </Screen>
  );
}
