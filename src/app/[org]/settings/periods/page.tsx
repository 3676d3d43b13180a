// Which months are open, and the way to close one or open it again.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { Months } from "./months.tsx";

export const metadata: Metadata = { title: "Periods · Settings" };

export default async function PeriodsSettings({ params }: PageProps<"/[org]/settings/periods">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const periods = await api.periods.list({});
  const mayClose = here.permissions.includes("period:close");
  return <Months org={org} locale={here.org.locale} periods={periods} mayClose={mayClose} />;
}
