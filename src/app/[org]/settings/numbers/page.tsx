// How documents are numbered.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { NumberSettings } from "./numbers.tsx";

export const metadata: Metadata = { title: "Numbers · Settings" };

export default async function NumbersSettings({ params }: PageProps<"/[org]/settings/numbers">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const settings = await api.settings.read({});
  const mayChange = here.permissions.includes("settings:change");
  return (
    <SettingSection id="numbers" title="Numbers" mayChange={mayChange}>
      <NumberSettings org={org} settings={settings} mayChange={mayChange} />
    </SettingSection>
  );
}
