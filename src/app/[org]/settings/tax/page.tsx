// The tax that the business takes.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { TaxSetting } from "./tax.tsx";

export const metadata: Metadata = { title: "Tax · Settings" };

export default async function TaxSettings({ params }: PageProps<"/[org]/settings/tax">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const settings = await api.settings.read({});
  const mayChange = here.permissions.includes("settings:change");
  const { locale, currency } = here.org;
  return (
    <SettingSection id="tax" title="Tax" mayChange={mayChange}>
      <TaxSetting
        key={`${settings.taxName} ${settings.taxRate}`}
        org={org}
        settings={settings}
        mayChange={mayChange}
        currency={currency}
        locale={locale}
      />
    </SettingSection>
  );
}
