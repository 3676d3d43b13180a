// What counts towards what a customer can charge, and what a payment costs them that comes back.
import type { Metadata } from "next";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { CreditSetting } from "./credit.tsx";
import { ReturnedFeeSetting } from "./returned-fee.tsx";

export const metadata: Metadata = { title: "Credit · Settings" };

export default async function CreditSettings({ params }: PageProps<"/[org]/settings/credit">) {
  const section = await readSection((await params).org);
  if (!section) return null;
  const { given, place } = section;
  const { settings, mayChange } = given;
  const { locale, currency } = place;
  return (
    <>
      <SettingSection id="credit" title="Credit" mayChange={mayChange}>
        <CreditSetting key={String(settings.countEarmarked)} {...given} />
      </SettingSection>
      <SettingSection id="returned" title="Returned payments" mayChange={mayChange}>
        <ReturnedFeeSetting key={settings.returnedFeeCents} {...given} currency={currency} locale={locale} />
      </SettingSection>
    </>
  );
}
