// What counts towards what a customer can charge, and what a payment costs them that comes back.
import type { Metadata } from "next";
import type { Settings } from "@/domain/business/settings.ts";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { CreditSetting } from "./credit.tsx";
import { HoldSetting } from "./holds.tsx";
import { ProofSetting } from "./proof.tsx";
import { ReturnedFeeSetting } from "./returned-fee.tsx";

const holdKey = ({ holdAfterDays, holdOverCents, approveAboveCents, invoicePolicy }: Settings) =>
  [holdAfterDays, holdOverCents, approveAboveCents, invoicePolicy].join();

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
      <SettingSection id="holds" title="Limits and holds" mayChange={mayChange}>
        <HoldSetting key={holdKey(settings)} {...given} currency={currency} locale={locale} />
      </SettingSection>
      <SettingSection id="charges" title="House charges" mayChange={mayChange}>
        <ProofSetting key={settings.chargeProof} {...given} />
      </SettingSection>
      <SettingSection id="returned" title="Returned payments" mayChange={mayChange}>
        <ReturnedFeeSetting key={settings.returnedFeeCents} {...given} currency={currency} locale={locale} />
      </SettingSection>
    </>
  );
}
