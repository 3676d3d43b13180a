// The business's settings: whether its books are proven, which months are open, and what it decides for itself. Whoever
// reads the reports may look; who may change which is asked of the permissions.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../_shell/current-member.ts";
import { NotAllowed } from "../_shell/not-allowed.tsx";
import { Months } from "./months.tsx";
import { SettingParts } from "./parts.tsx";
import { Proofs } from "./proofs.tsx";

export const metadata: Metadata = { title: "Settings" };

type Props = PageProps<"/[org]/settings">;

export default async function SettingsPage({ params }: Props) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) {
    return <NotAllowed title="Settings" to="a look at the settings" permission="report:read" />;
  }
  const [proven, periods, settings] = await Promise.all([
    api.books.proofs({}),
    api.periods.list({}),
    api.settings.read({}),
  ]);
  const { locale, zone } = here.org;
  const mayChange = here.permissions.includes("settings:change");
  return (
    <Screen title="Settings">
      <Proofs org={org} place={{ locale, zone }} mayProve={mayChange} {...proven} />
      <Months
        org={org}
        locale={locale}
        periods={periods}
        mayClose={here.permissions.includes("period:close")}
      />
      <SettingParts org={org} settings={settings} mayChange={mayChange} place={here.org} />
    </Screen>
  );
}
