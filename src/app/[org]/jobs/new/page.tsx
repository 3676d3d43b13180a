// Adds a job: whose it is, where, who runs it, and what its contract says.
import type { Metadata } from "next";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { NewJobForm } from "./new-job-form.tsx";

export const metadata: Metadata = { title: "New job" };

type Props = PageProps<"/[org]/jobs/new">;

export default async function NewJobPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { customer } = readParams({ customer: z.uuid() }, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("job:write"))
    return <NotAllowed title="New job" to="adding jobs" permission="job:write" />;
  const [choices, profile] = await Promise.all([
    api.jobs.choices({}),
    customer ? api.customers.read({ customerId: customer }) : null,
  ]);
  const { locale, currency } = here.org;
  return (
    <Screen title="New job">
      <NewJobForm
        org={org}
        choices={choices}
        locale={locale}
        currency={profile?.currency ?? currency}
        customer={profile && { customerId: profile.customerId, name: profile.name, number: profile.number }}
        mayAdd={here.permissions.includes("customer:write")}
      />
    </Screen>
  );
}
