"use client";
// The sections of the settings, as links.
import { usePathname } from "next/navigation";
import { TabRow } from "@/ui/tab-row.tsx";
import { toSettings } from "../_shell/links.ts";
import type { SettingsSection } from "../_shell/settings-sections.ts";

const SECTIONS: readonly (readonly [SettingsSection | undefined, string])[] = [
  [undefined, "General"],
  ["tax", "Tax"],
  ["discounts", "Discounts"],
  ["labels", "Labels"],
  ["credit", "Credit"],
  ["terms", "Terms"],
  ["numbers", "Numbers"],
  ["branding", "Branding"],
  ["mail", "Mail"],
  ["mail-texts", "Mail texts"],
  ["online-payments", "Online payments"],
  ["api-keys", "API keys"],
  ["webhooks", "Webhooks"],
  ["accounts", "Accounts"],
  ["periods", "Periods"],
  ["opening", "Opening balances"],
  ["people", "People"],
  ["security", "Security"],
  ["proof", "Proof"],
];

export function SettingsNav({ org }: { org: string }) {
  const here = usePathname().split("/")[3];
  const tabs = SECTIONS.map(([section, words]) => ({
    words,
    href: toSettings(org, section),
    isHere: section === here,
  }));
  return <TabRow label="Settings" tabs={tabs} />;
}
