// The tax that the business takes.
import type { Metadata } from "next";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { TaxSetting } from "./tax.tsx";

export const metadata: Metadata = { title: "Tax · Settings" };

export default async function TaxSettings({ params }: PageProps<"/[org]/settings/tax">) {
  const section = await readSection((await params).org);
  if (!section) return null;
  const { given, place } = section;
  const { settings, mayChange } = given;
  return (
    <SettingSection id="tax" title="Tax" mayChange={mayChange}>
      <TaxSetting
        key={`${settings.taxName} ${settings.taxRate}`}
        {...given}
        currency={place.currency}
        locale={place.locale}
      />
    </SettingSection>
  );
}
