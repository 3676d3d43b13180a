// The counter: who stands there, what they take along, and how they pay.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { Counter } from "./counter.tsx";

export const metadata: Metadata = { title: "Counter" };

type Props = PageProps<"/[org]/receipts/new">;

export default async function CounterPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { customer: customerId } = readParams({ customer: z.string() }, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (customerId && customerId.length > 100) notFound();
  if (!here.permissions.includes("receipt:record"))
    return <NotAllowed title="Counter" to="the counter" permission="receipt:record" />;
  const [{ taxes, months, proof, language }, customer] = await Promise.all([
    api.counter.settings({}),
    customerId ? api.counter.customer({ customerId }) : null,
  ]);
  const { locale, currency, today } = here.org;
  return (
    <Counter
      org={org}
      place={{ locale, today, currency, taxes, months, proof, language }}
      customer={customer}
      mayAdd={here.permissions.includes("customer:write")}
      mayDecide={here.permissions.includes("limit:change")}
    />
  );
}
