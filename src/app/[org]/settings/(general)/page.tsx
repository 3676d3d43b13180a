// What papers say of the business beside its name, and how it writes. A part that was saved is drawn anew; what is being
// typed in the other stays.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { BusinessSetting } from "./business.tsx";
import { regionChoices } from "./region-choices.ts";
import { RegionSetting } from "./region.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function GeneralSettings({ params }: PageProps<"/[org]/settings">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const settings = await api.settings.read({});
  const mayChange = here.permissions.includes("settings:change");
  const { locale, country, zone, currency, today } = here.org;
  const region = { locale, country, zone };
  const { addressLines, phone, email, paper } = settings;
  const given = { org, settings, mayChange };
  return (
    <>
      <SettingSection id="business" title="Business details" mayChange={mayChange}>
        <BusinessSetting key={JSON.stringify([addressLines, phone, email])} {...given} />
      </SettingSection>
      <SettingSection id="region" title="Language and region" mayChange={mayChange}>
        <RegionSetting
          key={JSON.stringify([region, paper])}
          {...given}
          place={{ region, currency, today }}
          choices={regionChoices(region)}
        />
      </SettingSection>
    </>
  );
}
