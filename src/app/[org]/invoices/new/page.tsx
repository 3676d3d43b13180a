// A new invoice: nothing of it is kept before something is typed; then it is a draft with an address of its own.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { blankDraft } from "@/domain/invoices/draft.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { addingOf } from "../_editor/adding.ts";
import { Editor } from "../_editor/editor.tsx";

export const metadata: Metadata = { title: "New invoice" };

type Props = PageProps<"/[org]/invoices/new">;

export default async function NewInvoicePage({ params, searchParams }: Props) {
  const { org } = await params;
  const asked = readParams({ customer: z.string(), job: z.uuid() }, await searchParams);
  const { customer: customerId } = asked;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (customerId && customerId.length > 100) notFound();
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="New invoice" to="writing invoices" permission="invoice:write" />;
  const { locale, zone, currency, today } = here.org;
  const customer = customerId ? await api.invoiceDrafts.customer({ customerId }) : null;
  const ground = await api.invoiceDrafts.ground({
    customerId: customer?.customerId ?? null,
    issuedOn: today,
  });
  const blank = { ...blankDraft(today, locale), taxes: ground.taxes };
  const job = customer?.jobs.find(({ jobId }) => jobId === asked.job);
  const draft = customer
    ? {
        ...blank,
        customerId: customer.customerId,
        terms: customer.terms,
        billingAddress: customer.billingAddress.join("\n"),
        serviceAddress: customer.serviceAddress.join("\n"),
        // As its contract says.
        ...(job && {
          jobId: job.jobId,
          chartCode: job.chartCode ?? blank.chartCode,
          retainage: job.retainageWork === null ? "" : `${typedNumber(job.retainageWork, locale)}%`,
        }),
      }
    : blank;
  return (
    <Editor
      org={org}
      place={{ locale, zone, today, currency, ground }}
      opening={{ kept: null, draft, corrects: null, customer, voiding: null }}
      adding={addingOf(here)}
    />
  );
}
