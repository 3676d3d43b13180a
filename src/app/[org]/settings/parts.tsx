// What a business decides for itself, part by part. A part that was saved is drawn anew; what is being typed in the
// others stays.
import type { Region } from "@/domain/business/region.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Settings } from "@/domain/business/settings.ts";
import { Section } from "@/ui/card.tsx";
import { BusinessSetting } from "./business.tsx";
import { CreditSetting } from "./credit.tsx";
import { RegionSetting } from "./region.tsx";
import { regionChoices } from "./region-choices.ts";
import { NumberSettings } from "./numbers.tsx";
import { ReturnedFeeSetting } from "./returned-fee.tsx";
import { TaxSetting } from "./tax.tsx";

type Props = {
  org: string;
  settings: Settings;
  mayChange: boolean;
  place: Region & { currency: string; today: Day };
};

export function SettingParts({ place, ...given }: Props) {
  const { currency, locale, country, zone, today } = place;
  const region = { locale, country, zone };
  const { settings, mayChange } = given;
  const { taxName, taxRate, addressLines, phone, email } = settings;
  const note = mayChange ? undefined : "an owner or an admin can change it";
  return (
    <>
      <Section id="business" title="Business details" note={note}>
        <BusinessSetting key={JSON.stringify([addressLines, phone, email])} {...given} />
      </Section>
      <Section id="region" title="Language and region" note={note}>
        <RegionSetting
          key={JSON.stringify([region, settings.paper])}
          {...given}
          place={{ region, currency, today }}
          choices={regionChoices(region)}
        />
      </Section>
      <Section id="tax" title="Tax" note={note}>
        <TaxSetting key={`${taxName} ${taxRate}`} {...given} currency={currency} locale={locale} />
      </Section>
      <Section id="returned" title="Returned payments" note={note}>
        <ReturnedFeeSetting key={settings.returnedFeeCents} {...given} currency={currency} locale={locale} />
      </Section>
      <Section id="credit" title="Credit" note={note}>
        <CreditSetting key={String(settings.countEarmarked)} {...given} />
      </Section>
      <Section id="numbers" title="Numbers" note={note}>
        <NumberSettings {...given} />
      </Section>
    </>
  );
}
