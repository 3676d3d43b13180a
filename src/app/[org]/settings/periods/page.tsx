// Which months are open, and the way to close one or open it again.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { StartOfBooks } from "./start.tsx";
import { Months } from "./months.tsx";

export const metadata: Metadata = { title: "Periods · Settings" };

export default async function PeriodsSettings({ params }: PageProps<"/[org]/settings/periods">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const [periods, start] = await Promise.all([api.periods.list({}), api.periods.start({})]);
  const mayClose = here.permissions.includes("period:close");
  const { locale, today, currency, zone } = here.org;
  return (
    <>
      <StartOfBooks
        key={start.startOn}
        org={org}
        start={start}
        mayChange={here.permissions.includes("settings:change")}
        locale={locale}
        today={today}
      />
      <Months org={org} style={{ locale, currency, zone }} periods={periods} mayClose={mayClose} />
    </>
  );
}
