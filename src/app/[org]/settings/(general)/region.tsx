"use client";
// How the business writes: what amounts and days look like, what "today" is, and the language and paper of its documents.
import {
  LOCALES,
  PAPERS,
  REGION_FIELDS,
  regionTexts,
  type Locale,
  type Paper,
  type Region,
} from "@/domain/business/region.ts";
import { LANGUAGES, type Language } from "@/domain/language/language.ts";
import type { Settings } from "@/domain/business/settings.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { cents, formatAmount } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { SelectField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

export type RegionChoices = {
  countries: readonly { code: string; name: string }[];
  zones: readonly string[];
};
type Place = { region: Region; currency: string; today: Day };
type Props = { org: string; settings: Settings; mayChange: boolean; place: Place; choices: RegionChoices };

const EXAMPLE = cents(123_456_750);

export function RegionSetting({ org, settings, mayChange, place, choices }: Props) {
  const { region, currency, today } = place;
  const setting = useSetting(
    { version: settings.version, texts: regionTexts(region, settings) },
    ({ country, zone, ...chosen }, version, commandKey) => {
      // One of the options each: the door looks again.
      const [locale, paper] = [chosen.locale as Locale, chosen.paper as Paper];
      const given = { locale, language: chosen.language as Language, country, zone, paper };
      return api(org).settings.changeRegion.mutate({ commandKey, version, ...given });
    },
    "Language and region saved",
  );
  const { locale } = setting.texts;
  return (
    <SettingForm
      name="Language and region"
      setting={setting}
      words={REGION_FIELDS}
      mayChange={mayChange}
      effect={`Amounts and days: ${formatAmount(EXAMPLE, currency, locale)}, ${formatDay(today, locale)}. The words on your own screens stay English. What is issued stays as it is.`}
    >
      <SelectField
        label={REGION_FIELDS.locale}
        hint="What is shown so can be typed so."
        {...setting.given("locale")}
      >
        {Object.entries(LOCALES).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={REGION_FIELDS.language}
        hint="Of statements, receipts and their mails."
        {...setting.given("language")}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={REGION_FIELDS.country} {...setting.given("country")}>
        {choices.countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={REGION_FIELDS.zone}
        hint="It decides what “today” is in your books."
        {...setting.given("zone")}
      >
        {choices.zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <SelectField label={REGION_FIELDS.paper} hint="Of statements." {...setting.given("paper")}>
        {Object.entries(PAPERS).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </SettingForm>
  );
}
