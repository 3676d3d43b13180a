// What counts towards what a customer can charge, and what a payment costs them that comes back.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { CreditSetting } from "./credit.tsx";
import { ReturnedFeeSetting } from "./returned-fee.tsx";

export const metadata: Metadata = { title: "Credit · Settings" };

export default async function CreditSettings({ params }: PageProps<"/[org]/settings/credit">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const settings = await api.settings.read({});
  const mayChange = here.permissions.includes("settings:change");
  const { locale, currency } = here.org;
  const given = { org, settings, mayChange };
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
