// Has an invoice come again: like one that was issued, or like a draft.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { RecurringForm } from "./recurring-form.tsx";

export const metadata: Metadata = { title: "Recurring invoice" };

type Props = PageProps<"/[org]/invoices/recurring/new">;

const PARAMS = { invoice: z.uuid(), draft: z.uuid() };

export default async function NewRecurringPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { invoice: invoiceId, draft: draftId } = readParams(PARAMS, await searchParams);
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="Recurring invoice" to="writing invoices" permission="invoice:write" />;
  const { locale, today } = here.org;
  const id = invoiceId ?? draftId ?? notFound();
  const kind = invoiceId ? "invoice" : "draft";
  const like = kind === "invoice" ? await likeInvoice(org, id, locale) : await likeDraft(org, id);
  return (
    <Screen title="Recurring invoice" about={<p>{like}</p>}>
      <RecurringForm org={org} locale={locale} like={{ kind, id }} today={today} />
    </Screen>
  );
}

async function likeInvoice(org: string, invoiceId: string, locale: string): Promise<string> {
  const { number, customerName, totalCents, currency } = await (
    await apiFor(org)
  ).invoices.read({ invoiceId });
  return `like ${number} of ${customerName}, ${formatAmount(totalCents, currency, locale)} ${currency}`;
}

async function likeDraft(org: string, draftId: string): Promise<string> {
  const api = await apiFor(org);
  const { draft } = await api.invoiceDrafts.read({ draftId });
  if (draft.customerId === null) return "like the draft, which says no customer yet";
  const { name } = await api.invoiceDrafts.customer({ customerId: draft.customerId });
  return `like the draft for ${name}`;
}
