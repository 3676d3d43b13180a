// What papers say of the business beside its name, and how it writes. A part that was saved is drawn anew; what is being
// typed in the other stays.
import type { Metadata } from "next";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { BusinessSetting } from "./business.tsx";
import { regionChoices } from "./region-choices.ts";
import { RegionSetting } from "./region.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function GeneralSettings({ params }: PageProps<"/[org]/settings">) {
  const section = await readSection((await params).org);
  if (!section) return null;
  const { given, place } = section;
  const { settings, mayChange } = given;
  const { locale, country, zone, currency, today } = place;
  const region = { locale, country, zone };
  const { addressLines, phone, email, paper, language } = settings;
  return (
    <>
      <SettingSection id="business" title="Business details" mayChange={mayChange}>
        <BusinessSetting key={JSON.stringify([addressLines, phone, email])} {...given} />
      </SettingSection>
      <SettingSection id="region" title="Language and region" mayChange={mayChange}>
        <RegionSetting
          key={JSON.stringify([region, paper, language])}
          {...given}
          place={{ region, currency, today }}
          choices={regionChoices(region)}
        />
      </SettingSection>
    </>
  );
}
